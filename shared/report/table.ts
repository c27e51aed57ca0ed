import { z } from 'zod';

/** A drawn interval: values on one scale, `limit` a margin or threshold on it. An end that does not exist is null. */
export const intervalPicture = z.object({
  estimate: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  min: z.number(),
  max: z.number(),
  limit: z.number().nullable(),
  tone: z.enum(['treatment', 'quiet']),
});
export type IntervalPicture = z.infer<typeof intervalPicture>;

/** One cell: words, a figure with the value it was written from, a finding of a check, or a drawn interval. */
export const cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), note: z.string().nullable() }),
  z.object({ kind: z.literal('figure'), text: z.string(), value: z.number().nullable() }),
  z.object({ kind: z.literal('severity'), text: z.string(), severity: z.enum(['ok', 'note', 'warning', 'fail']) }),
  z.object({ kind: z.literal('interval'), text: z.string(), picture: intervalPicture }),
]);
export type Cell = z.infer<typeof cell>;

/** The first cell of a row names it. */
export const table = z.object({
  caption: z.string(),
  columns: z.array(z.object({ title: z.string(), align: z.enum(['start', 'end']) })),
  rows: z.array(z.array(cell)),
});
export type Table = z.infer<typeof table>;
export type Column = Table['columns'][number];

/** A cell of words; `note` stands small beside them, such as a metric's role. */
export function words(text: string, note: string | null = null): Cell {
  return { kind: 'text', text, note };
}

/** A cell of a figure as it is read, and the value it was written from. */
export function figure(text: string, value: number | null): Cell {
  return { kind: 'figure', text, value };
}

/** A column of words. */
export function wordColumn(title: string): Column {
  return { title, align: 'start' };
}

/** A column of figures, right-aligned. */
export function figureColumn(title: string): Column {
  return { title, align: 'end' };
}
