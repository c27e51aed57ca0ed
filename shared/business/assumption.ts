import { z } from 'zod';

/** What one has to believe, beside the lift, to turn it into money; in the order in which it is read. */
export const assumptionId = z.enum([
  'customersPerYear',
  'holdoutShare',
  'capacity',
  'valuePerUnit',
  'marginShare',
  'lasting',
  'costPerContact',
  'offerCost',
  'peopleCost',
  'toolCost',
  'setupCost',
  'priorSd',
]);
export type AssumptionId = z.infer<typeof assumptionId>;

/** One line of the business case. `spread`: how far off the value may be, as a share of it. Null: nobody knows yet; of the capacity, that there is no limit. */
export const assumption = z.strictObject({
  id: assumptionId,
  value: z.number().min(0).max(1e12).nullable(),
  spread: z.number().min(0).max(1),
  source: z.string().max(300),
});
export type Assumption = z.infer<typeof assumption>;

/** What a value is counted in. A share is a fraction: 0.4 is 40 %. */
export const ASSUMPTION_UNIT: Readonly<Record<AssumptionId, 'count' | 'money' | 'share'>> = {
  customersPerYear: 'count',
  holdoutShare: 'share',
  capacity: 'count',
  valuePerUnit: 'money',
  marginShare: 'share',
  lasting: 'share',
  costPerContact: 'money',
  offerCost: 'money',
  peopleCost: 'money',
  toolCost: 'money',
  setupCost: 'money',
  priorSd: 'share',
};

/** The lines somebody wrote by hand; all others follow from the pilot. A share above 1, or a line named twice, is refused. */
export const editedAssumptions = z
  .array(assumption)
  .refine((lines) => new Set(lines.map((line) => line.id)).size === lines.length, 'names a line twice')
  .refine(
    (lines) => lines.every(({ id, value }) => ASSUMPTION_UNIT[id] !== 'share' || (value ?? 0) <= 1),
    'holds a share above 100 %',
  );

/** Every line: as written by hand where it was, else as it follows from the pilot. */
export function withEdits(derived: readonly Assumption[], edited: readonly Assumption[]): readonly Assumption[] {
  return derived.map((line) => edited.find((one) => one.id === line.id) ?? line);
}
