import type { ArmFigures, MetricResult } from '../../lift/lift-result.ts';
import { normalUpperQuantile } from '../../stats/distribution/normal.ts';
import type { Block, Section } from '../model.ts';
import { comparedArms } from '../shown.ts';
import type { Story } from '../story.ts';

/** How the headline follows from the printed counts: by division, and by one command. */
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

type Arms = { control: ArmFigures; treatment: ArmFigures };

function headlineBlocks(metric: MetricResult, arms: Arms, story: Story): Block[] {
  const { format, text } = story;
  const say = text.report.recompute;
  const { control, treatment } = arms;
  if (control.mean === null || treatment.mean === null) return [{ kind: 'paragraph', text: say.none }];
  const difference = treatment.mean - control.mean;
  const exact = (value: number) => format.number(value, 6);
  const isRate = metric.kind === 'conversion';
  const armLine = (arm: ArmFigures) =>
    isRate
      ? `${arm.id}: ${say.rate(format.count(arm.x), format.count(arm.n), exact(arm.mean ?? 0))}`
      : `${arm.id}: ${say.mean(format.count(arm.n), exact(arm.mean ?? 0), arm.sd === null ? '–' : exact(arm.sd))}`;
  const steps: Block[] = [
    { kind: 'paragraph', text: say.intro(metric.name, metric.treatment) },
    {
      kind: 'list',
      items: [
        armLine(control),
        armLine(treatment),
        say.difference(exact(treatment.mean), exact(control.mean), exact(difference)),
        ...(control.mean === 0
          ? []
          : [
              say.relative(
                exact(difference),
                exact(Math.abs(control.mean)),
                exact(difference / Math.abs(control.mean)),
              ),
            ]),
      ],
    },
  ];
  if (metric.kind === 'ratio' || metric.kind === 'nps') return [...steps, { kind: 'paragraph', text: say.ratio }];
  const input = calcInput(metric, arms);
  const calc = (name: string) => `echo '${JSON.stringify(input)}' | pilotlight calc ${name}`;
  return [
    ...steps,
    { kind: 'code', label: say.command, text: calc(isRate ? 'proportion-difference' : 'mean-difference') },
    { kind: 'code', label: say.commandRelative, text: calc(isRate ? 'proportion-ratio' : 'mean-ratio') },
    { kind: 'code', label: say.spreadsheet, text: spreadsheetLines(metric, arms).join('\n') },
    ...(metric.unadjusted === null ? [] : [{ kind: 'paragraph', text: say.unadjusted } as const]),
    { kind: 'paragraph', text: say.elsewhere },
  ];
}

/**
 * Difference, lift and a plain normal interval of the difference as formulas of a spreadsheet: one a line, without a
 * function name, since those are translated.
 */
export function spreadsheetLines(metric: MetricResult, { control, treatment }: Arms): string[] {
  const isRate = metric.kind === 'conversion';
  const mean = (arm: ArmFigures) => (isRate ? `${arm.x}/${arm.n}` : `${arm.mean}`);
  const variance = (arm: ArmFigures) =>
    isRate ? `${mean(arm)}*(1-${mean(arm)})/${arm.n}` : `${arm.sd ?? 0}^2/${arm.n}`;
  const difference = `${mean(treatment)}-${mean(control)}`;
  const z = normalUpperQuantile((1 - metric.level) / 2).toFixed(6);
  const reach = `${z}*(${variance(treatment)}+${variance(control)})^0.5`;
  return [
    `=${difference}`,
    ...(control.mean === 0 ? [] : [`=(${difference})/(${mean(control)})`]),
    `=${difference}-${reach}`,
    `=${difference}+${reach}`,
  ];
}

function calcInput(metric: MetricResult, { control, treatment }: Arms) {
  const one = (arm: ArmFigures) =>
    metric.kind === 'conversion' ? { n: arm.n, x: arm.x } : { n: arm.n, mean: arm.mean, sd: arm.sd };
  const level = metric.level === 0.95 ? {} : { level: metric.level };
  return { control: one(control), treatment: one(treatment), ...level };
}
