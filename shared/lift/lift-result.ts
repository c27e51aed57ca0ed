import { z } from 'zod';

/** What a look at the lift yields: the value behind screen, command line and report alike. */

const figure = z.number().nullable();

export const verdict = z.enum(['scale', 'extend', 'stop', 'invalid']);
export type Verdict = z.infer<typeof verdict>;

export const severity = z.enum(['ok', 'note', 'warning', 'fail']);
export type Severity = z.infer<typeof severity>;

export const check = z.object({
  id: z.string(),
  severity,
  p: figure,
  sentence: z.string(),
  todo: z.string().nullable(),
});
export type Check = z.infer<typeof check>;

export const interval = z.object({ estimate: figure, lower: figure, upper: figure });
export type Interval = z.infer<typeof interval>;

const byArm = z.record(z.string(), z.int());

export const flow = z.object({
  imported: z.int(),
  eligible: z.int(),
  assigned: byArm,
  contacted: byArm,
  analysed: byArm,
  excluded: z.array(z.object({ reason: z.string(), n: z.int() })),
});
export type Flow = z.infer<typeof flow>;

/** `mean` is the rate of a conversion; `x` counts conversions (or customers with a value above 0). */
export const armFigures = z.object({
  id: z.string(),
  n: z.int(),
  mean: figure,
  sd: figure,
  x: z.int(),
  missing: z.int(),
});
export type ArmFigures = z.infer<typeof armFigures>;

/** The lift as it stood when only the customers whose window had closed by `at` were counted. */
export const coursePoint = z.object({
  at: z.string(),
  control: z.object({ n: z.int(), mean: figure }),
  treatment: z.object({ n: z.int(), mean: figure }),
  absolute: interval,
});
export type CoursePoint = z.infer<typeof coursePoint>;

const gauged = z.object({ mean: z.number(), variance: z.number() });

/**
 * What an interval is made of where it is estimate ± critical value × standard error: each arm's mean as it is
 * compared (adjusted, a ratio of totals), the variance of that mean, the degrees of freedom of t, and how the lift's
 * interval follows.
 */
export const basis = z.object({
  control: gauged,
  treatment: gauged,
  df: z.number(),
  relative: z.enum(['fieller', 'delta']),
});
export type Basis = z.infer<typeof basis>;

export const metricResult = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['primary', 'secondary', 'guardrail']),
  kind: z.enum(['conversion', 'count', 'sum', 'mean', 'ratio', 'nps']),
  better: z.enum(['higher', 'lower']),
  margin: figure,
  windowDays: figure,
  unit: z.enum(['rate', 'money', 'number']),
  treatment: z.string(),
  arms: z.array(armFigures),
  absolute: interval,
  relative: interval,
  relativeUnbounded: z.boolean(),
  p: figure,
  pAdjusted: figure,
  /** Fisher's exact p where fewer than 5 conversions or non-conversions are expected in an arm, else null. */
  pExact: figure,
  level: z.number(),
  method: z.string(),
  formula: z.string(),
  /** Null for score intervals, which solve for their ends, and where the interval is withheld. */
  basis: basis.nullable().default(null),
  alwaysValid: z.object({ absolute: interval, relative: interval }).nullable(),
  /**
   * At a planned look: the share of the planned customers analysed, the bound in standard errors, the false-alarm
   * chance spent so far, and the intervals at the level that the bound stands for.
   */
  planned: z
    .object({
      information: z.number(),
      z: z.number(),
      alphaSpent: z.number(),
      level: z.number(),
      absolute: interval,
      relative: interval,
    })
    .nullable()
    .default(null),
  /** Beside an adjusted headline: the raw figures, and by how much adjusting shrank the variance. */
  unadjusted: z
    .object({ absolute: interval, relative: interval, p: figure, method: z.string(), varianceReduction: figure })
    .nullable()
    .default(null),
  /** Why the plan's adjustment was not made, or null. */
  notAdjusted: z.enum(['few-conversions', 'not-possible']).nullable().default(null),
  /**
   * Of an outcome that people answer: how many were asked and answered, whether the arms answered alike, and between
   * what the difference lies whatever the others would have said.
   */
  response: z
    .object({
      control: z.object({ asked: z.int(), answered: z.int() }),
      treatment: z.object({ asked: z.int(), answered: z.int() }),
      p: figure,
      bounds: z.object({ lower: z.number(), upper: z.number() }),
    })
    .nullable()
    .default(null),
  nonInferior: z.boolean().nullable(),
  withheld: z.string().nullable(),
  /** Where the plan caps the values: the cap, and the same figures without it (money uses these). */
  uncapped: z.object({ cap: z.number(), absolute: interval, relative: interval, p: figure }).nullable(),
  course: z.array(coursePoint),
  sentence: z.string(),
});
export type MetricResult = z.infer<typeof metricResult>;

/** The decisive comparison under another choice, and whether that choice would turn the conclusion. */
export const sensitivity = z.object({
  id: z.string(),
  name: z.string(),
  /** The treatment compared; empty in looks that were stored before it was told. */
  treatment: z.string().default(''),
  absolute: interval,
  relative: interval,
  p: figure,
  turns: z.boolean(),
  sentence: z.string(),
});
export type Sensitivity = z.infer<typeof sensitivity>;

/** The deciding comparison within each group of a trait. `shrunken` is null where the group has too few customers. */
export const segments = z.object({
  trait: z.string(),
  kind: z.enum(['planned', 'exploratory']),
  metric: z.string(),
  treatment: z.string(),
  groups: z.array(
    z.object({
      label: z.string(),
      control: z.object({ n: z.int(), mean: figure }),
      treatment: z.object({ n: z.int(), mean: figure }),
      absolute: interval,
      relative: interval,
      shrunken: interval.nullable(),
    }),
  ),
  /** Whether the groups' lifts differ: Cochran's Q, its p, and for exploratory traits the corrected one. */
  interaction: z
    .object({ statistic: z.number(), df: z.int(), p: z.number(), pAdjusted: figure, variance: z.number() })
    .nullable(),
  sentence: z.string(),
});
export type Segments = z.infer<typeof segments>;

export const liftResult = z.object({
  verdict: verdict.nullable(),
  because: z.string(),
  arm: z.string().nullable(),
  headline: z.string(),
  range: z.string(),
  checks: z.array(check),
  flow,
  metrics: z.array(metricResult),
  sensitivity: z.array(sensitivity).default([]),
  segments: z.array(segments).default([]),
  /** Under planned looks: which of them is shown, its day and the next one's. `look` is 0, and `at` null, before the first. */
  plannedLook: z
    .object({ look: z.int(), of: z.int(), at: z.string().nullable(), next: z.string().nullable() })
    .nullable()
    .default(null),
  looks: z.int(),
  asOf: z.string(),
  decided: z.boolean(),
  currency: z.string().nullable(),
  fingerprint: z.string(),
  plan: z.object({ sha256: z.string().nullable(), amendments: z.int() }),
});
export type LiftResult = z.infer<typeof liftResult>;
