import { z } from 'zod';

/**
 * The plan: one JSON value, sealed by its hash before the lift is seen.
 * The names and meanings are a contract others script against (docs/command-line.md).
 */

const hours = z.number().min(0);
const days = z.number().positive();

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { none: Condition[] }
  | TraitCondition
  | ActivityCondition;

const comparable = z.union([z.string(), z.number(), z.boolean()]);

const traitCondition = z.strictObject({
  trait: z.string().min(1),
  is: comparable.optional(),
  in: z.array(comparable).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
});
export type TraitCondition = z.infer<typeof traitCondition>;

const activityCondition = z.strictObject({
  activity: z.string().min(1),
  count: z.strictObject({ atLeast: z.int().optional(), atMost: z.int().optional() }).optional(),
  daysBefore: days.optional(),
});
export type ActivityCondition = z.infer<typeof activityCondition>;

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ none: z.array(condition) }),
    traitCondition,
    activityCondition,
  ]),
) as z.ZodType<Condition>;

export const trigger = z.strictObject({
  activity: z.string().min(1),
  unless: z.strictObject({ activity: z.string().min(1), withinHours: hours }).optional(),
});
export type Trigger = z.infer<typeof trigger>;

/** Customers who would be in but are kept out, counted by reason: no consent, contacted lately, staff. */
export const exclusion = z.strictObject({ reason: z.string().trim().min(1).max(100), where: condition });
export type Exclusion = z.infer<typeof exclusion>;

const exclude = z.array(exclusion).max(20).optional();

export const population = z.union([
  z.strictObject({ everyone: z.literal(true), exclude }),
  z.strictObject({ trigger: trigger.optional(), where: condition.optional(), exclude }),
]);
export type Population = z.infer<typeof population>;

export const intervention = z.strictObject({
  channel: z.string().min(1),
  message: z.string(),
  link: z.string().optional(),
  withinHours: hours.optional(),
  costPerContact: z.number().min(0).optional(),
  offerCost: z.number().min(0).optional(),
  exposure: z.strictObject({ activity: z.string().min(1) }).optional(),
});
export type Intervention = z.infer<typeof intervention>;

export const arm = z.strictObject({
  id: z.string().regex(/^[\w.-]+$/, 'holds only letters, digits, dot, dash and underscore'),
  role: z.enum(['control', 'treatment']),
  weight: z.number().positive(),
  intervention: intervention.optional(),
});
export type Arm = z.infer<typeof arm>;

/** Customers who share this trait (household, store) share their arm; those without it are each on their own. */
const cluster = z.strictObject({ trait: z.string().min(1) }).optional();

/** The share of the eligible customers who are kept out of everything: in no arm, never contacted, never analysed. */
const holdout = z.number().gt(0).lt(1).optional();

export const allocation = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('stratified'),
    seed: z.int(),
    strata: z.array(z.string()).optional(),
    cluster,
    holdout,
  }),
  z.strictObject({ method: z.literal('hash'), seed: z.int(), cluster, holdout }),
  z.strictObject({
    method: z.literal('imported'),
    from: z.record(z.string(), z.string()),
    /** What put customers into the arms; by chance, unless the plan says that it was something else. */
    drawn: z.enum(['by-chance', 'otherwise']).optional(),
    cluster,
  }),
]);
export type Allocation = z.infer<typeof allocation>;

const activityField = z.strictObject({ activity: z.string().min(1), field: z.string().optional() });
/** `atLeast` makes a conversion of so many: a repeat rate is that of at least 2. */
const countedField = activityField.extend({ atLeast: z.int().min(1).optional() });
const traitField = z.strictObject({ trait: z.string().min(1) });
const scoreField = z.strictObject({ score: z.string().min(1) });
export const metricField = z.union([countedField, traitField, scoreField]);
export type MetricField = z.infer<typeof metricField>;

export const metricRole = z.enum(['primary', 'secondary', 'guardrail']);
export const metricKind = z.enum(['conversion', 'count', 'sum', 'mean', 'ratio', 'nps']);

export const metric = z.strictObject({
  id: z.string().regex(/^[\w.-]+$/, 'holds only letters, digits, dot, dash and underscore'),
  name: z.string().optional(),
  role: metricRole,
  kind: metricKind,
  of: metricField,
  per: metricField.optional(),
  windowDays: days.optional(),
  cap: z
    .union([
      z.strictObject({ percentile: z.number().gt(0).lt(100), amount: z.number().min(0).optional() }),
      z.strictObject({ amount: z.number().min(0) }),
    ])
    .optional(),
  better: z.enum(['higher', 'lower']),
  margin: z.number().positive().optional(),
  /** Its outcomes come with a later export, so that nothing in the records bears its name yet. */
  arrives: z.literal('later').optional(),
});
export type Metric = z.infer<typeof metric>;

export const covariate = z.union([
  z.string().min(1),
  z.strictObject({
    id: z.string().min(1),
    kind: z.enum(['count', 'sum', 'conversion']),
    of: activityField,
    daysBefore: days,
  }),
]);
export type Covariate = z.infer<typeof covariate>;

export const analysis = z.strictObject({
  level: z.number().gt(0.5).lt(1),
  sides: z.union([z.literal(1), z.literal(2)]),
  peeking: z.enum(['always-valid', 'planned', 'none']),
  looks: z.array(z.iso.date()).max(200).optional(),
  /**
   * Customers expected in a comparison's two arms together: what an always-valid interval is tuned to, and what the
   * information of a planned look is measured by.
   */
  expectedN: z.int().positive().optional(),
  covariates: z.array(covariate).optional(),
  correction: z.enum(['none', 'holm', 'bh']).optional(),
  /** Traits by which the lift is told apart, said beforehand; each known before the start. */
  segments: z.array(z.string().min(1)).max(10).optional(),
});
export type Analysis = z.infer<typeof analysis>;

export const decision = z.strictObject({
  scaleIf: z.strictObject({ metric: z.string().min(1), relativeLiftAtLeast: z.number() }),
  decideBy: z.iso.date(),
});
export type Decision = z.infer<typeof decision>;

export const plan = z.strictObject({
  hypothesis: z.string(),
  population,
  arms: z.array(arm).min(2),
  allocation,
  metrics: z.array(metric).min(1),
  analysis,
  decision,
});
export type Plan = z.infer<typeof plan>;

export const amendment = z.object({ at: z.string(), why: z.string(), sha256: z.string(), plan });
export type Amendment = z.infer<typeof amendment>;

/** The plan as it stands: `sha256` is null until sealed; amendments are dated and in order. */
export const planState = z.object({
  plan,
  sealed: z.string().nullable(),
  sha256: z.string().nullable(),
  amendments: z.array(amendment),
});
export type PlanState = z.infer<typeof planState>;
