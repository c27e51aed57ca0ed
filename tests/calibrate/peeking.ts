import { alwaysValidCriticalValue } from '#shared/stats/confidence-sequence.ts';
import { differenceScore } from '#shared/stats/difference-score.ts';
import { normalUpperQuantile } from '#shared/stats/distribution/normal.ts';
import { type Draws, drawsFrom, revenue } from './draws.ts';
import { bound, type Line, percent, printTable } from './table.ts';

const DAYS = 30;
const ARRIVALS = [10, 100, 1000];
const CONTROL_SHARES = [
  { name: '1:1', control: 0.5, fewestValues: 25 },
  { name: '1:19', control: 0.05, fewestValues: 400 },
];
const Z = normalUpperQuantile(0.025);
const QUESTION = { level: 0.95, alternative: 'two-sided', null: 0 } as const;

type Outcome = { readonly name: string; readonly kind: 'rate' | 'money'; readonly draw: (draws: Draws) => number };

const OUTCOMES: readonly Outcome[] = [
  { name: 'rate of 1 %', kind: 'rate', draw: (draws) => (draws.unit() < 0.01 ? 1 : 0) },
  { name: 'rate of 20 %', kind: 'rate', draw: (draws) => (draws.unit() < 0.2 ? 1 : 0) },
  { name: 'revenue', kind: 'money', draw: revenue },
];

/** A look every day for 30 days where nothing differs: how often anybody would have stopped for a lift. */
export function calibratePeeking(): void {
  const lines: Line[] = [];
  for (const outcome of OUTCOMES) {
    for (const shares of CONTROL_SHARES) {
      for (const arrivals of ARRIVALS) lines.push(line(outcome, shares, arrivals));
    }
  }
  const head = ['Looking daily for 30 days', 'runs', 'always valid', 'naive'];
  printTable('Peeking: false alarms at any of 30 looks; a withheld interval raises none', head, lines);
}

type Running = { n: number; sum: number; squares: number; some: number };

function line(outcome: Outcome, shares: (typeof CONTROL_SHARES)[number], arrivals: number): Line {
  const runs = arrivals === 1000 ? 100 : 500;
  const draws = drawsFrom(arrivals);
  let [always, naive] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const arms = [fresh(), fresh()] as const;
    let [byValid, byNaive] = [false, false];
    for (let day = 1; day <= DAYS; day++) {
      for (let i = 0; i < arrivals; i++) add(arms[draws.unit() < shares.control ? 0 : 1], outcome.draw(draws));
      const z = score(outcome, arms[0], arms[1]);
      if (z === null) continue;
      const critical = alwaysValidCriticalValue(arms[0].n + arms[1].n, DAYS * arrivals, QUESTION);
      byNaive ||= Math.abs(z) > Z;
      byValid ||= Math.abs(z) > critical && !refused(outcome, arms, shares.fewestValues);
    }
    if (byValid) always += 1;
    if (byNaive) naive += 1;
  }
  const name = `${outcome.name}, ${shares.name}, ${arrivals} a day`;
  return {
    cells: [name, String(runs), percent(always / runs), percent(naive / runs)],
    broken: bound('always valid', always / runs, 0, 0.05),
  };
}

function fresh(): Running {
  return { n: 0, sum: 0, squares: 0, some: 0 };
}

function add(arm: Running, value: number): void {
  arm.n += 1;
  arm.sum += value;
  arm.squares += value * value;
  if (value !== 0) arm.some += 1;
}

/** The statistic whose size, against the critical value, says whether the interval leaves 0 out. */
function score({ kind }: Outcome, control: Running, treatment: Running): number | null {
  if (control.n < 2 || treatment.n < 2) return null;
  if (kind === 'rate') {
    const arm = ({ n, sum }: Running) => ({ n, x: sum });
    return differenceScore({ control: arm(control), treatment: arm(treatment) }, 0, 'mee');
  }
  const variance = ({ n, sum, squares }: Running) => (squares - (sum * sum) / n) / (n - 1) / n;
  const spread = Math.sqrt(variance(control) + variance(treatment));
  return spread > 0 ? (treatment.sum / treatment.n - control.sum / control.n) / spread : null;
}

/** As the lift withholds: 5 expected conversions, or so many values other than 0, in the smaller arm. */
function refused({ kind }: Outcome, [control, treatment]: readonly [Running, Running], fewest: number): boolean {
  if (kind === 'money') return Math.min(control.some, treatment.some) < fewest;
  const rate = (control.sum + treatment.sum) / (control.n + treatment.n);
  return Math.min(control.n, treatment.n) * Math.min(rate, 1 - rate) < 5;
}
