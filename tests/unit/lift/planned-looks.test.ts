import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { groupSequential } from '#shared/stats/group-sequential.ts';
import { proportionDifference } from '#shared/stats/proportion-difference.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [
    { id: 'bought', role: 'primary', kind: 'conversion', of: { activity: 'order' }, windowDays: 2, better: 'higher' },
  ],
  analysis: {
    level: 0.95,
    sides: 2,
    peeking: 'planned',
    looks: ['2026-09-13', '2026-09-23', '2026-10-03', '2026-10-13'],
    expectedN: 1600,
  },
  decision: { scaleIf: { metric: 'bought', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-13' },
};

const PER_DAY = 40;
const DAYS = 40;
const customers = Array.from({ length: PER_DAY * DAYS }, (_, i) => i + 1);
const start = Date.parse('2026-09-01T00:00Z');
const dayOf = (i: number) => Math.floor(i / PER_DAY);
const treated = (i: number) => i % 2 === 1;
/** 30 % of control buy, and `rate` of ten of the treated. */
const buys = (i: number, rate: number) => (i >> 1) % 10 < (treated(i) ? rate : 3);
const iso = (ms: number) => new Date(ms).toISOString();

function look(
  asOf: string,
  rate = 3,
  over: Partial<Plan['analysis']> = {},
  metrics: Plan['metrics'] = plan.metrics,
): LiftResult {
  const joined = (i: number) => start + dayOf(i) * 86_400_000;
  return computeLift(
    {
      plan: { ...plan, metrics, analysis: { ...plan.analysis, ...over } },
      sha256: 'seal',
      amendments: 0,
      asOf: Date.parse(asOf),
      looks: 1,
      currency: null,
      fingerprint: '',
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
    },
    madeUpRecords({
      customers,
      arms: customers.map((customer, i) => ({ customer, arm: treated(i) ? 'call' : 'control', at: iso(joined(i)) })),
      activities: {
        order: customers.flatMap((customer, i) =>
          buys(i, rate) ? [{ customer, at: iso(joined(i) + 3_600_000) }] : [],
        ),
      },
      traits: { visits: customers.map((customer, i): [number, number] => [customer, i % 7]) },
    }),
  );
}

const known = (day: number) => Math.min(customers.length, PER_DAY * (day - 1));
const planned = (result: LiftResult) => result.metrics[0]?.planned ?? null;

describe('planned looks', () => {
  it('show no figure before the first one', () => {
    const result = look('2026-09-12', 9);
    expect(result.metrics).toEqual([]);
    expect([result.verdict, result.decided, result.arm]).toEqual(['extend', false, null]);
    expect(result.headline).toContain('13 September 2026');
    expect(result.plannedLook).toMatchObject({ look: 0, of: 4, at: null });
    expect(result.checks.find(({ id }) => id === 'srm')?.severity).toBe('ok');
  });

  it('show the last one, unchanged, between two', () => {
    const between = look('2026-10-02', 4);
    const { metrics, plannedLook } = look('2026-09-23', 4);
    expect(between.metrics).toEqual(metrics);
    expect(between.plannedLook).toEqual(plannedLook);
    expect(between.checks.find(({ id }) => id === 'planned-looks')?.sentence).toContain('3 October 2026');
  });

  it('go by O’Brien and Fleming’s bounds at the information analysed over planned N, and the last spends the rest', () => {
    const days = [13, 23, 33, 43];
    const information = days.map((day) => known(day - 1) / 1600);
    const expected = groupSequential({ information });
    if (expected.kind === 'error') throw new Error(expected.reason);
    for (const [i, date] of (plan.analysis.looks ?? []).entries()) {
      const found = planned(look(date));
      expect(found?.information).toBeCloseTo(information[i] ?? 0, 12);
      expect(found?.z).toBeCloseTo(expected.z[i] ?? 0, 6);
      expect(found?.alphaSpent).toBeCloseTo(expected.alphaSpent[i] ?? 0, 9);
    }
    const short = planned(look('2026-10-13', 3, { expectedN: 3200 }));
    expect(short?.information).toBeCloseTo(0.5, 12);
    expect(short?.alphaSpent).toBeCloseTo(0.05, 12);
  });

  it('show the plan’s own interval at the level of the bound, which leaves 0 out where the bound is crossed', () => {
    const [metric] = look('2026-09-23', 4).metrics;
    if (!metric?.planned) throw new Error('a planned look has a bound');
    const [control, call] = metric.arms;
    if (!control || !call) throw new Error('two arms');
    const asked = proportionDifference({ control, treatment: call, level: metric.planned.level });
    if (asked.kind === 'error') throw new Error(asked.reason);
    expect(metric.planned.absolute.lower).toBeCloseTo(asked.lower ?? 0, 12);
    expect((metric.planned.absolute.lower ?? 0) > 0).toBe(Math.abs(asked.statistic ?? 0) > metric.planned.z);
    expect(metric.planned.absolute.lower).toBeLessThan(metric.absolute.lower ?? 0);
  });

  it('wait where the bound is not crossed, and may end the pilot where it is', () => {
    const early = look('2026-09-13', 4);
    expect([early.verdict, early.decided]).toEqual(['extend', false]);
    expect(early.because).toContain('next planned look');
    const won = look('2026-09-23', 7);
    expect([won.verdict, won.decided]).toEqual(['scale', true]);
    const harmed = look('2026-09-23', 0);
    expect([harmed.verdict, harmed.decided]).toEqual(['stop', true]);
    expect(look('2026-10-13', 4)).toMatchObject({ verdict: 'scale', decided: true });
  });

  it('say of outcomes without dates that they are as the last import left them, until the last look', () => {
    const visits: Plan['metrics'][number] = {
      id: 'visits',
      name: 'Visits',
      role: 'secondary',
      kind: 'mean',
      of: { trait: 'visits' },
      better: 'higher',
    };
    const check = (asOf: string, metrics: Plan['metrics']) =>
      look(asOf, 3, {}, metrics).checks.find(({ id }) => id === 'undated-outcomes');
    expect(check('2026-09-20', plan.metrics)).toBeUndefined();
    const found = check('2026-09-20', [...plan.metrics, visits]);
    expect(found).toMatchObject({ severity: 'note', p: null });
    expect(found?.sentence).toContain('The outcomes of Visits carry no date');
    expect(found?.todo).toContain('shortly before a planned look');
    // After the last look nothing is to come that an import could show too early.
    expect(check('2026-10-14', [...plan.metrics, visits])).toBeUndefined();
    expect(
      look('2026-09-12', 3, {}, [...plan.metrics, visits]).checks.some(({ id }) => id === 'undated-outcomes'),
    ).toBe(false);
  });

  it('draw the course at the looks so far only', () => {
    expect(look('2026-10-05', 4).metrics[0]?.course.map(({ at }) => at.slice(0, 10))).toEqual(
      plan.analysis.looks?.slice(0, 3),
    );
  });

  it('keep the rest of the false-alarm chance for the last look where more customers came than were planned', () => {
    const third = planned(look('2026-10-03', 3, { expectedN: 1000 }));
    expect(third?.alphaSpent).toBeLessThan(0.05);
    const last = planned(look('2026-10-13', 3, { expectedN: 1000 }));
    expect(last?.alphaSpent).toBeCloseTo(0.05, 12);
    expect(last?.z).toBeLessThan(2.2);
  });

  it('take each look as an equal share where no planned N was sealed', () => {
    expect(planned(look('2026-09-23', 3, { expectedN: undefined }))?.information).toBe(0.5);
  });
});
