import type { ArmFigures, MetricResult } from '../../lift/lift-result.ts';
import { sequenceReach } from '../../lift/peeking.ts';
import { calcMethodsOf, headlinesOf } from '../../plan/metric-statement.ts';
import { normalUpper } from '../../stats/distribution/normal.ts';
import type { Alternative } from '../../stats/question.ts';
import type { Block, Section } from '../model.ts';
import { comparedArms, rightOf } from '../shown.ts';
import type { Story } from '../story.ts';
import { type Basis, basisLines, normalLines, reachOf } from './recompute-lines.ts';

/** How the headline follows from printed figures: by division, by a spreadsheet, and by one command. */
export function recomputeSection(story: Story): Section {
  const { primary, text } = story;
  const say = text.report.recompute;
  const arms = primary === null ? null : comparedArms(primary);
  return {
    id: 'recompute',
    title: text.report.section.recompute,
    blocks: [
      ...(primary === null || arms === null
        ? [{ kind: 'paragraph', text: say.none } as const]
        : headlineBlocks(primary, arms, story)),
      { kind: 'code', label: say.whole, text: 'pilotlight lift FILE.pilot --json' },
    ],
  };
}

type Arms = { readonly control: ArmFigures; readonly treatment: ArmFigures };

function headlineBlocks(metric: MetricResult, arms: Arms, story: Story): Block[] {
  const { format, text } = story;
  const say = text.report.recompute;
  const { basis } = metric;
  if (arms.control.mean === null || arms.treatment.mean === null) return [{ kind: 'paragraph', text: say.none }];
  const exact = (value: number) => format.number(value, 6);
  const counted = (arm: ArmFigures) =>
    metric.kind === 'conversion'
      ? `${arm.id}: ${say.rate(format.count(arm.x), format.count(arm.n), exact(arm.mean ?? 0))}`
      : `${arm.id}: ${say.mean(format.count(arm.n), exact(arm.mean ?? 0), arm.sd === null ? '–' : exact(arm.sd))}`;
  const { control, treatment, difference } = compared(metric, arms);
  return [
    { kind: 'paragraph', text: say.intro(metric.name, metric.treatment) },
    {
      kind: 'list',
      items: [
        counted(arms.control),
        counted(arms.treatment),
        ...(basis === null || isPlain(metric, story) ? [] : comparedItems(arms, basis, story)),
        say.difference(exact(treatment), exact(control), exact(difference)),
        ...(control === 0
          ? []
          : [say.relative(exact(difference), exact(Math.abs(control)), exact(difference / Math.abs(control)))]),
        ...(basis === null ? [] : [errorItem(metric, basis, story)]),
      ],
    },
    ...commands(metric, arms, story),
    ...(basis === null ? rateLines(metric, arms, story) : exactLines(metric, basis, arms, story)),
    ...(metric.unadjusted === null ? [] : [{ kind: 'paragraph', text: say.unadjusted } as const]),
    { kind: 'paragraph', text: say.elsewhere },
  ];
}

/** The means that are compared: the arms' own, or as the plan has them adjusted. */
function compared({ basis }: MetricResult, arms: Arms) {
  const control = basis?.control.mean ?? arms.control.mean ?? 0;
  const treatment = basis?.treatment.mean ?? arms.treatment.mean ?? 0;
  return { control, treatment, difference: treatment - control };
}

function headlineOf({ kind, unadjusted }: MetricResult, { planState }: Story) {
  const headlines = headlinesOf(planState.plan, kind);
  return (unadjusted === null ? headlines.at(-1) : headlines[0]) ?? 'raw';
}

/** Whether the arms' own n, mean and standard deviation give the interval. */
function isPlain(metric: MetricResult, story: Story): boolean {
  return headlineOf(metric, story) === 'raw';
}

function comparedItems({ control, treatment }: Arms, basis: Basis, { format, text }: Story): string[] {
  const say = text.report.recompute;
  const item = (arm: ArmFigures, { mean, variance }: Basis['control']) =>
    `${arm.id}: ${say.compared(format.number(mean, 6), format.number(variance, 12))}`;
  return [item(control, basis.control), item(treatment, basis.treatment)];
}

function errorItem(metric: MetricResult, basis: Basis, { format, text }: Story): string {
  const error = Math.sqrt(basis.control.variance + basis.treatment.variance);
  const reach = format.number(reachOf(metric, basis), 4);
  return text.report.recompute.error(
    format.number(error, 6),
    format.number(basis.df, 1),
    reach,
    format.level(metric.level),
  );
}

function commands(metric: MetricResult, arms: Arms, story: Story): Block[] {
  const { planState, lift, text } = story;
  const say = text.report.recompute;
  const headline = headlineOf(metric, story);
  const methods = calcMethodsOf(planState.plan, metric.kind, headline);
  const raw = headline === 'raw' && headlinesOf(planState.plan, metric.kind).length > 1 ? ' --raw' : '';
  const recipe = `pilotlight plan FILE.pilot --recipe ${metric.id}:${metric.treatment}${raw} --as-of ${lift.asOf}`;
  const fromFile = methods.map((method) => `${recipe} | sqlite3 FILE.pilot | pilotlight calc ${method}`).join('\n');
  const [absolute = '', relative = ''] = methods;
  const calc = (name: string, level: number) =>
    `echo '${JSON.stringify(calcInput(metric, arms, level))}' | pilotlight calc ${name}`;
  const deciding = metric.basis === null ? decidingLevel(metric, arms, story) : null;
  return [
    ...(isPlain(metric, story)
      ? [
          { kind: 'code', label: say.command, text: calc(absolute, metric.level) } as const,
          { kind: 'code', label: say.commandRelative, text: calc(relative, metric.level) } as const,
        ]
      : []),
    ...(deciding === null
      ? []
      : [{ kind: 'code', label: say.commandDeciding[rightOf(metric)], text: calc(absolute, deciding) } as const]),
    { kind: 'code', label: say.fromFile, text: fromFile },
  ];
}

/**
 * The level at which a score interval for one look is the one that decides; null where that is the same, or so near 1
 * that no level can be written.
 */
function decidingLevel(metric: MetricResult, { control, treatment }: Arms, { planState }: Story): number | null {
  if (metric.planned !== null) return metric.planned.level;
  if (metric.alwaysValid === null) return null;
  const alternative = alternativeOf(metric);
  const reach = sequenceReach(planState.plan, control.n + treatment.n, { level: metric.level, alternative });
  const tail = normalUpper(reach) * (alternative === 'two-sided' ? 2 : 1);
  return tail < 1e-9 ? null : 1 - tail;
}

function rateLines(metric: MetricResult, arms: Arms, { text }: Story): Block[] {
  if (metric.kind !== 'conversion' || metric.withheld !== null) return [];
  return [{ kind: 'code', label: text.report.recompute.spreadsheet, text: normalLines(metric, arms).join('\n') }];
}

function exactLines(metric: MetricResult, basis: Basis, { control, treatment }: Arms, story: Story): Block[] {
  const say = story.text.report.recompute;
  const lines = (reach: number) => basisLines(metric, basis, reach).join('\n');
  const asked = { level: metric.level, alternative: alternativeOf(metric) };
  const code = (label: string, text: string) => ({ kind: 'code', label, text }) as const;
  const once = code(say.spreadsheetExact, lines(reachOf(metric, basis)));
  if (metric.alwaysValid !== null) {
    const reach = sequenceReach(story.planState.plan, control.n + treatment.n, asked);
    return [once, code(say.spreadsheetDeciding['always-valid'], lines(reach))];
  }
  if (metric.planned === null) return [once];
  const reach = reachOf({ ...metric, level: metric.planned.level }, basis);
  return [once, code(say.spreadsheetDeciding.planned, lines(reach))];
}

function alternativeOf({ absolute }: MetricResult): Alternative {
  if (absolute.lower === null && absolute.upper !== null) return 'less';
  return absolute.upper === null && absolute.lower !== null ? 'greater' : 'two-sided';
}

function calcInput(metric: MetricResult, { control, treatment }: Arms, level: number) {
  const one = (arm: ArmFigures) =>
    metric.kind === 'conversion' ? { n: arm.n, x: arm.x } : { n: arm.n, mean: arm.mean, sd: arm.sd };
  const alternative = alternativeOf(metric);
  return {
    control: one(control),
    treatment: one(treatment),
    ...(level === 0.95 ? {} : { level }),
    ...(alternative === 'two-sided' ? {} : { alternative }),
  };
}
