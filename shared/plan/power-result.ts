import { z } from 'zod';

const point = z.object({
  week: z.number(),
  at: z.string(),
  n: z.int(),
  absolute: z.number().nullable(),
  relative: z.number().nullable(),
});

/** What the plan's pilot can see, from its own history; or the sentence that says why nobody can tell. */
export const powerResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('known'),
    metric: z.string(),
    name: z.string(),
    unit: z.enum(['rate', 'money', 'number']),
    baseline: z.number(),
    sd: z.number(),
    basedOn: z.object({ source: z.enum(['control', 'before']), customers: z.int() }),
    arrivalsPerWeek: z.number(),
    pool: z.int(),
    threshold: z.number(),
    power: z.number(),
    level: z.number(),
    peeking: z.enum(['always-valid', 'planned', 'none']),
    timesFixed: z.number().nullable(),
    /** `treatment` is the smallest treatment's; `byArm` names every arm. */
    needed: z
      .object({ control: z.int(), treatment: z.int(), total: z.int(), byArm: z.record(z.string(), z.int()) })
      .nullable(),
    weeks: z.number().nullable(),
    startsAt: z.string(),
    endsAt: z.string().nullable(),
    decideBy: z.string(),
    atDecision: point,
    mde: z.array(point),
    sees: z.boolean(),
    /** `needed`: customers of all arms that show it to hold; null where history cannot tell. */
    guardrails: z.array(
      z.object({
        metric: z.string(),
        name: z.string(),
        needed: z.int().nullable(),
        known: z.int(),
        sees: z.boolean(),
        sentence: z.string(),
      }),
    ),
    sentence: z.string(),
    /** What it cannot see, what the way of looking costs, and other things to know, a sentence each. */
    notes: z.array(z.string()),
    source: z.string(),
  }),
  z.object({ kind: z.literal('unknown'), sentence: z.string() }),
]);
export type PowerResult = z.infer<typeof powerResult>;
export type KnownPower = Extract<PowerResult, { kind: 'known' }>;
