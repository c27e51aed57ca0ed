import { z } from 'zod';
import { dateOrder, mapping } from './mapping.ts';

/** Counts by the reason a row stands in quarantine. */
export const reasonCounts = z.record(z.string(), z.int());

/** What one import did: `rowsRead = kept + duplicates + quarantined`, always; replaced rows are among the kept. */
export const importResult = z.object({
  source: z.string().nullable(),
  file: z.string(),
  rowsRead: z.int(),
  kept: z.int(),
  replaced: z.int(),
  duplicates: z.int(),
  quarantined: z.int(),
  reasons: reasonCounts,
  customersNew: z.int(),
  customersMatched: z.int(),
  warnings: z.array(z.string()),
});
export type ImportResult = z.infer<typeof importResult>;

/** One import as the pilot remembers it. `source` is the id people type, such as `s3`. */
export const source = z.object({
  source: z.string(),
  file: z.string(),
  preset: z.string().nullable(),
  kind: z.string(),
  importedAt: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  rowsRead: z.int(),
  kept: z.int(),
  replaced: z.int(),
  duplicates: z.int(),
  quarantined: z.int(),
  reasons: reasonCounts,
  warnings: z.array(z.string()),
  mapping,
});
export type Source = z.infer<typeof source>;

/** A row that did not become a record: as it was, where it stood, and why. `line` counts from 1, the header included. */
export const quarantinedRow = z.object({
  source: z.string(),
  line: z.int(),
  reason: z.string(),
  raw: z.string(),
});
export type QuarantinedRow = z.infer<typeof quarantinedRow>;

/** One column of an export before it is imported: what stands in it, what it should become, and because of what. */
export const guessedColumn = z.object({
  header: z.string(),
  values: z.array(z.string()),
  target: z.unknown(),
  because: z.string(),
  doubt: z.string().nullable(),
});

/**
 * What only a person can say of a file: the order of its dates where every one of them could be two days (`orders` are
 * those that make a day of each), whether 1.234 is thousands where no number tells, and the time zone of times that name
 * none. `zones` are those other sources were said to be in. `sentence` is also among the warnings.
 */
export const question = z.discriminatedUnion('ask', [
  z.object({
    ask: z.literal('date-order'),
    column: z.string().nullable(),
    cell: z.string(),
    orders: z.array(dateOrder),
    sentence: z.string(),
  }),
  z.object({ ask: z.literal('decimal'), column: z.string(), cell: z.string(), sentence: z.string() }),
  z.object({
    ask: z.literal('time-zone'),
    column: z.string(),
    cell: z.string(),
    zones: z.array(z.string()),
    sentence: z.string(),
  }),
]);
export type Question = z.infer<typeof question>;

/** The import a remembered mapping was used for last, and what changed since; `changes` are also among the warnings. */
export const since = z.object({
  source: z.string(),
  file: z.string(),
  importedAt: z.string(),
  rowsRead: z.int(),
  changes: z.array(z.string()),
});
export type Since = z.infer<typeof since>;

/** What can be said of an export before it is imported. */
export const guess = z.object({
  file: z.string(),
  bytes: z.int(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** The sheets of a workbook. */
  sheets: z.array(z.string()),
  header: z.array(z.string()),
  rowEstimate: z.int(),
  preset: z.string().nullable(),
  presetName: z.string().nullable(),
  remembered: z.boolean(),
  kind: z.string(),
  mapping,
  columns: z.array(guessedColumn),
  firstRows: z.array(z.array(z.string())),
  finding: z.string(),
  warnings: z.array(z.string()),
  questions: z.array(question),
  since: since.nullable(),
});
export type Guess = z.infer<typeof guess>;
export type GuessedColumn = z.infer<typeof guessedColumn>;
