import type { Adjustment } from '#shared/lift/adjustment.ts';
import type { ArmSample } from '#shared/lift/arm-sample.ts';
import { figuresOn } from '#shared/lift/comparison.ts';
import { headlineEstimate } from '#shared/lift/headline-estimate.ts';
import type { Metric } from '#shared/plan/plan.ts';
import { BUYERS, type Draws, drawsFrom, revenue } from './draws.ts';
import { bound, type Line, percent, printTable } from './table.ts';

const RUNS = 1000;
const CAP = 150;
const ASKED = { level: 0.95, alternative: 'two-sided' } as const;

type Kind = 'revenue' | 'capped' | 'adjusted' | 'ratio';

const SIZES = [
  { control: 500, treatment: 500 },
  { control: 2000, treatment: 2000 },
  { control: 5000, treatment: 5000 },
  { control: 2500, treatment: 10_000 },
];

/**
 * Means by simulation, as the lift estimates them: revenue with 95 % zeros and a log-normal tail, capped, adjusted by
 * what was spent before, and money an order. Where the lift withholds its interval that counts as a refusal.
 */
export function calibrateMeans(): void {
  const lines: Line[] = [];
  for (const size of SIZES) {
    for (const kind of ['revenue', 'capped', 'adjusted', 'ratio'] as const) lines.push(line(kind, size));
  }
  const head = ['Means', 'runs', 'refused', 'coverage', 'false alarms'];
  printTable('Means by simulation: coverage of the 95 % interval of no difference, outside the refusals', head, lines);
}

function line(kind: Kind, { control, treatment }: (typeof SIZES)[number]): Line {
  const draws = drawsFrom(1);
  let [shown, missed] = [0, 0];
  for (let run = 0; run < RUNS; run++) {
    const arms = { control: draw(kind, control, 0, draws), treatment: draw(kind, treatment, control, draws) };
    const before = Float64Array.from([...arms.control.before, ...arms.treatment.before]);
    const adjustment: Adjustment | null =
      kind === 'adjusted' ? { covariates: [{ id: 'before', values: before }], stratum: null } : null;
    const allocation = Math.max(control, treatment) / Math.min(control, treatment);
    const by = { metric: metricOf(kind), allocation, adjustment, cluster: null, asked: ASKED };
    const figures = figuresOn(by, { control: arms.control.sample, treatment: arms.treatment.sample });
    const { lower, upper } = headlineEstimate(by, figures.control, figures.treatment).shown.absolute;
    if (lower === null || upper === null) continue;
    shown += 1;
    if (lower > 0 || upper < 0) missed += 1;
  }
  const alarms = shown < RUNS / 20 ? Number.NaN : missed / shown;
  const buyers = Math.min(control, treatment) * BUYERS;
  return {
    cells: [
      `${kind}, ${control} / ${treatment}`,
      String(RUNS),
      percent(1 - shown / RUNS),
      percent(1 - alarms),
      percent(alarms),
    ],
    broken: bound('false alarms', alarms, buyers >= 250 ? 0.04 : 0, 0.07),
  };
}

function draw(kind: Kind, n: number, from: number, draws: Draws): { sample: ArmSample; before: Float64Array } {
  const values = new Float64Array(n);
  const per = new Float64Array(n);
  const before = new Float64Array(kind === 'adjusted' ? n : 0);
  for (let i = 0; i < n; i++) {
    let spent = revenue(draws);
    if (kind === 'adjusted') {
      before[i] = revenue(draws);
      // What was spent before comes again for half of those who had spent.
      if (draws.unit() < 0.5) spent += before[i] ?? 0;
    }
    values[i] = kind === 'capped' ? Math.min(CAP, spent) : spent;
    per[i] = spent > 0 ? 1 + (draws.unit() < 0.2 ? 1 : 0) : 0;
  }
  const rows = Int32Array.from({ length: n }, (_, i) => from + i);
  const closes = new Float64Array(n).fill(Number.NaN);
  return { sample: { rows, values, per: kind === 'ratio' ? per : null, closes }, before };
}

function metricOf(kind: Kind): Metric {
  const of = { activity: 'order', field: 'amount' };
  const common = { id: kind, role: 'primary', of, better: 'higher' } as const;
  return kind === 'ratio' ? { ...common, kind: 'ratio', per: { activity: 'order' } } : { ...common, kind: 'sum' };
}
