import { z } from 'zod';
import { verdict } from '../../lift/lift-result.ts';
import { question } from '../page-one/question.ts';
import { shownOf } from '../shown.ts';
import type { WorthStory } from '../story.ts';

const range = z.object({ middle: z.number(), lower: z.number().nullable(), upper: z.number().nullable() });
export type Range = z.infer<typeof range>;

/** What the last look of a pilot found; `lift` and `money` are null where they were withheld or cannot be used. */
export const lookedAt = z.object({
  at: z.string(),
  looks: z.int(),
  verdict: verdict.nullable(),
  decided: z.boolean(),
  because: z.string(),
  metric: z.string(),
  /** Relative. */
  lift: range.nullable(),
  /** The first year of a full rollout, after costs. */
  money: range.nullable(),
  currency: z.string().nullable(),
  /** Whether data or plan have changed since. */
  stands: z.boolean(),
});
export type LookedAt = z.infer<typeof lookedAt>;

/** One file of a folder of pilots: the pilot as its last look left it, or why it cannot be read. */
export const portfolioRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pilot'),
    file: z.string(),
    name: z.string(),
    question: z.string(),
    owner: z.string(),
    sponsor: z.string(),
    step: z.enum(['charter', 'data', 'plan', 'run', 'lift', 'report']),
    next: z.string(),
    sealed: z.string().nullable(),
    decideBy: z.string(),
    look: lookedAt.nullable(),
  }),
  z.object({ kind: z.literal('unreadable'), file: z.string(), sentence: z.string() }),
]);
export type PortfolioRow = z.infer<typeof portfolioRow>;
export type PilotRow = Extract<PortfolioRow, { kind: 'pilot' }>;

/** The question of a pilot, and what its last look found. */
export function lookedAtOf(story: WorthStory, stands: boolean): { question: string; look: LookedAt } {
  const { lift, primary, business, looks, format } = story;
  const usable = lift.verdict !== 'invalid';
  const shown = primary === null || !usable ? null : shownOf(primary);
  const relative = shown === null || shown.kind === 'withheld' ? null : shown.relative;
  const year = business.kind === 'computed' ? business.firstYear : null;
  return {
    question: question(story),
    look: {
      at: looks.at(-1)?.at ?? lift.asOf,
      looks: lift.looks,
      verdict: lift.verdict,
      decided: lift.decided,
      because: lift.because,
      metric: primary?.name ?? '',
      lift: relative === null || relative.estimate === null ? null : { ...relative, middle: relative.estimate },
      money: year === null || year.middle === null ? null : { ...year, middle: year.middle },
      currency: format.currency,
      stands,
    },
  };
}
