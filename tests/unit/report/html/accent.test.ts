import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourCss, LIGHT, lightColours } from '#shared/report/html/colours.ts';
import { contrast } from '#shared/report/html/contrast.ts';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('is what WCAG says: 21 for black on white, 1 for a colour on itself, 4.48 for #777777 on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9);
    expect(contrast('#d9531e', '#d9531e')).toBe(1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('an accent colour of the team’s own', () => {
  const themes = (accent: string | null) =>
    colourCss('reader', accent)
      .split(':root{')
      .slice(1)
      .map((css) =>
        Object.fromEntries(Array.from(css.matchAll(/--(\w+):(#[0-9a-f]{6})/g), ([, name, hex]) => [name!, hex!])),
      );

  it('can be read and seen in both themes, whatever it is', () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        for (const { paper, ask, code, band, link, treatment, ink } of themes(accent)) {
          for (const ground of [paper, ask, code]) expect(contrast(link!, ground!)).toBeGreaterThanOrEqual(4.5);
          for (const ground of [paper, band]) expect(contrast(treatment!, ground!)).toBeGreaterThanOrEqual(3);
          expect(contrast(ink!, ask!)).toBeGreaterThanOrEqual(7);
        }
      }),
    );
  });

  it('stays as it is where it can be seen, and is the pilot light where none is chosen', () => {
    expect(lightColours('#0b5cad').treatment).toBe('#0b5cad');
    expect(lightColours(null)).toEqual(LIGHT);
    expect(themes(null)).toHaveLength(2);
  });

  it('the report’s own colours hold the same contrasts', () => {
    for (const { paper, ask, code, band, link, treatment, quiet, soft } of themes(null)) {
      for (const ground of [paper, ask, code]) expect(contrast(link!, ground!)).toBeGreaterThanOrEqual(4.5);
      for (const ground of [paper, band]) expect(contrast(treatment!, ground!)).toBeGreaterThanOrEqual(3);
      for (const text of [quiet, soft]) expect(contrast(text!, paper!)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
