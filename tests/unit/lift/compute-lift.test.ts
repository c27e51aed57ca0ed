import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { confidenceSequence } from '#shared/stats/confidence-sequence.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    {
      id: 'reminder',
      role: 'treatment',
      weight: 1,
      intervention: { channel: 'email', message: '', exposure: { activity: 'email_sent' } },
    },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [
    { id: 'bought', role: 'primary', kind: 'conversion', of: { trait: 'bought' }, better: 'higher' },
    { id: 'left', role: 'guardrail', kind: 'conversion', of: { trait: 'left' }, better: 'lower', margin: 0.02 },
  ],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'bought', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};
type Counts = { n: number; bought: number; left: number };

function look(
  control: Counts,
  reminder: Counts,
  over: { plan?: Plan; sha256?: string | null; asOf?: string } = {},
): LiftResult {
  const customers = Array.from({ length: control.n + reminder.n }, (_, i) => i + 1);
  const arm = (id: number) => (id <= control.n ? 'control' : 'reminder');
  const rank = (id: number) => (id <= control.n ? id : id - control.n);
  const trait = (key: 'bought' | 'left') =>
    customers.map((id): [number, number] => [
      id,
      rank(id) <= (arm(id) === 'control' ? control : reminder)[key] ? 1 : 0,
    ]);
  const records = madeUpRecords({
    customers,
    arms: customers.map((id) => ({ customer: id, arm: arm(id), at: '2026-09-01T00:00Z' })),
    traits: { bought: trait('bought'), left: trait('left') },
  });
  return computeLift(
    {
      plan: over.plan ?? plan,
      sha256: over.sha256 === undefined ? 'seal' : over.sha256,
      amendments: 0,
      asOf: Date.parse(over.asOf ?? '2026-10-02'),
      looks: 1,
      currency: null,
      fingerprint: '',
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
    },
    records,
  );
}

describe('the verdict', () => {
  it('is scale when the interval lies above 0, the lift reaches the threshold and the guardrail holds', () => {
    const result = look({ n: 4000, bought: 460, left: 12 }, { n: 4000, bought: 584, left: 15 });
    expect([result.verdict, result.arm]).toEqual(['scale', 'reminder']);
    expect(result.metrics[1]?.nonInferior).toBe(true);
  });

  it('is extend while the guardrail is not shown to hold, however large the lift', () => {
    const result = look({ n: 400, bought: 46, left: 12 }, { n: 400, bought: 90, left: 14 });
    expect(result.verdict).toBe('extend');
    expect(result.because).toContain('guardrail');
  });

  it('is stop when the guardrail is breached beyond its margin', () => {
    expect(look({ n: 4000, bought: 460, left: 12 }, { n: 4000, bought: 584, left: 200 }).verdict).toBe('stop');
  });

  it('is stop for a breached guardrail in a one-sided plan too: its interval keeps both ends', () => {
    const oneSided: Plan = { ...plan, analysis: { ...plan.analysis, sides: 1 } };
    const result = look({ n: 4000, bought: 460, left: 12 }, { n: 4000, bought: 584, left: 200 }, { plan: oneSided });
    expect(result.verdict).toBe('stop');
    expect(result.metrics[0]?.absolute.upper).toBeNull();
  });

  it('can be scale with a ratio for a guardrail, judged by its own interval', () => {
    const ratio: Plan = {
      ...plan,
      metrics: [
        ...plan.metrics.slice(0, 1),
        {
          id: 'share',
          role: 'guardrail',
          kind: 'ratio',
          of: { trait: 'left' },
          per: { trait: 'bought' },
          better: 'lower',
          margin: 0.2,
        },
      ],
    };
    const calm = look({ n: 4000, bought: 460, left: 40 }, { n: 4000, bought: 584, left: 40 }, { plan: ratio });
    expect([calm.verdict, calm.metrics[1]?.nonInferior]).toEqual(['scale', true]);
    const unsure = look({ n: 4000, bought: 460, left: 40 }, { n: 4000, bought: 584, left: 150 }, { plan: ratio });
    expect([unsure.verdict, unsure.metrics[1]?.nonInferior]).toEqual(['extend', false]);
  });

  it('is stop when even the best end of the range is below the threshold, and when the whole range is worse', () => {
    expect(look({ n: 20_000, bought: 4000, left: 60 }, { n: 20_000, bought: 4010, left: 60 }).verdict).toBe('stop');
    expect(look({ n: 4000, bought: 584, left: 12 }, { n: 4000, bought: 460, left: 12 }).verdict).toBe('stop');
  });

  it('is extend when the range holds both nothing and enough', () => {
    expect(look({ n: 500, bought: 60, left: 5 }, { n: 500, bought: 68, left: 5 }).verdict).toBe('extend');
  });

  it('is invalid when the arms are not as large as planned, whatever the lift', () => {
    const result = look({ n: 4000, bought: 460, left: 12 }, { n: 3500, bought: 584, left: 15 });
    expect(result.verdict).toBe('invalid');
    expect(result.checks[0]).toMatchObject({ id: 'srm', severity: 'fail' });
    expect(result.headline).toContain('broken');
  });

  it('claims no cause where something other than chance drew the arms', () => {
    const arms = [
      { n: 1000, bought: 200, left: 10 },
      { n: 1000, bought: 300, left: 10 },
    ] as const;
    expect(look(...arms).headline).toMatch(/^With the reminder, bought rose by/);
    const otherwise: Plan = { ...plan, allocation: { method: 'imported', from: {}, drawn: 'otherwise' } };
    const said = look(...arms, { plan: otherwise }).headline.replace(/\s/g, ' ');
    expect(said).toBe(
      'With the reminder, bought was 10.0 points higher, 30.0 % against 20.0 %, but chance did not draw the arms.',
    );
    expect(look(...arms).because).not.toContain('weaker evidence');
    expect(look(...arms, { plan: otherwise }).because).toContain('weaker evidence');
    const named = otherwise.metrics.map((metric) =>
      metric.role === 'primary' ? { ...metric, name: 'Buyers' } : metric,
    );
    expect(look(...arms, { plan: { ...otherwise, metrics: named } }).headline).toBe(
      'With the reminder there were 10.0 more buyers in every 100, but chance did not draw the arms.',
    );
  });

  it('waits for the day the plan decides on, and says that the look came early', () => {
    const result = look({ n: 4000, bought: 460, left: 12 }, { n: 4000, bought: 584, left: 15 }, { asOf: '2026-09-30' });
    expect([result.verdict, result.decided]).toEqual(['extend', false]);
    expect(result.checks.map((check) => check.id)).toContain('early-look');
  });

  it('does not exist for a plan that was not sealed', () => {
    const result = look({ n: 4000, bought: 460, left: 12 }, { n: 4000, bought: 584, left: 15 }, { sha256: null });
    expect(result.verdict).toBeNull();
    expect(result.checks.map((check) => check.id)).toContain('not-sealed');
  });

  it('is extend, and the interval withheld with its reason, while too few have converted', () => {
    const result = look({ n: 100, bought: 1, left: 0 }, { n: 100, bought: 6, left: 0 });
    expect(result.verdict).toBe('extend');
    expect(result.metrics[0]).toMatchObject({ p: null, absolute: { lower: null, upper: null } });
    expect(result.metrics[0]?.absolute.estimate).toBeCloseTo(0.05, 12);
    expect(result.metrics[0]?.withheld).toContain('3.5');
    expect(result.metrics[0]?.pExact).toBeCloseTo(0.1184054, 7); // R 4.2.2: fisher.test(matrix(c(1, 99, 6, 94), 2))
  });
});

describe('the figures', () => {
  it('flip the absolute lift when the arms are swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 180 }), fc.integer({ min: 20, max: 180 }), (a, b) => {
        const one = look({ n: 200, bought: a, left: 20 }, { n: 200, bought: b, left: 20 }).metrics[0];
        const other = look({ n: 200, bought: b, left: 20 }, { n: 200, bought: a, left: 20 }).metrics[0];
        expect(other?.absolute.estimate).toBeCloseTo(-(one?.absolute.estimate ?? 0), 12);
        expect(other?.absolute.lower).toBeCloseTo(-(one?.absolute.upper ?? 0), 8);
        expect(1 + (other?.relative.estimate ?? 0)).toBeCloseTo(1 / (1 + (one?.relative.estimate ?? 0)), 10);
      }),
      { numRuns: 50 },
    );
  });

  it('account for every customer: imported = analysed + left out', () => {
    const { flow } = look({ n: 120, bought: 30, left: 20 }, { n: 130, bought: 40, left: 20 });
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, n) => total + n, 0);
    expect(flow.imported).toBe(sum(flow.analysed) + flow.excluded.reduce((total, { n }) => total + n, 0));
  });

  it('stand at α/m, with adjusted p-values, where Holm is asked for over two treatments', () => {
    const two: Plan = {
      ...plan,
      arms: [...plan.arms, { id: 'call', role: 'treatment', weight: 1 }],
      analysis: { ...plan.analysis, correction: 'holm' },
    };
    const result = look({ n: 300, bought: 30, left: 20 }, { n: 300, bought: 60, left: 20 }, { plan: two });
    const [reminder] = result.metrics;
    expect(reminder?.level).toBeCloseTo(0.975, 12);
    expect(reminder?.pAdjusted).toBeCloseTo(2 * (reminder?.p ?? 0), 12);
  });
});

describe('p-values of a corrected plan', () => {
  it('are Benjamini and Hochberg’s for the secondary metrics, which explore, and none for guardrails', () => {
    const explored: Plan = {
      ...plan,
      metrics: [
        ...plan.metrics,
        { id: 'a', role: 'secondary', kind: 'conversion', of: { trait: 'bought' }, better: 'higher' },
        { id: 'b', role: 'secondary', kind: 'conversion', of: { trait: 'left' }, better: 'lower' },
      ],
      analysis: { ...plan.analysis, correction: 'holm' },
    };
    const { metrics } = look({ n: 300, bought: 30, left: 20 }, { n: 300, bought: 60, left: 20 }, { plan: explored });
    const [bought, left, a, b] = metrics;
    expect([bought?.pAdjusted, left?.pAdjusted]).toEqual([null, null]);
    expect(a?.pAdjusted).toBeCloseTo(Math.min(2 * (a?.p ?? 0), b?.p ?? 0), 12);
    expect(b?.pAdjusted).toBe(b?.p);
  });
});

describe('an always-valid plan', () => {
  const open: Plan = { ...plan, analysis: { ...plan.analysis, peeking: 'always-valid', expectedN: 8000 } };
  const win = [
    { n: 4000, bought: 460, left: 12 },
    { n: 4000, bought: 620, left: 15 },
  ] as const;

  it('shows the fixed interval with its critical value replaced by the confidence sequence’s', () => {
    const [metric] = look(...win, { plan: open }).metrics;
    const sequence = confidenceSequence({
      outcome: { kind: 'proportions', arms: { control: { n: 4000, x: 460 }, treatment: { n: 4000, x: 620 } } },
      expectedN: 8000,
    });
    if (sequence.kind === 'error') throw new Error(sequence.reason);
    // At equal arms of this size the score interval and the sequence's Wald form differ in the fourth digit only.
    expect(metric?.alwaysValid?.absolute.lower).toBeCloseTo(sequence.lower ?? 0, 3);
    expect(metric?.alwaysValid?.absolute.upper).toBeCloseTo(sequence.upper ?? 0, 3);
    expect(metric?.absolute).toEqual(look(...win).metrics[0]?.absolute);
  });

  it('rules by the always-valid interval: what the fixed one would call a win may be too early to say', () => {
    const near = [
      { n: 4000, bought: 460, left: 12 },
      { n: 4000, bought: 540, left: 12 },
    ] as const;
    expect(look(...near).verdict).toBe('scale');
    expect(look(...near, { plan: open }).verdict).toBe('extend');
    expect(look(...win, { plan: open }).verdict).toBe('scale');
  });

  it('is on course before the day of the decision, without the warning of an early look', () => {
    const result = look(...win, { plan: open, asOf: '2026-09-20' });
    expect([result.verdict, result.decided]).toEqual(['scale', false]);
    expect(result.because).toContain('decides on');
    expect(result.checks.map((check) => check.id)).not.toContain('early-look');
  });

  it('may stop for harm at once', () => {
    const result = look(win[0], { ...win[1], left: 300 }, { plan: open, asOf: '2026-09-20' });
    expect([result.verdict, result.decided]).toEqual(['stop', true]);
  });

  it('withholds its interval where the fixed one is withheld', () => {
    const [metric] = look({ n: 100, bought: 1, left: 0 }, { n: 100, bought: 6, left: 0 }, { plan: open }).metrics;
    expect(metric?.alwaysValid?.absolute).toMatchObject({ lower: null, upper: null });
  });
});
