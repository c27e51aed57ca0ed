import { unescaped } from '../html/evidence.ts';
import { type Difference, difference } from './difference.ts';

/** A tag, or the text between two tags, and the headings it stands under. */
type Token = { readonly raw: string; readonly where: string };

/** Elements whose text names what follows: part, block, row. */
const NAMING: Readonly<Record<string, number>> = { title: 0, h1: 0, h2: 0, h3: 1, caption: 1, dt: 2, th: 2 };

/** How far ahead two pages are searched for the place where they agree again. */
const AHEAD = 200;

/**
 * Every piece of text, tag, drawing and style in which two pages differ, by the headings it stands under. A page that
 * was only ever written by this program differs in nothing from the same page written again.
 */
export function pageDifferences(reported: string, recomputed: string): readonly Difference[] {
  const [ours, theirs] = [tokens(recomputed), tokens(reported)];
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < theirs.length || j < ours.length) {
    if (same(theirs[i], ours[j])) {
      i += 1;
      j += 1;
      continue;
    }
    const [byTheirs, byOurs] = nextAgreement(theirs, i, ours, j);
    for (let k = 0; k < Math.max(byTheirs, byOurs); k++) {
      const [their, our] = [k < byTheirs ? theirs[i + k] : undefined, k < byOurs ? ours[j + k] : undefined];
      if (same(their, our)) continue;
      found.push(difference((our ?? their)?.where ?? '', written(their), written(our)));
    }
    i += byTheirs;
    j += byOurs;
  }
  return found;
}

function same(one: Token | undefined, other: Token | undefined): boolean {
  return one?.raw === other?.raw;
}

/** How many tokens to pass on each side until both agree again; all that is left where they never do. */
function nextAgreement(theirs: readonly Token[], i: number, ours: readonly Token[], j: number): [number, number] {
  for (let total = 1; total <= AHEAD; total++) {
    for (let half = 0; half <= total; half++) {
      const [a, b] = [Math.ceil(total / 2) + alternating(half), Math.floor(total / 2) - alternating(half)];
      if (a < 0 || b < 0 || i + a > theirs.length || j + b > ours.length) continue;
      if (same(theirs[i + a], ours[j + b]) && same(theirs[i + a + 1], ours[j + b + 1])) return [a, b];
    }
  }
  return [theirs.length - i, ours.length - j];
}

/** 0, 1, −1, 2, −2 …: near replacements are tried before things added or taken away. */
function alternating(n: number): number {
  return n % 2 === 1 ? (n + 1) / 2 : -n / 2;
}

function tokens(page: string): Token[] {
  const found: Token[] = [];
  const names: string[] = [];
  let naming: number | null = null;
  for (const [raw] of page.matchAll(/<style>[\s\S]*?<\/style>|<[^>]*>|[^<]+/g)) {
    const opened = /^<([a-z][a-z0-9]*)/.exec(raw)?.[1];
    const level = opened === undefined ? undefined : NAMING[opened];
    if (level !== undefined) {
      naming = level;
      names.splice(level);
    } else if (naming !== null && !raw.startsWith('<')) {
      names[naming] = `${names[naming] ?? ''} ${unescaped(raw)}`.trim();
    } else if (/^<\/(title|h1|h2|h3|caption|dt|th)>/.test(raw)) naming = null;
    found.push({ raw, where: raw.startsWith('<style>') ? 'style' : names.filter(Boolean).join(' › ') });
  }
  return found;
}

function written(token: Token | undefined): string | null {
  return token === undefined ? null : unescaped(token.raw);
}
