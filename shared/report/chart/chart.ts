import { z } from 'zod';
import { table } from '../table.ts';

/** What every chart has: a title that says the finding, what is drawn, the finding for those who cannot see it, a table. */
const common = {
  id: z.string(),
  title: z.string(),
  caption: z.string(),
  alt: z.string(),
  table,
};

const tick = z.object({ value: z.number(), text: z.string() });

/** A scale from `min` to `max` with the values written on it. */
export const axis = z.object({ min: z.number(), max: z.number(), ticks: z.array(tick), label: z.string() });
export type Axis = z.infer<typeof axis>;

/** Control is a circle and treatment a diamond; further treatments are told apart by their label. */
export const armPoint = z.object({
  arm: z.string(),
  role: z.enum(['control', 'treatment']),
  n: z.int(),
  estimate: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  text: z.string(),
});
export type ArmPoint = z.infer<typeof armPoint>;

/** What each arm did, side by side: one group a period, or one group an arm. */
export const armsChart = z.object({
  kind: z.literal('arms'),
  ...common,
  groups: z.array(z.object({ label: z.string(), points: z.array(armPoint) })),
  legend: z.array(z.object({ role: z.enum(['control', 'treatment']), text: z.string() })),
  axis,
});
export type ArmsChart = z.infer<typeof armsChart>;

/** The lift as it stood over time, with its interval, and the threshold of the plan. `at` is milliseconds since 1970. */
export const courseChart = z.object({
  kind: z.literal('course'),
  ...common,
  points: z.array(
    z.object({
      at: z.number(),
      label: z.string(),
      estimate: z.number().nullable(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
    }),
  ),
  threshold: z.object({ value: z.number(), text: z.string() }).nullable(),
  last: z.object({ estimate: z.string(), range: z.string() }),
  axis,
});
export type CourseChart = z.infer<typeof courseChart>;

const box = z.object({ title: z.string(), text: z.string() });

/** The participant flow: what was imported, who was eligible, and a column an arm. */
export const flowChart = z.object({
  kind: z.literal('flow'),
  ...common,
  /** `left`: what was lost after a box, and why. */
  trunk: z.array(box.extend({ left: z.array(box) })),
  arms: z.array(
    z.object({ arm: z.string(), role: z.enum(['control', 'treatment']), boxes: z.array(box), left: box.nullable() }),
  ),
});
export type FlowChart = z.infer<typeof flowChart>;

/** What moves a result most: a bar a line from its low to its high end, the widest first. */
export const tornadoChart = z.object({
  kind: z.literal('tornado'),
  ...common,
  /** The result with every line at its value. */
  centre: z.number(),
  bars: z.array(
    z.object({ label: z.string(), low: z.number(), high: z.number(), lowText: z.string(), highText: z.string() }),
  ),
  axis,
});
export type TornadoChart = z.infer<typeof tornadoChart>;

export const chart = z.discriminatedUnion('kind', [armsChart, courseChart, flowChart, tornadoChart]);
export type Chart = z.infer<typeof chart>;
