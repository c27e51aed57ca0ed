import { z } from 'zod';
import { dateOrder } from './mapping.ts';

/**
 * What a person does to rows in quarantine so that they get in. `cells` is one row, written anew; the others do the
 * same to every row that stands there for one reason, `empty` to the cell the reason names.
 */
export const mending = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('cells'), row: z.int(), cells: z.array(z.string()).min(1).max(16_384) }),
  z.strictObject({ by: z.literal('retry'), source: z.string().nullable(), reason: z.string() }),
  z.strictObject({ by: z.literal('trim'), source: z.string().nullable(), reason: z.string() }),
  z.strictObject({ by: z.literal('empty'), source: z.string().nullable(), reason: z.string() }),
  z.strictObject({
    by: z.literal('date-order'),
    source: z.string().nullable(),
    reason: z.string(),
    dateOrder,
  }),
  z.strictObject({
    by: z.literal('decimal'),
    source: z.string().nullable(),
    reason: z.string(),
    decimal: z.enum(['.', ',']),
  }),
]);
export type Mending = z.infer<typeof mending>;

/** What became of the rows that were tried again: `tried = kept + duplicates + stillOut`; replaced ones are among the kept. */
export const mended = z.object({
  tried: z.int(),
  kept: z.int(),
  replaced: z.int(),
  duplicates: z.int(),
  stillOut: z.int(),
});
export type Mended = z.infer<typeof mended>;

/** One row in quarantine, cell by cell. `column` is the cell its reason names; `whyNot` says why it cannot be mended here. */
export const quarantinedCells = z.object({
  row: z.int(),
  source: z.string(),
  file: z.string(),
  line: z.int(),
  reason: z.string(),
  header: z.array(z.string()),
  cells: z.array(z.string()),
  column: z.int().nullable(),
  whyNot: z.string().nullable(),
});
export type QuarantinedCells = z.infer<typeof quarantinedCells>;

const EDGES = /^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g;

/** A cell without spaces and invisible characters around it. */
export function trimmed(cell: string): string {
  return cell.replace(EDGES, '');
}

/** The header of the column that a reason about one cell names; null for a reason about the whole row. */
export function columnOfReason(reason: string): string | null {
  const colon = reason.indexOf(': ');
  return colon < 0 ? null : reason.slice(colon + 2);
}

/** Which fixes could help all rows that stand in quarantine for this reason. */
export function fixesFor(reason: string): readonly Exclude<Mending['by'], 'cells'>[] {
  const column = columnOfReason(reason);
  const kind = column === null ? reason : reason.slice(0, reason.indexOf(': '));
  switch (kind) {
    case 'bad-date':
    case 'ambiguous-date':
      return ['date-order', 'trim', 'empty', 'retry'];
    case 'bad-number':
      return ['decimal', 'trim', 'empty', 'retry'];
    case 'bad-boolean':
    case 'score-off-scale':
      return ['trim', 'empty', 'retry'];
    case 'other-currency':
      // Emptied, the amount would count as one in the pilot's currency.
      return ['retry'];
    default:
      return column === null ? ['retry'] : ['empty', 'retry'];
  }
}
