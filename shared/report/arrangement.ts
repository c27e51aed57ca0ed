import { z } from 'zod';
import { type SectionId, sectionId } from './section-id.ts';

/** What a report can never be without: who took part, plan with amendments and looks, checks, every planned result. */
export const MUST_STAY: readonly SectionId[] = ['flow', 'plan', 'checks', 'results'];

export const signer = z.enum(['lead', 'analyst', 'sponsor']);
export type Signer = z.infer<typeof signer>;

/** Who signed off, on which day, and the state of the data it was about: after new data it does not hold any more. */
export const signOff = z.strictObject({
  role: signer,
  name: z.string().trim().min(1).max(120),
  on: z.iso.date(),
  fingerprint: z.string().max(128),
});
export type SignOff = z.infer<typeof signOff>;

const quoteEdit = z.strictObject({ leftOut: z.boolean(), blacked: z.array(z.int().min(0)).max(2000) });

/**
 * How the lead arranged the report: the order of its sections, those left out, notes, which quotes pass, and who
 * signed off. What must stay is refused among the hidden.
 */
export const arrangement = z.strictObject({
  order: z.array(sectionId).max(100),
  hidden: z
    .array(sectionId)
    .max(100)
    .refine((ids) => ids.every((id) => !MUST_STAY.includes(id)), 'names a section no report may be without'),
  notes: z.partialRecord(sectionId, z.string().max(4000)),
  quotes: z.record(z.string().max(64), quoteEdit),
  signedOff: z
    .array(signOff)
    .max(3)
    .refine((all) => new Set(all.map(({ role }) => role)).size === all.length, 'names a role twice'),
});
export type Arrangement = z.infer<typeof arrangement>;

export const AS_IT_COMES: Arrangement = { order: [], hidden: [], notes: {}, quotes: {}, signedOff: [] };

/** Every section in the order wanted; one that is not named keeps its usual place after the one before it. */
export function arranged(order: readonly SectionId[], usual: readonly SectionId[]): SectionId[] {
  const named = [...new Set(order)].filter((id) => usual.includes(id));
  const result: SectionId[] = named;
  usual.forEach((id, i) => {
    if (result.includes(id)) return;
    const before = usual
      .slice(0, i)
      .reverse()
      .find((one) => result.includes(one));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id);
  });
  return result;
}

/** The order after a section was moved by one place up (−1) or down (+1). */
export function moved(order: readonly SectionId[], id: SectionId, by: -1 | 1): SectionId[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const next = order.filter((one) => one !== id);
  next.splice(to, 0, id);
  return next;
}
