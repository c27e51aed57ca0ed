/** One place where a report does not say what its pilot says. Null: there is nothing on that side. */
export type Difference = {
  /** In the reader's words: section, table, row. */
  readonly where: string;
  readonly reported: string | null;
  readonly recomputed: string | null;
};

const LONGEST = 160;
/** So much of what both sides share stands before the point where they part. */
const BEFORE = 40;

/** A difference whose two sides fit a line each: of long texts the part around the point where they part. */
export function difference(where: string, reported: string | null, recomputed: string | null): Difference {
  const longest = Math.max(reported?.length ?? 0, recomputed?.length ?? 0);
  if (longest <= LONGEST) return { where, reported, recomputed };
  const start = Math.max(0, partingOf(reported ?? '', recomputed ?? '') - BEFORE);
  return { where, reported: part(reported, start), recomputed: part(recomputed, start) };
}

function partingOf(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function part(text: string | null, start: number): string | null {
  if (text === null) return null;
  const end = start + LONGEST;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
