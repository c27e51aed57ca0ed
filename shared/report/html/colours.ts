import { legible, mixed } from './contrast.ts';

/** The report's colours by name; contrasts of text are AA in both themes. */
export const LIGHT = {
  desk: '#e9e6e1',
  paper: '#ffffff',
  ink: '#1c1f24',
  soft: '#3c414a',
  quiet: '#666a70',
  rule: '#e3e3e0',
  grid: '#ececea',
  axis: '#b9bbbd',
  control: '#5b6879',
  treatment: '#d9531e',
  band: '#fdece2',
  link: '#b23f10',
  ask: '#fdeee5',
  good: '#2e7d4f',
  caution: '#94590a',
  bad: '#b3261e',
  badPaper: '#fdecea',
  cautionPaper: '#fdf3e1',
  goodPaper: '#e8f4ec',
  code: '#f6f5f2',
};

const DARK: Colours = {
  desk: '#101214',
  paper: '#191c20',
  ink: '#f0eeeb',
  soft: '#d3d2d0',
  quiet: '#a3a7ad',
  rule: '#32363c',
  grid: '#2a2e33',
  axis: '#5d636b',
  control: '#9db0c7',
  treatment: '#f57b45',
  band: '#3d271d',
  link: '#ff9a6b',
  ask: '#35231a',
  good: '#6fcb98',
  caution: '#e7ad52',
  bad: '#ff8f86',
  badPaper: '#3a1f1e',
  cautionPaper: '#362a16',
  goodPaper: '#1a3125',
  code: '#22262b',
};

export type Colours = typeof LIGHT;

/** What is drawn must stand out this much from its ground, and what is read this much (WCAG 2.2, AA). */
const DRAWN = 3;
const READ = 4.5;

/**
 * The colours of a report with an accent of its own, whatever it is: it is darkened on white and lightened on black
 * until what is drawn and what is read in it can be seen. Null: the pilot light.
 */
export function lightColours(accent: string | null): Colours {
  if (accent === null) return LIGHT;
  const [band, ask] = [mixed(accent, LIGHT.paper, 0.14), mixed(accent, LIGHT.paper, 0.1)];
  return {
    ...LIGHT,
    treatment: legible(accent, '#000000', [LIGHT.paper, band], DRAWN),
    link: legible(accent, '#000000', [LIGHT.paper, ask, LIGHT.code], READ),
    band,
    ask,
  };
}

function darkColours(accent: string | null): Colours {
  if (accent === null) return DARK;
  const [band, ask] = [mixed(accent, DARK.paper, 0.2), mixed(accent, DARK.paper, 0.16)];
  return {
    ...DARK,
    treatment: legible(accent, '#ffffff', [DARK.paper, band], DRAWN),
    link: legible(accent, '#ffffff', [DARK.paper, ask, DARK.code], READ),
    band,
    ask,
  };
}

/** Follows the reader's system, or stays with one theme. Paper is always light. */
export type Theme = 'reader' | 'light' | 'dark';

/** The custom properties of the theme. */
export function colourCss(theme: Theme, accent: string | null): string {
  const set = (colours: Colours) =>
    Object.entries(colours)
      .map(([name, value]) => `--${name}:${value};`)
      .join('');
  const darkRule = `:root{color-scheme:dark;${set(darkColours(accent))}}`;
  const onScreen = {
    reader: `@media screen and (prefers-color-scheme:dark){${darkRule}}`,
    light: '',
    dark: `@media screen{${darkRule}}`,
  };
  return `:root{color-scheme:light;${set(lightColours(accent))}}${onScreen[theme]}`;
}
