import type { MetricResult } from '../../lift/lift-result.ts';
import type { Section } from '../model.ts';
import type { Story, WorthStory } from '../story.ts';

/** On screen a look is told of without money. */
type Told = Story & Partial<Pick<WorthStory, 'business'>>;

type MethodId = keyof Story['text']['method'];

/** The methods behind the figures of this report, and no others, each with its source. */
export function methodsSection(story: Told): Section {
  return {
    id: 'methods',
    title: story.text.report.section.methods,
    blocks: [
      {
        kind: 'definitions',
        items: usedMethods(story).map((id) => {
          const { name, text, source } = story.text.method[id];
          return { term: name, text: `${text}\n${source}` };
        }),
      },
    ],
  };
}

function usedMethods({ lift, planState, business }: Told): MethodId[] {
  const has = (of: (metric: MetricResult) => boolean) => lift.metrics.some(of);
  const isMean = (metric: MetricResult) => ['count', 'sum', 'mean', 'nps'].includes(metric.kind);
  const used: readonly (readonly [MethodId, boolean])[] = [
    ['consort', true],
    ['srm', true],
    ['mee', has((metric) => metric.kind === 'conversion')],
    ['koopman', has((metric) => metric.kind === 'conversion')],
    ['welch', has(isMean)],
    ['fieller', has(isMean)],
    ['delta', has((metric) => metric.kind === 'ratio')],
    ['alwaysValid', has((metric) => metric.alwaysValid !== null)],
    ['plannedLooks', planState.plan.analysis.peeking === 'planned'],
    ['segments', lift.segments.length > 0],
    ['cluster', planState.plan.allocation.cluster !== undefined],
    ['nonInferiority', has((metric) => metric.role === 'guardrail')],
    ['holm', planState.plan.analysis.correction === 'holm'],
    ['benjaminiHochberg', planState.plan.analysis.correction === 'bh'],
    ['fisher', has((metric) => metric.pExact !== null)],
    ['cuped', has((metric) => metric.unadjusted !== null)],
    ['compliers', lift.sensitivity.some(({ id }) => id.startsWith('compliers'))],
    ['balance', lift.checks.some(({ id }) => id.startsWith('balance'))],
    ['shrinkage', business?.kind === 'computed'],
    ['power', true],
    ['wilson', lift.metrics.length > 0],
    ['tidier', true],
  ];
  return used.filter(([, yes]) => yes).map(([id]) => id);
}
