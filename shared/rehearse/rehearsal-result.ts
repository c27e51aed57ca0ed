import { z } from 'zod';

const share = z.object({ rate: z.number(), lower: z.number(), upper: z.number() });

/** A pilot played on history many times over; or the sentence that says why it cannot be. */
export const rehearsalResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rehearsed'),
    metric: z.string(),
    runs: z.int(),
    customers: z.int(),
    looks: z.int(),
    level: z.number(),
    /** Share of rehearsals without any lift in which the plan's method saw one at any of its looks. */
    falsePositiveRate: z.number(),
    /** The same with an ordinary interval at each of these looks. */
    naiveFalsePositiveRate: z.number(),
    lift: z.number(),
    /** Share of rehearsals in which the planted lift was seen by the end. */
    power: z.number(),
    /** Share that would have ended with "scale": seen, and the estimate reaches the threshold. Guardrails left aside. */
    scaleRate: z.number(),
    medianWeeks: z.number().nullable(),
    intervals: z.object({ falsePositiveRate: share, power: share }),
    sentences: z.object({ nothing: z.string(), planted: z.string() }),
    notes: z.array(z.string()),
  }),
  z.object({ kind: z.literal('unknown'), sentence: z.string() }),
]);
export type RehearsalResult = z.infer<typeof rehearsalResult>;
