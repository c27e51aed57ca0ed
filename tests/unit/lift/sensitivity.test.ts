import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { DatedEvent } from '#shared/lift/dated-event.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { sensitivitySection } from '#shared/report/section/sensitivity.ts';
import { storyOf } from '#shared/report/story.ts';
import { complierEffect } from '#shared/stats/complier-effect.ts';
import { meanDifference } from '#shared/stats/mean-difference.ts';
import { summarise } from '#shared/stats/summary.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';
import { stories } from '../report/stories.ts';

const spent: Metric = {
  id: 'spent',
  role: 'primary',
  kind: 'sum',
  of: { activity: 'order', field: 'amount' },
  windowDays: 7,
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
      intervention: { channel: 'call', message: '', exposure: { activity: 'call' } },
    },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [spent],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'spent', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-01' },
};

const DAYS = 20;
const customers = Array.from({ length: DAYS * 40 }, (_, i) => i + 1);
const day = (i: number) => Math.floor(i / 40);
const dateOf = (i: number) => `2026-09-${String(1 + day(i)).padStart(2, '0')}`;
const treated = (i: number) => i % 2 === 1;
const isReached = (i: number) => treated(i) && i % 4 === 1;

function look(
  amount: (i: number) => number,
  over: Partial<Plan> = {},
  datedEvents: DatedEvent[] = [],
  before: ((i: number) => number) | null = null,
): LiftResult {
  const records = madeUpRecords({
    customers,
    arms: customers.map((customer, i) => ({
      customer,
      arm: treated(i) ? 'call' : 'control',
      at: `${dateOf(i)}T12:00Z`,
    })),
    activities: {
      order: customers.flatMap((customer, i) => [
        { customer, at: `${dateOf(i)}T13:00Z`, value: amount(i) },
        ...(before === null ? [] : [{ customer, at: `${dateOf(i)}T11:00Z`, value: before(i) }]),
      ]),
      call: customers.flatMap((customer, i) => (isReached(i) ? [{ customer, at: `${dateOf(i)}T12:30Z` }] : [])),
    },
    datedEvents,
  });
  return computeLift({ ...input, plan: { ...plan, ...over } }, records);
}

const input = {
  sha256: 'seal',
  amendments: 0,
  asOf: Date.parse('2026-12-02'),
  looks: 1,
  currency: 'USD',
  fingerprint: '',
  text: catalogueOf('en').lift,
  format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: 'USD' }),
};

/** Three arms in turn; the letter's lift was made by the sale, the call's lasts. */
function lookAtTwo(): LiftResult {
  const armOf = (i: number) => ['control', 'call', 'letter'][i % 3] ?? '';
  const amount = (i: number) => {
    const base = 10 + (Math.floor(i / 3) % 7);
    if (armOf(i) === 'call') return base + 2;
    return armOf(i) === 'letter' && day(i) < 3 ? base + 8 : base;
  };
  const records = madeUpRecords({
    customers,
    arms: customers.map((customer, i) => ({ customer, arm: armOf(i), at: `${dateOf(i)}T12:00Z` })),
    activities: {
      order: customers.map((customer, i) => ({ customer, at: `${dateOf(i)}T13:00Z`, value: amount(i) })),
    },
    datedEvents: [sale],
  });
  const arms: Plan['arms'] = [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
    { id: 'letter', role: 'treatment', weight: 1 },
  ];
  return computeLift({ ...input, plan: { ...plan, arms } }, records);
}

const lasting = (i: number) => 10 + ((i >> 1) % 7) + (treated(i) ? 1 : 0);
const inSale = (i: number) => 10 + ((i >> 1) % 7) + (treated(i) && day(i) < 3 ? 4 : 0);
const sale: DatedEvent = { id: 1, at: '2026-09-01', until: '2026-09-03', note: 'a rival’s sale', kind: 'external' };
const named = (result: LiftResult, id: string) => result.sensitivity.find((one) => one.id.startsWith(id));

describe('a verdict on one of several treatments', () => {
  it('does not hide that another does harm', () => {
    const armOf = (i: number) => ['control', 'call', 'letter'][i % 3] ?? '';
    const records = madeUpRecords({
      customers,
      arms: customers.map((customer, i) => ({ customer, arm: armOf(i), at: `${dateOf(i)}T12:00Z` })),
      activities: {
        order: customers.map((customer, i) => ({
          customer,
          at: `${dateOf(i)}T13:00Z`,
          value: 10 + (Math.floor(i / 3) % 7) + { control: 0, call: 4, letter: -3 }[armOf(i)]!,
        })),
      },
    });
    const arms: Plan['arms'] = ['control', 'call', 'letter'].map((id) => ({
      id,
      role: id === 'control' ? 'control' : 'treatment',
      weight: 1,
    }));
    const { verdict, arm, because } = computeLift({ ...input, plan: { ...plan, arms } }, records);
    expect([verdict, arm]).toEqual(['scale', 'call']);
    expect(because).toMatch(/Not so for letter, which does harm: .*worse side/);
  });
});

describe('the same comparison under another choice', () => {
  it('leaves out the customers whose window an event touched', () => {
    const found = named(look(lasting, {}, [sale]), 'without-event-1');
    expect(found).toMatchObject({ turns: false });
    expect(found?.absolute.estimate).toBeCloseTo(1, 1);
    expect(found?.sentence).toContain('a rival’s sale');
  });

  it('says so where the event made the result, and the look carries the warning', () => {
    const result = look(inSale, {}, [sale]);
    expect(named(result, 'without-event-1')).toMatchObject({ turns: true });
    expect(result.checks.find((check) => check.id === 'sensitivity')).toMatchObject({ severity: 'warning' });
  });

  it('holds the effect on those who were reached, which is larger than the one on all assigned', () => {
    const result = look(lasting);
    const arm = (wanted: boolean) => {
      const members = customers.flatMap((_, i) => (treated(i) === wanted ? [i] : []));
      return { y: members.map(lasting), reached: members.map((i) => (isReached(i) ? 1 : 0)) };
    };
    const expected = complierEffect({ control: arm(false), treatment: arm(true) });
    if (expected.kind === 'error') throw new Error(expected.reason);
    const found = named(result, 'compliers');
    expect(found?.absolute.lower).toBeCloseTo(expected.lower ?? 0, 10);
    expect(found?.absolute.estimate).toBeCloseTo(2 * (result.metrics[0]?.absolute.estimate ?? 0), 8);
    expect(result.checks.find((check) => check.id === 'sensitivity')).toMatchObject({ severity: 'ok' });
  });

  it('shows the figures without the cap, and uses the always-valid interval where the plan does', () => {
    const cap: Metric = { ...spent, cap: { percentile: 90, amount: 14 } };
    const fixed = look(lasting, { metrics: [cap] });
    expect(named(fixed, 'uncapped')?.absolute).toEqual(fixed.metrics[0]?.uncapped?.absolute);
    const open = look(lasting, { metrics: [cap], analysis: { ...plan.analysis, peeking: 'always-valid' } });
    expect(named(open, 'uncapped')?.absolute.lower).toBeLessThan(named(fixed, 'uncapped')?.absolute.lower ?? 0);
  });

  it('holds the change since before the start where chance did not draw the arms, marked as weaker evidence', () => {
    const otherwise: Partial<Plan> = { allocation: { method: 'imported', from: {}, drawn: 'otherwise' } };
    // The treated had spent 3 more all along, and 1 more since.
    const all = (i: number) => 10 + ((i >> 1) % 7) + (treated(i) ? 4 : 0);
    const before = (i: number) => 10 + ((i >> 1) % 5) + (treated(i) ? 3 : 0);
    const result = look(all, otherwise, [], before);
    expect(result.metrics[0]?.absolute.estimate).toBeCloseTo(4, 9);
    const arm = (wanted: boolean) => customers.flatMap((_, i) => (treated(i) === wanted ? [all(i) - before(i)] : []));
    const [c, t] = [summarise(arm(false)), summarise(arm(true))];
    if (c.kind === 'error' || t.kind === 'error') throw new Error('there are changes');
    const expected = meanDifference({ control: c, treatment: t });
    if (expected.kind === 'error') throw new Error(expected.reason);
    const found = named(result, 'changes');
    expect(found?.absolute.estimate).toBeCloseTo(1, 9);
    expect(found?.absolute.lower).toBeCloseTo(expected.lower ?? 0, 9);
    expect(result.checks.find(({ id }) => id === 'not-random')).toMatchObject({ severity: 'warning' });
    expect(named(look(all, {}, [], before), 'changes')).toBeUndefined();
  });

  it('names its arm where there are several, and the look says which choice in which arm turns it', () => {
    const result = lookAtTwo();
    const rows = result.sensitivity.map(({ treatment, turns }) => [treatment, turns]);
    expect(rows).toEqual([
      ['call', false],
      ['letter', true],
    ]);
    expect(result.sensitivity[1]?.sentence).toMatch(/^In letter: Without the customers/);
    const check = result.checks.find(({ id }) => id === 'sensitivity');
    expect(check?.sentence).toContain('“a rival’s sale” (1 September 2026 – 3 September 2026) touched (in letter)');
    expect(check?.sentence).not.toContain('(in call)');
    const { planState } = stories.win;
    const arms = [...planState.plan.arms, { id: 'letter', role: 'treatment' as const, weight: 1 }];
    const story = storyOf({
      ...stories.win,
      lift: result,
      planState: { ...planState, plan: { ...planState.plan, arms } },
    });
    const { blocks } = sensitivitySection(story);
    expect(JSON.stringify(blocks[0])).toContain('touched (in letter)');
    const table = blocks.find((block) => block.kind === 'table')?.table;
    expect(table?.columns[0]?.title).toBe('Treatment');
    expect(table?.rows.map(([arm]) => arm && 'text' in arm && arm.text)).toEqual(['call', 'call', 'letter', 'letter']);
  });

  it('is not asked where the interval is withheld', () => {
    const few = look((i) => (i < 20 ? 5 : 0));
    expect(few.metrics[0]?.withheld).not.toBeNull();
    expect(few.sensitivity).toEqual([]);
  });
});
