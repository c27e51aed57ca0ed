import { z } from 'zod';
import { key } from './matching.ts';

/** Where a row stands: `line` counts from 1, the header included. `file` is null for what Pilotlight noted itself. */
export const rowPlace = z.object({ source: z.string(), file: z.string().nullable(), line: z.int() });
export type RowPlace = z.infer<typeof rowPlace>;

/** A key of the person, with the first row of every export that names it and how many rows do. */
export const namedKey = key.extend({
  places: z.array(rowPlace.extend({ rows: z.int() })),
});
export type NamedKey = z.infer<typeof namedKey>;

/**
 * Two keys and what is between them: they `join`; one of them is `shared` by too many or not `trusted` while matching
 * is strict, so they do not; or they were `cut` by hand. `because` a row names both, or an option makes them the same.
 */
export const keyBond = z.object({
  a: key,
  b: key,
  because: z.enum(['row', 'option']),
  state: z.enum(['joins', 'shared', 'untrusted', 'cut']),
  rows: z.array(rowPlace),
  /** The customers the two belong to now. */
  customers: z.tuple([z.int().nullable(), z.int().nullable()]),
});
export type KeyBond = z.infer<typeof keyBond>;

/** Why the keys of one customer are one person. */
export const whyOne = z.object({
  customer: z.int(),
  keys: z.array(namedKey),
  bonds: z.array(keyBond),
});
export type WhyOne = z.infer<typeof whyOne>;
