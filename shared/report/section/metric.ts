import type { Interval, MetricResult } from '../../lift/lift-result.ts';
import type { Block } from '../model.ts';
import { comparedArms, shownOf } from '../shown.ts';
import type { Story } from '../story.ts';
import { figure, figureColumn, type Table, wordColumn, words } from '../table.ts';
import { beliefItems } from './belief.ts';

/** One metric against control in full: sentence, counts, intervals of both kinds, p, method and formula. */
export function metricBlocks(metric: MetricResult, story: Story): Block[] {
  const { text } = story;
  const say = text.report.results;
  const withheld = shownOf(metric).kind === 'withheld';
  return [
    { kind: 'heading', text: say.against(metric.name, metric.treatment), note: text.metric.role[metric.role] },
    { kind: 'paragraph', text: told(metric, story) },
    { kind: 'table', table: armsTable(metric, story) },
    ...(withheld
      ? [
          {
            kind: 'callout',
            tone: 'caution',
            title: say.withheld,
            text: say.withheldText(metric.withheld ?? ''),
          } as const,
        ]
      : []),
    {
      kind: 'definitions',
      items: withheld
        ? methodItems(metric, story)
        : [...findingItems(metric, story), ...beliefItems(metric, story), ...methodItems(metric, story)],
    },
  ];
}

/** Of a broken comparison only what was counted: its difference tells of no effect. */
function told(metric: MetricResult, { lift, format, text }: Story): string {
  const arms = comparedArms(metric);
  if (lift.verdict !== 'invalid' || arms === null) return metric.sentence;
  const value = (mean: number | null) => format.value(mean, metric.unit);
  return text.report.results.asMeasured(metric.name, value(arms.treatment.mean), value(arms.control.mean));
}

function armsTable(metric: MetricResult, { format, text }: Story): Table {
  const { armColumns, armsCaption } = text.report.results;
  const isRate = metric.kind === 'conversion';
  return {
    caption: armsCaption(metric.name, metric.treatment),
    columns: [
      wordColumn(armColumns.arm),
      figureColumn(armColumns.n),
      figureColumn(isRate ? armColumns.x : armColumns.xAbove),
      figureColumn(isRate ? armColumns.rate : armColumns.mean),
      figureColumn(armColumns.sd),
      figureColumn(armColumns.missing),
    ],
    rows: metric.arms.map((arm) => [
      words(arm.id),
      figure(format.count(arm.n), arm.n),
      figure(format.count(arm.x), arm.x),
      figure(format.value(arm.mean, metric.unit), arm.mean),
      figure(format.number(arm.sd), arm.sd),
      figure(format.count(arm.missing), arm.missing),
    ]),
  };
}

type Item = { term: string; text: string };

function findingItems(metric: MetricResult, story: Story): Item[] {
  const { format, text } = story;
  const say = text.report.results;
  const level = format.level(metric.level);
  const change = (interval: Interval) => format.change(interval.estimate, metric.unit);
  const changeRange = (interval: Interval) => format.changeRange(interval.lower, interval.upper, metric.unit);
  const lift = (interval: Interval) => format.lift(interval.estimate);
  const liftRange = (interval: Interval) => format.liftRange(interval.lower, interval.upper);
  const { alwaysValid, planned } = metric;
  const once = alwaysValid === null && planned === null;
  return [
    ...(alwaysValid === null
      ? []
      : [
          {
            term: say.absolute,
            text: say.alwaysValid(change(alwaysValid.absolute), changeRange(alwaysValid.absolute), level),
          },
          {
            term: say.relative,
            text: say.alwaysValid(lift(alwaysValid.relative), liftRange(alwaysValid.relative), level),
          },
        ]),
    ...(planned === null
      ? []
      : [
          { term: say.absolute, text: say.planned(change(planned.absolute), changeRange(planned.absolute), level) },
          { term: say.relative, text: say.planned(lift(planned.relative), liftRange(planned.relative), level) },
          {
            term: say.bound,
            text: say.boundText(
              format.number(planned.z, 3),
              format.percent(planned.information),
              format.number(planned.alphaSpent, 4),
            ),
          },
        ]),
    {
      term: once ? say.absolute : say.absoluteOnce,
      text: say.fixed(change(metric.absolute), changeRange(metric.absolute), level),
    },
    {
      term: once ? say.relative : say.relativeOnce,
      text: say.fixed(lift(metric.relative), liftRange(metric.relative), level),
    },
    ...(metric.relativeUnbounded ? [{ term: say.relative, text: say.unbounded }] : []),
    ...(metric.p === null ? [] : [{ term: say.p, text: say.pText(format.pValue(metric.p)) }]),
    ...(metric.pExact === null ? [] : [{ term: say.pExact, text: say.pExactText(format.pValue(metric.pExact)) }]),
    ...(metric.pAdjusted === null ? [] : [{ term: say.pAdjusted, text: format.pValue(metric.pAdjusted) }]),
    ...(metric.uncapped === null
      ? []
      : [
          {
            term: say.uncapped(format.given(metric.uncapped.cap, metric.unit)),
            text: `${say.fixed(change(metric.uncapped.absolute), changeRange(metric.uncapped.absolute), level)}; ${say.fixed(lift(metric.uncapped.relative), liftRange(metric.uncapped.relative), level)}`,
          },
        ]),
  ];
}

function methodItems(metric: MetricResult, { text }: Story): Item[] {
  const say = text.report.results;
  return [
    { term: say.method, text: metric.method },
    { term: say.formula, text: metric.formula },
  ];
}
