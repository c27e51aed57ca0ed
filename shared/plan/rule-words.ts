import type { Formatter } from '../format/formatter.ts';
import type { ScreenCatalogue } from '../text/catalogue.ts';
import { metricName, metricUnit } from './metric-unit.ts';
import type { Plan } from './plan.ts';

type Words = { readonly text: ScreenCatalogue['rule']; readonly format: Formatter };

export type RuleWords = {
  readonly scale: string;
  readonly stop: string;
  readonly extend: string;
  readonly early: string;
  /** What the rule says where people expect something else. */
  readonly edges: readonly string[];
};

/** A tenth of a per cent: the smallest step a reader sees. */
const STEP = 0.001;

/** The rule of the plan in words: scale if, stop if, else extend, and what it says at its edges. */
export function ruleInWords(plan: Plan, { text, format }: Words): RuleWords {
  const { scaleIf, decideBy } = plan.decision;
  const metric = plan.metrics.find(({ id }) => id === scaleIf.metric);
  const sign = metric?.better === 'lower' ? -1 : 1;
  // With as many digits as the plan gives it, so that nobody reads it as the figure just below.
  const digits = digitsOf(scaleIf.relativeLiftAtLeast);
  const threshold = format.lift(sign * scaleIf.relativeLiftAtLeast, digits);
  const guardrails = plan.metrics.filter(({ role }) => role === 'guardrail');
  const held = guardrails.map((one) =>
    text.guardrail(metricName(one), format.given(one.margin ?? null, metricUnit(one))),
  );
  const scale = text.scale(metric === undefined ? scaleIf.metric : metricName(metric), threshold);
  const under = format.lift(sign * (scaleIf.relativeLiftAtLeast - STEP), Math.max(1, digits));
  return {
    scale: `${held.length === 0 ? scale : `${scale}, ${text.guardrails(text.are(held))}`}.`,
    stop: stopInWords(plan, threshold, held.length > 0, text),
    extend: text.extend,
    early: text.early[plan.analysis.peeking](format.date(decideBy)),
    edges: edgesInWords(plan, under, text),
  };
}

function edgesInWords({ analysis, decision }: Plan, under: string, text: Words['text']): string[] {
  if (!(decision.scaleIf.relativeLiftAtLeast > STEP)) return [];
  return [text.edges.below(under), ...(analysis.sides === 1 ? [] : [text.edges.small(under)])];
}

/** A range that is open towards the better side has no best end, and one that is closed on the worse side no worst. */
function stopInWords(plan: Plan, threshold: string, guarded: boolean, text: Words['text']): string {
  if (plan.analysis.sides === 1) return guarded ? text.oneSided.guarded : text.oneSided.never;
  return `${text.stop(threshold)}${guarded ? text.orBreached : ''}.`;
}

/** Decimals of a share in per cent; two at most. */
function digitsOf(share: number): number {
  return [0, 1].find((digits) => Math.abs(100 * share - Number((100 * share).toFixed(digits))) < 1e-9) ?? 2;
}
