import type { Charter } from '../charter/charter.ts';
import type { Intervention, Metric, Population } from '../plan/plan.ts';
import type { TemplateCard } from './card.ts';
import type { Template } from './template.ts';

/** What one pain point has of its own. */
export type PainPoint = {
  readonly card: TemplateCard;
  /** Its threshold and its day are the plan's as well. */
  readonly charter: Charter & { readonly decideBy: string };
  readonly population: Population;
  readonly treatment: { readonly id: string; readonly intervention: Intervention };
  /** The first of them decides. */
  readonly metrics: readonly [Metric, ...Metric[]];
};

/** A pilot whose arms are drawn here: half and half by lot, looked at whenever one likes, decided as the charter says. */
export function assignedHere({ card, charter, population, treatment, metrics }: PainPoint): Template {
  return {
    card,
    charter,
    plan: {
      hypothesis: charter.hypothesis,
      population,
      arms: [
        { id: 'control', role: 'control', weight: 1 },
        { ...treatment, role: 'treatment', weight: 1 },
      ],
      allocation: { method: 'stratified', seed: 42 },
      metrics: [...metrics],
      analysis: { level: 0.95, sides: 2, peeking: 'always-valid' },
      decision: {
        scaleIf: { metric: metrics[0].id, relativeLiftAtLeast: charter.successThreshold },
        decideBy: charter.decideBy,
      },
    },
  };
}
