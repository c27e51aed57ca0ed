import type { MetricResult } from '../../lift/lift-result.ts';
import { mean } from '../../stats/mean.ts';
import { nps } from '../../stats/nps.ts';
import type { Finding, Outcome } from '../../stats/result.ts';
import { comparedArms } from '../shown.ts';
import type { WorthStory } from '../story.ts';
import type { Answers } from './voice.ts';

/** The score of one arm to one question, with its interval, and the share of those asked that answered. */
export type Score = {
  readonly question: string;
  readonly arm: string;
  readonly kind: 'nps' | 'mean';
  readonly answered: number;
  readonly rate: number | null;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/**
 * What each arm answered. A question that the plan measures is told as the lift counts it, with its windows and its
 * customers asked; any other counts first answers over all assigned.
 */
export function scoresOf(story: WorthStory): Score[] {
  const { voice, lift, planState } = story;
  const { level } = planState.plan.analysis;
  return voice.answers.map((one) => {
    const measured = measuredOf(one, story);
    if (measured !== null) return measured;
    const assigned = lift.flow.assigned[one.arm] ?? 0;
    return {
      question: one.question,
      arm: one.arm,
      kind: isNps(one) ? 'nps' : 'mean',
      answered: one.n,
      rate: assigned > 0 ? one.n / assigned : null,
      ...scoreOf(one, level),
    };
  });
}

/** The metrics of the lift that ask a question, those of one treatment each. */
export function asking(question: string, { lift, planState }: Pick<WorthStory, 'lift' | 'planState'>): MetricResult[] {
  const ids = planState.plan.metrics.filter(({ of }) => 'score' in of && of.score === question).map(({ id }) => id);
  return lift.metrics.filter(({ id, response }) => ids.includes(id) && response !== null);
}

function measuredOf({ question, arm }: Answers, story: WorthStory): Score | null {
  for (const metric of asking(question, story)) {
    const arms = comparedArms(metric);
    const { response } = metric;
    if (arms === null || response === null) continue;
    const role = (['control', 'treatment'] as const).find((one) => arms[one].id === arm);
    if (role === undefined) continue;
    const { answered, asked } = response[role];
    const figures = arms[role];
    const found =
      figures.sd === null || figures.mean === null
        ? null
        : mean({ n: figures.n, mean: figures.mean, sd: figures.sd, level: metric.level });
    return {
      question,
      arm,
      kind: metric.kind === 'nps' ? 'nps' : 'mean',
      answered,
      rate: asked > 0 ? answered / asked : null,
      estimate: figures.mean,
      ...endsOf(found),
    };
  }
  return null;
}

/** Scores of 0 to 10 that all fall into the three groups are read as a net promoter score. */
function isNps({ n, promoters, passives, detractors }: Answers): boolean {
  return n > 0 && promoters + passives + detractors === n;
}

function scoreOf(one: Answers, level: number): Pick<Score, 'estimate' | 'lower' | 'upper'> {
  if (isNps(one)) {
    const found = nps({ ...one, level });
    const estimate = (100 * (one.promoters - one.detractors)) / one.n;
    return { estimate, ...endsOf(found) };
  }
  const found = one.sd === null ? null : mean({ n: one.n, mean: one.mean, sd: one.sd, level });
  return { estimate: one.mean, ...endsOf(found) };
}

function endsOf(found: Outcome<Finding> | null): Pick<Score, 'lower' | 'upper'> {
  return found?.kind === 'computed' ? { lower: found.lower, upper: found.upper } : { lower: null, upper: null };
}
