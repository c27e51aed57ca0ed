import type { MetricResult } from '../../lift/lift-result.ts';
import { powerMean } from '../../stats/power-mean.ts';
import { powerProportion } from '../../stats/power-proportion.ts';
import type { Block, Section } from '../model.ts';
import { comparedArms, shownOf } from '../shown.ts';
import type { Story } from '../story.ts';
import { figure, figureColumn, wordColumn, words } from '../table.ts';

const POWER = 0.8;

/**
 * What this pilot could not tell, and how many customers would tell it: metrics whose interval reaches across zero,
 * or was withheld, at the lift the charter asks for, for one look at the end.
 */
export function nextPilotSection(story: Story): Section {
  const { lift, planState, format, text } = story;
  const say = text.report.nextPilot;
  const open = lift.metrics.filter((metric) => metric.role !== 'guardrail' && isOpen(metric));
  const threshold = planState.plan.decision.scaleIf.relativeLiftAtLeast;
  const rows = open.map((metric) => {
    const had = metric.arms.reduce((sum, arm) => sum + arm.n, 0);
    const needed = neededFor(metric, threshold);
    return [
      words(`${metric.name}, ${metric.treatment}`),
      figure(format.count(had), had),
      needed === null ? words(say.cannotSay) : figure(format.count(needed), needed),
    ];
  });
  const table: Block = {
    kind: 'table',
    table: {
      caption: say.caption(format.lift(threshold), format.level(POWER)),
      columns: [wordColumn(say.metric), figureColumn(say.had), figureColumn(say.needed)],
      rows,
    },
  };
  return {
    id: 'next',
    title: text.report.section.next,
    blocks: [
      { kind: 'paragraph', text: open.length === 0 ? say.nothingOpen : say.intro },
      ...(open.length === 0 ? [] : [table]),
      { kind: 'list', items: [say.holdout, say.oneStep] },
    ],
  };
}

/** A question is open while zero lies within the interval, or there is none. */
function isOpen(metric: MetricResult): boolean {
  const shown = shownOf(metric);
  if (shown.kind === 'withheld') return true;
  const { lower, upper } = shown.absolute;
  return (lower === null || lower <= 0) && (upper === null || upper >= 0);
}

/** Customers in both arms; null where the metric gives no ground to reckon from. */
function neededFor(metric: MetricResult, threshold: number): number | null {
  const arms = comparedArms(metric);
  const { mean, sd } = arms?.control ?? { mean: null, sd: null };
  if (arms === null || mean === null || mean === 0 || threshold === 0) return null;
  const sign = metric.better === 'higher' ? 1 : -1;
  const asked = {
    mde: sign * Math.abs(threshold * mean),
    power: POWER,
    alpha: 1 - metric.level,
    ratio: arms.treatment.n / arms.control.n,
  };
  if (!(asked.ratio > 0)) return null;
  if (metric.kind !== 'conversion' && sd === null) return null;
  const found =
    metric.kind === 'conversion'
      ? powerProportion({ ...asked, baseline: mean })
      : powerMean({ ...asked, sd: sd ?? 0, distribution: 'normal' });
  return found.kind === 'computed' ? found.nControl + found.nTreatment : null;
}
