import { z } from 'zod';

/** How many records fall on the days of a span, `step` days a bar; `from` is the first day, 2026-03-01. */
export const dayBars = z.object({ from: z.string(), step: z.int(), counts: z.array(z.int()) });
export type DayBars = z.infer<typeof dayBars>;

/** Days in a row without any record, where the source has records most days; both ends are without. */
export const gap = z.object({ from: z.string(), to: z.string(), days: z.int() });
export type Gap = z.infer<typeof gap>;

/** Amounts of one kind far from the others: how many, beyond which bounds, and the furthest with their lines. */
export const farOut = z.object({
  kind: z.string(),
  n: z.int(),
  of: z.int(),
  below: z.number(),
  above: z.number(),
  furthest: z.array(z.object({ line: z.int(), amount: z.number() })),
});
export type FarOut = z.infer<typeof farOut>;

/** What one source holds, in figures small enough to be drawn. */
export const sourcePicture = z.object({
  source: z.string(),
  customers: z.int(),
  /** Records by what they are: kinds of activity, kinds of feedback, `arm`; traits by their number of keys. */
  records: z.array(z.object({ kind: z.string(), n: z.int() })),
  traits: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  days: dayBars.nullable(),
  gaps: z.array(gap),
  /** Records that lack what others of their kind have. */
  lacking: z.array(z.object({ what: z.enum(['amount', 'date', 'score', 'words']), n: z.int(), of: z.int() })),
  /** Empty cells by column, of the rows looked at when it came in; null where a later file of the same columns came. */
  empty: z.object({ rows: z.int(), columns: z.array(z.object({ name: z.string(), share: z.number() })) }).nullable(),
  farOut: z.array(farOut),
});
export type SourcePicture = z.infer<typeof sourcePicture>;

/** All sources, and by which sorts of key customers are known. */
export const dataPicture = z.object({
  customers: z.int(),
  keys: z.array(z.object({ kind: z.string(), keys: z.int(), customers: z.int() })),
  sources: z.array(sourcePicture),
});
export type DataPicture = z.infer<typeof dataPicture>;

const DAY = 86_400_000;
const MOST_BARS = 60;
/** Fewer days without a record are a weekend or a holiday. */
const SHORTEST_GAP = 3;
const SHOWN_GAPS = 3;
/** Fewer amounts have no usual size to be far from. */
const ENOUGH = 20;
/** Tukey's far-out fence. */
const FENCE = 3;

/** A day number (days since 1970) as 2026-03-01. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Records by day number, drawn as at most 60 bars of whole days each. */
export function barsOf(byDay: ReadonlyMap<number, number>): DayBars | null {
  if (byDay.size === 0) return null;
  const days = [...byDay.keys()];
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_BARS));
  const counts = new Array<number>(Math.ceil((last - first + 1) / step)).fill(0);
  for (const [day, n] of byDay) counts[Math.floor((day - first) / step)]! += n;
  return { from: dayText(first), step, counts };
}

/**
 * The longest stretches without a record, at least three days and more than twice as long as three in four stretches
 * of the same source, so that the weekends of a shop that rests on them are none.
 */
export function gapsOf(byDay: ReadonlyMap<number, number>): Gap[] {
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const stretches = days.slice(1).map((day, i) => ({ from: days[i]! + 1, days: day - days[i]! - 1 }));
  const usual = stretches.map((one) => one.days).sort((a, b) => a - b)[Math.floor(stretches.length * 0.75)] ?? 0;
  return stretches
    .filter((one) => one.days >= SHORTEST_GAP && one.days > 2 * usual)
    .sort((a, b) => b.days - a.days)
    .slice(0, SHOWN_GAPS)
    .map(({ from, days: n }) => ({ from: dayText(from), to: dayText(from + n - 1), days: n }));
}

/**
 * The bounds beyond which amounts are far out: Tukey's outer fences (Exploratory Data Analysis, 1977), on the scale of
 * asinh, since amounts of money spread by factors, not by steps. Null where there are too few or they hardly differ.
 */
export function fencesOf(amounts: Float64Array): { readonly below: number; readonly above: number } | null {
  if (amounts.length < ENOUGH) return null;
  const sorted = amounts.slice().sort();
  const at = (q: number) => Math.asinh(sorted[Math.round((sorted.length - 1) * q)]!);
  const [low, high] = [at(0.25), at(0.75)];
  if (high - low < 1e-9) return null;
  const reach = FENCE * (high - low);
  return { below: Math.sinh(low - reach), above: Math.sinh(high + reach) };
}
