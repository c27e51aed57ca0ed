import { z } from 'zod';
import { rates } from './rates.ts';

/**
 * How one export becomes records: written by hand, suggested by `guess`, remembered by the pilot.
 * The names and meanings are a contract others script against (docs/command-line.md).
 */

export const traitType = z.enum(['number', 'text', 'boolean', 'date']);
export type TraitType = z.infer<typeof traitType>;

const identityKey = z
  .string()
  .regex(
    /^(email|phone|cookie|name\+zip|number:[\w.-]+)$/,
    'is one of email, phone, cookie, name+zip, number:<system>',
  );

export const columnTarget = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('identity'), key: identityKey }),
  z.strictObject({ to: z.literal('at') }),
  z.strictObject({ to: z.literal('amount') }),
  /** How many of a thing the amount is the price of one of; the amount is multiplied by it. */
  z.strictObject({ to: z.literal('quantity') }),
  z.strictObject({ to: z.literal('currency') }),
  z.strictObject({ to: z.literal('reference') }),
  z.strictObject({ to: z.literal('activity') }),
  z.strictObject({ to: z.literal('property'), name: z.string().min(1) }),
  z.strictObject({ to: z.literal('arm') }),
  z.strictObject({ to: z.literal('trait'), name: z.string().min(1), type: traitType }),
  z.strictObject({
    to: z.literal('score'),
    question: z.string().min(1),
    scale: z.tuple([z.number(), z.number()]),
  }),
  z.strictObject({ to: z.literal('verbatim') }),
  z.strictObject({ to: z.literal('channel') }),
  z.strictObject({ to: z.literal('ignore') }),
]);
export type ColumnTarget = z.infer<typeof columnTarget>;

export const dateOrder = z.enum(['ymd', 'dmy', 'mdy']);
export type DateOrder = z.infer<typeof dateOrder>;

/**
 * The file's own conventions; any part left out is recognised from the file. Encoding and delimiter are null where the
 * format has none; `sheet` names one of a workbook, or a part of it: `Orders!B3:H400`. `country` (ISO 3166, two letters) is where
 * phone numbers without a country code belong.
 */
export const fileFormat = z.strictObject({
  encoding: z.string().nullable(),
  delimiter: z.string().min(1).nullable(),
  headerRows: z.int().min(0),
  skipRows: z.int().min(0),
  decimal: z.enum(['.', ',']),
  dateOrder,
  timeZone: z.string(),
  currency: z.string().nullable(),
  sheet: z.string().nullable(),
  country: z.string().length(2).nullable(),
});
export type FileFormat = z.infer<typeof fileFormat>;

const statedFormat = fileFormat.partial();
/** The parts of a format somebody states. */
export type StatedFormat = z.infer<typeof statedFormat>;

/** Holds for a row by one of its cells: something stands in it, one of these words, or a number above or below this one. */
export const condition = z.union([
  z.strictObject({ column: z.string(), filled: z.literal(true) }),
  z.strictObject({ column: z.string(), in: z.array(z.string()).min(1) }),
  z.strictObject({ column: z.string(), above: z.number() }),
  z.strictObject({ column: z.string(), below: z.number() }),
]);
export type Condition = z.infer<typeof condition>;

/** One of several activities of a row, with a date or amount of its own where it has one. */
export const rowActivity = z.strictObject({
  activity: z.string().min(1),
  at: z.string().optional(),
  amount: z.string().optional(),
  when: condition.optional(),
});
export type RowActivity = z.infer<typeof rowActivity>;

/**
 * Rows that carry on the record above them: the same cell in `same`, and nothing in any of `empty`. Their cells
 * `items` become one entry each of the record's property `as`, the first row's included.
 */
export const continuation = z.strictObject({
  same: z.string(),
  empty: z.array(z.string()).min(1),
  items: z.record(z.string(), z.string()),
  as: z.string().min(1),
});
export type Continuation = z.infer<typeof continuation>;

/** By header text. Zod's own record drops a key named `__proto__`, but a column may have that name like any other. */
const columns = z
  .custom<Record<string, ColumnTarget>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    {
      message: 'is an object of header text to target',
    },
  )
  .transform((value, ctx) => {
    const targets: [string, ColumnTarget][] = [];
    for (const [header, target] of Object.entries(value)) {
      const parsed = columnTarget.safeParse(target);
      if (parsed.success) targets.push([header, parsed.data]);
      else {
        for (const issue of parsed.error.issues) {
          ctx.addIssue({ code: 'custom', message: issue.message, path: [header, ...issue.path], input: target });
        }
      }
    }
    return Object.fromEntries(targets);
  });

export const mappingKind = z.enum(['activities', 'traits', 'feedback']);
export type MappingKind = z.infer<typeof mappingKind>;

export const mapping = z.strictObject({
  kind: mappingKind,
  activity: z.string().min(1).optional(),
  feedback: z.string().min(1).optional(),
  activities: z.array(rowActivity).min(1).optional(),
  continuation: continuation.optional(),
  format: statedFormat.optional(),
  columns,
  rowKey: z.array(z.string()).optional(),
  identity: z.literal('row').optional(),
  arm: z.string().min(1).optional(),
  /** What one of another currency is worth in the pilot's; such amounts are converted instead of set aside. */
  rates: rates.optional(),
});
export type Mapping = z.infer<typeof mapping>;
