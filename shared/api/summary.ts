import { z } from 'zod';

/** The six steps of the journey, in order; the same words in code, screens and report. */
export const step = z.enum(['charter', 'data', 'plan', 'run', 'lift', 'report']);
export type Step = z.infer<typeof step>;

export const stepState = z.object({
  step,
  state: z.enum(['todo', 'current', 'done']),
  /** A few words beside the step: "5 sources", "sealed", "look 4". */
  note: z.string(),
});

/** What the shell shows of the open pilot. */
export const pilotSummary = z.object({
  id: z.string(),
  name: z.string(),
  file: z.string(),
  template: z.string(),
  bytes: z.int(),
  savedAt: z.string(),
  mode: z.enum(['writer', 'reader']),
  /** Why the pilot can only be read, or null. */
  readOnlyBecause: z.string().nullable(),
  integrity: z.enum(['checking', 'ok', 'damaged']),
  steps: z.array(stepState),
  reached: step,
  nextAction: z.string(),
  lastLook: z.object({ at: z.string(), headline: z.string(), verdict: z.string().nullable() }).nullable(),
});
export type PilotSummary = z.infer<typeof pilotSummary>;

/** One line of the list of recent pilots on the home screen. */
export const recentPilot = z.object({
  id: z.string(),
  name: z.string(),
  file: z.string(),
  openedAt: z.string(),
  reached: step,
  nextAction: z.string(),
  lastLook: z.object({ at: z.string(), headline: z.string(), verdict: z.string().nullable() }).nullable(),
  missing: z.boolean(),
});
export type RecentPilot = z.infer<typeof recentPilot>;

export { type TemplateCard, templateCard } from '../template/card.ts';
