import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { boardOf } from '#shared/lift/board.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { drawsFrom } from '#shared/stats/chance.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { type Event, madeUpRecords } from '../../fixtures/made-up-records.ts';

const DAY = 86_400_000;
const start = Date.parse('2026-09-01');
const metric: Metric = {
  id: 'kept',
  role: 'primary',
  kind: 'conversion',
  of: { activity: 'order' },
  windowDays: 3,
  better: 'higher',
};
const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    {
      id: 'call',
      role: 'treatment',
      weight: 1,
      intervention: { channel: 'phone', message: '', exposure: { activity: 'call' } },
    },
  ],
  allocation: { method: 'hash', seed: 1 },
  metrics: [metric],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'kept', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-15' },
};
const words = {
  text: catalogueOf('en').board,
  format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: 'USD' }),
};

/** Thirty days of customers; the chances may differ between the first and the last of them. */
function boardWith(perDay: (day: number) => number, rate: (day: number) => number, reach: (day: number) => number) {
  const draws = drawsFrom(4);
  const arms: (Event & { arm: string })[] = [];
  const activities: Record<string, Event[]> = { order: [], call: [] };
  for (let day = 0; day < 30; day++) {
    for (let i = 0; i < perDay(day); i++) {
      const customer = arms.length + 1;
      const at = (days: number) => new Date(start + (day + days) * DAY + i * 1000).toISOString();
      const arm = customer % 2 === 0 ? 'control' : 'call';
      arms.push({ customer, arm, at: at(0) });
      if (draws.unit() < rate(day)) activities.order?.push({ customer, at: at(1) });
      if (arm === 'call' && draws.unit() < reach(day)) activities.call?.push({ customer, at: at(0.2) });
    }
  }
  const records = madeUpRecords({ customers: arms.map(({ customer }) => customer), activities, arms });
  const now = start + 30 * DAY;
  return boardOf({ plan, metric, end: now, now }, records, words);
}
const severities = (board: ReturnType<typeof boardWith>) =>
  Object.fromEntries(board.signs.map(({ id, severity }) => [id, severity]));

describe('the board of a running pilot', () => {
  it('finds nothing where nothing changes, and says how far it has come', () => {
    const board = boardWith(
      () => 40,
      () => 0.3,
      () => 0.8,
    );
    expect(severities(board)).toEqual({ arrivals: 'ok', baseline: 'ok', reach: 'ok' });
    expect(board).toMatchObject({ daysLeft: 14, assigned: 1200, known: 1081 });
    expect(board.over).toBeCloseTo(30 / 44, 6);
  });

  it('says which of arrivals, control’s own outcome and reach has drifted since the start', () => {
    const fewer = boardWith(
      (day) => (day < 15 ? 40 : 20),
      () => 0.3,
      () => 0.8,
    );
    expect(severities(fewer)).toEqual({ arrivals: 'warning', baseline: 'ok', reach: 'ok' });
    expect(fewer.signs[0]?.sentence).toMatch(/^40\.0 a day at the start, 20\.0 of late/);
    const other = boardWith(
      () => 40,
      (day) => (day < 15 ? 0.2 : 0.45),
      (day) => (day < 15 ? 0.9 : 0.5),
    );
    expect(severities(other)).toEqual({ arrivals: 'ok', baseline: 'warning', reach: 'warning' });
  });

  it('says when customers stopped coming, and does not take that for a drift', () => {
    const ended = boardWith(
      (day) => (day < 20 ? 40 : 0),
      () => 0.3,
      () => 0.8,
    );
    expect(ended.signs[0]).toMatchObject({ id: 'arrivals', severity: 'note' });
    expect(ended.signs[0]?.sentence).toMatch(/^Nobody new has come in since 20 September 2026\. Until then: 4\d/);
  });

  it('shows the same whatever became of the treatment’s customers: it is no look', () => {
    const even = boardWith(
      () => 40,
      () => 0.3,
      () => 0.8,
    );
    const records = (extra: Event[]) =>
      madeUpRecords({
        customers: [1, 2],
        arms: [
          { customer: 1, arm: 'control', at: '2026-09-01T00:00:00Z' },
          { customer: 2, arm: 'call', at: '2026-09-01T00:00:00Z' },
        ],
        activities: { order: extra },
      });
    const asked = { plan, metric, end: start + 30 * DAY, now: start + 30 * DAY };
    expect(boardOf(asked, records([{ customer: 2, at: '2026-09-02' }]), words)).toEqual(
      boardOf(asked, records([]), words),
    );
    expect(JSON.stringify(even)).not.toMatch(/lift/);
  });

  it('takes whole clusters for what they are: one large household that comes late, and buys, is no drift', () => {
    const arms: (Event & { arm: string })[] = [];
    const order: Event[] = [];
    const store: [number, number][] = [];
    for (let day = 0; day < 30; day++) {
      // Ten customers a day in households of one, and on the 25th a coach of 60 who all buy.
      for (let i = 0; i < (day === 24 ? 70 : 10); i++) {
        const customer = arms.length + 1;
        const at = (days: number) => new Date(start + (day + days) * DAY + i * 1000).toISOString();
        arms.push({ customer, arm: i < 10 && i % 2 === 1 ? 'call' : 'control', at: at(0) });
        store.push([customer, i < 10 ? customer : -1]);
        if (i >= 10 || customer % 4 === 0) order.push({ customer, at: at(1) });
      }
    }
    const records = madeUpRecords({
      customers: arms.map(({ customer }) => customer),
      activities: { order, call: [] },
      traits: { store },
      arms,
    });
    const now = start + 30 * DAY;
    const under = (allocation: Plan['allocation']) =>
      severities(boardOf({ plan: { ...plan, allocation }, metric, end: now, now }, records, words));
    expect(under(plan.allocation)).toMatchObject({ arrivals: 'warning', baseline: 'warning' });
    expect(under({ ...plan.allocation, cluster: { trait: 'store' } })).toMatchObject({
      arrivals: 'ok',
      baseline: 'ok',
    });
  });
});
