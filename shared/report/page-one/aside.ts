import type { MetricResult } from '../../lift/lift-result.ts';
import type { PageOne } from '../model.ts';
import { shownOf } from '../shown.ts';
import type { Story } from '../story.ts';

const MOST_LINES = 3;

/**
 * The other planned metrics in a line each, guardrails first; all of them stand in the results. Null where there are
 * none, or where the comparison is broken.
 */
export function aside(story: Story): PageOne['aside'] {
  const others = story.lift.metrics.filter((metric) => metric !== story.primary);
  const guardrails = others.filter((metric) => metric.role === 'guardrail');
  const lines = [...guardrails, ...others.filter((metric) => metric.role !== 'guardrail')].slice(0, MOST_LINES);
  if (lines.length === 0 || story.lift.verdict === 'invalid') return null;
  const several = story.treatments.length > 1;
  return {
    title: story.text.report.pageOne.aside,
    lines: lines.map((metric) => line(metric, several ? `${metric.name}, ${metric.treatment}` : metric.name, story)),
  };
}

function line(metric: MetricResult, name: string, { format, text }: Story): string {
  const say = text.report.pageOne;
  const shown = shownOf(metric);
  if (shown.kind === 'withheld') return `${say.asideWithheld(name)}.`;
  const { absolute } = shown;
  const told = say.asideLine(
    name,
    format.change(absolute.estimate, metric.unit),
    format.changeRange(absolute.lower, absolute.upper, metric.unit),
  );
  if (metric.role !== 'guardrail' || metric.margin === null || metric.nonInferior === null) return `${told}.`;
  const margin = format.given(metric.margin, metric.unit);
  return `${metric.nonInferior ? say.asideWithin(told, margin) : say.asideBeyond(told, margin)}.`;
}
