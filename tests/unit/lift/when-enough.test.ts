import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-09-01T12:00Z');
const bought: Metric = {
  id: 'bought',
  role: 'primary',
  kind: 'conversion',
  of: { activity: 'order' },
  windowDays: 7,
  better: 'higher',
};
const planOf = (metric: Metric): Plan => ({
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [metric],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: metric.id, relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-31' },
});

type Made = {
  /** In both arms together, an even number. */
  readonly aDay: number;
  readonly days: number;
  /** One customer in so many orders, on the day after it came; 0: nobody does. */
  readonly oneIn: number;
  readonly asOf: string;
  readonly metric?: Metric;
};

/** What the look says of the interval that it withholds. */
function withheld({ aDay, days, oneIn, asOf, metric = bought }: Made): string | null | undefined {
  const customers = Array.from({ length: aDay * days }, (_, i) => i);
  const came = (i: number) => START + Math.floor(i / aDay) * DAY;
  const moment = (at: number) => new Date(at).toISOString();
  const result = computeLift(
    {
      plan: planOf(metric),
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
      customers: customers.map((i) => i + 1),
      arms: customers.map((i) => ({ customer: i + 1, arm: i % 2 ? 'call' : 'control', at: moment(came(i)) })),
      activities: {
        order: customers
          .filter((i) => oneIn > 0 && (i >> 1) % oneIn === 0)
          .map((i) => ({ customer: i + 1, at: moment(came(i) + DAY), value: 20 })),
      },
    }),
  );
  return result.metrics[0]?.withheld;
}

describe('an interval that is withheld says when to expect it', () => {
  it('on the day the open windows bring what is missing', () => {
    // 20 a day in each arm. The windows of the first 6 days are closed: 120 customers, 3 conversions, so 80 more are needed.
    const said = withheld({ aDay: 40, days: 12, oneIn: 50, asOf: '2026-09-13T12:00Z' });
    expect(said).toContain('3 conversions, and 5 are needed');
    // The 80th of those who wait came on 10 September, and its window closes a week later.
    expect(said).toMatch(/to be expected about 17 September 2026\.$/);
  });

  it('and after them at the pace of arrivals', () => {
    // 10 a day in each arm. 30 customers are closed, 1 conversion, so 120 more are needed, of whom 70 wait. The other 50
    // come in 4.5 days at 100 in 9 days, and their windows close a week after that.
    const said = withheld({ aDay: 20, days: 10, oneIn: 50, asOf: '2026-09-11T00:00Z' });
    expect(said).toMatch(/to be expected about 22 September 2026\.$/);
  });

  it('says how many more are needed where nobody new comes', () => {
    const said = withheld({ aDay: 100, days: 1, oneIn: 25, asOf: '2026-10-30T00:00Z' });
    expect(said).toContain('2 conversions, and 5 are needed');
    expect(said).toMatch(/Nobody new is coming: about 75 more customers in the smaller arm would be needed\.$/);
  });

  it('says the same of totals, which need values other than 0', () => {
    const spent: Metric = { ...bought, kind: 'sum', of: { activity: 'order', field: 'amount' } };
    const said = withheld({ aDay: 100, days: 1, oneIn: 10, asOf: '2026-10-30T00:00Z', metric: spent });
    expect(said).toContain('5 values other than 0, and 25 are needed');
    expect(said).toMatch(/about 200 more customers/);
  });

  it('gives no date where nothing has happened that a pace could be reckoned from', () => {
    const said = withheld({ aDay: 100, days: 4, oneIn: 0, asOf: '2026-10-30T00:00Z' });
    expect(said).toMatch(/0 conversions, and 5 are needed\.$/);
  });

  it('gives no date that lies more than ten years away', () => {
    // One customer a day in each arm, of whom the first of 1,500 bought: the other four take 6,000 days.
    const said = withheld({
      aDay: 2,
      days: 1500,
      oneIn: 10_000,
      asOf: '2030-10-12T12:00Z',
      metric: { ...bought, windowDays: 2 },
    });
    expect(said).toMatch(/At the pace so far that takes more than ten years\.$/);
  });
});
