import { z } from 'zod';

/**
 * One place where a report does not say what its pilot says, in the reader's words: section, table, row. Null: there
 * is nothing on that side.
 */
export const differenceSchema = z.object({
  where: z.string(),
  reported: z.string().nullable(),
  recomputed: z.string().nullable(),
});
export type Difference = z.infer<typeof differenceSchema>;

/** What holding a report against its pilot found; `notes` tells what happened to the pilot since, none of it a fault. */
export const verification = z.object({
  same: z.boolean(),
  differences: z.array(differenceSchema),
  notes: z.array(z.string()),
});
export type Verification = z.infer<typeof verification>;

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
