import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const plan: Plan = {
  hypothesis: '',
  population: { trigger: { activity: 'complaint' } },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [
    { id: 'nps', name: 'NPS', role: 'primary', kind: 'nps', of: { score: 'nps' }, better: 'higher' },
    {
      id: 'repeated',
      role: 'secondary',
      kind: 'conversion',
      of: { activity: 'order', atLeast: 2 },
      windowDays: 30,
      better: 'higher',
    },
  ],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'nps', relativeLiftAtLeast: 0.1 }, decideBy: '2026-11-01' },
};

const N = 800;
const customers = Array.from({ length: N }, (_, i) => i + 1);
const treated = (i: number) => i % 2 === 1;
const rank = (i: number) => i >> 1;

/** Of ten in each arm `answering` answer: four promoters, two passives, four detractors, over and over. */
function look(
  answering: { control: number; call: number },
  population: Plan['population'] = plan.population,
): LiftResult {
  const answers = (i: number) => rank(i) % 10 < (treated(i) ? answering.call : answering.control);
  const score = (i: number) => [9, 3, 10, 6, 8, 9, 2, 10, 5, 7][(rank(i) * 3) % 10] ?? 0;
  return computeLift(
    {
      plan: { ...plan, population },
      sha256: 'seal',
      amendments: 0,
      asOf: Date.parse('2026-11-02'),
      looks: 1,
      currency: null,
      fingerprint: '',
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
    },
    madeUpRecords({
      customers,
      arms: customers.map((customer, i) => ({ customer, arm: treated(i) ? 'call' : 'control', at: '2026-09-01' })),
      activities: {
        complaint: customers.map((customer) => ({ customer, at: '2026-09-01' })),
        order: customers.flatMap((customer, i) =>
          Array.from({ length: rank(i) % 3 }, (_, k) => ({ customer, at: `2026-09-1${k}T00:00Z` })),
        ),
      },
      scores: {
        nps: customers.flatMap((customer, i) =>
          answers(i) ? [{ customer, at: '2026-09-20T00:00Z', value: score(i) }] : [],
        ),
      },
    }),
  );
}

const check = (result: LiftResult, id: string) => result.checks.find((one) => one.id.startsWith(id));

describe('answers by arm', () => {
  it('stand beside the response rates, with worst-case bounds for those who did not answer', () => {
    const [nps] = look({ control: 5, call: 5 }).metrics;
    expect(nps?.response).toMatchObject({
      control: { asked: 400, answered: 200 },
      treatment: { asked: 400, answered: 200 },
      p: 1,
    });
    const half = (nps?.arms[0]?.mean ?? 0) / 2;
    const other = (nps?.arms[1]?.mean ?? 0) / 2;
    expect(nps?.response?.bounds.lower).toBeCloseTo(other - 50 - (half + 50), 9);
    expect(nps?.response?.bounds.upper).toBeCloseTo(other + 50 - (half - 50), 9);
    expect(nps?.sentence).toMatch(/50\s% of control/);
  });

  it('are a warning where the arms answered unlike, and a note where alike', () => {
    expect(check(look({ control: 5, call: 5 }), 'response-rate')).toMatchObject({ severity: 'note' });
    const uneven = check(look({ control: 4, call: 8 }), 'response-rate');
    expect(uneven).toMatchObject({ severity: 'warning' });
    expect(uneven?.sentence).toMatch(/by 40\s% in control and by 80\s%/);
    expect(check(look({ control: 4, call: 8 }), 'missing-outcome')).toBeUndefined();
    expect(check(look({ control: 10, call: 10 }), 'response-rate')).toBeUndefined();
  });

  it('of customers who were unhappy carry the sentence on regression to the mean', () => {
    expect(check(look({ control: 5, call: 5 }), 'regression-to-the-mean')).toMatchObject({ severity: 'note' });
    expect(check(look({ control: 5, call: 5 }, { everyone: true }), 'regression-to-the-mean')).toBeUndefined();
  });
});

it('a repeat rate is a conversion of at least two', () => {
  const [, repeated] = look({ control: 5, call: 5 }).metrics;
  expect(repeated?.arms.map(({ x, n }) => [x, n])).toEqual([
    [133, 400],
    [133, 400],
  ]);
});
