import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateByHash, allocateClusters, allocateStratified, type Candidate } from '#shared/assign/allocate.ts';
import type { Arm } from '#shared/plan/plan.ts';

const arms: Arm[] = [
  { id: 'control', role: 'control', weight: 1 },
  { id: 'reminder', role: 'treatment', weight: 3 },
];

function people(n: number, stratum: (i: number) => string): Candidate[] {
  return Array.from({ length: n }, (_, i) => ({ customer: i + 1, key: `email:${i}@example.com`, stratum: stratum(i) }));
}

const countOf = (assigned: readonly { arm: string }[], arm: string) => assigned.filter((a) => a.arm === arm).length;

describe('stratified allocation', () => {
  it('gives every customer exactly one arm, and each stratum the planned shares to the nearest customer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 5 }), fc.integer(), (n, k, seed) => {
        const list = people(n, (i) => `s${i % k}`);
        const assigned = allocateStratified(list, arms, seed, 0);
        expect(assigned.map((a) => a.customer).sort((a, b) => a - b)).toEqual(list.map((c) => c.customer));
        for (let s = 0; s < k; s++) {
          const here = assigned.filter((a) => a.stratum === `s${s}`);
          const treated = countOf(here, 'reminder');
          expect(Math.abs(treated - (here.length * 3) / 4)).toBeLessThan(1);
        }
      }),
    );
  });

  it('does not depend on the order in which customers were imported', () => {
    const list = people(101, () => 'all');
    const forwards = allocateStratified(list, arms, 7, 0);
    const backwards = allocateStratified([...list].reverse(), arms, 7, 0);
    expect(backwards).toEqual(forwards);
  });

  it('gives other arms under another seed and in another batch', () => {
    const list = people(60, () => 'all');
    const one = JSON.stringify(allocateStratified(list, arms, 1, 0));
    expect(JSON.stringify(allocateStratified(list, arms, 2, 0))).not.toBe(one);
    expect(JSON.stringify(allocateStratified(list, arms, 1, 1))).not.toBe(one);
  });

  it('gives a single customer each arm as often as its share says', () => {
    const treated = Array.from({ length: 4000 }, (_, seed) =>
      allocateStratified(
        people(1, () => 'x'),
        arms,
        seed,
        0,
      ),
    );
    const share = countOf(treated.flat(), 'reminder') / 4000;
    expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / 4000));
  });
});

describe('allocation by hash', () => {
  it('gives a customer the same arm whoever else is there', () => {
    const list = people(500, () => 'all');
    const together = allocateByHash(list, arms, 3);
    for (const one of list.slice(0, 20)) {
      expect(allocateByHash([one], arms, 3)[0]).toEqual(together.find((a) => a.customer === one.customer));
    }
  });

  it('meets the planned shares within chance', () => {
    const share =
      countOf(
        allocateByHash(
          people(20_000, () => 'all'),
          arms,
          11,
        ),
        'reminder',
      ) / 20_000;
    expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / 20_000));
  });
});

describe('clusters', () => {
  const households = Array.from({ length: 300 }, (_, i) => ({
    customer: i + 1,
    key: `email:${String(i).padStart(3, '0')}@x.org`,
    stratum: 'all',
    cluster: i < 270 ? `house ${Math.floor(i / 3)}` : null,
  }));
  const halves = [
    { id: 'control', role: 'control' as const, weight: 1 },
    { id: 'call', role: 'treatment' as const, weight: 1 },
  ];
  const ways = {
    stratified: (list: readonly Candidate[]) => allocateStratified(list, halves, 7, 0),
    hash: (list: readonly Candidate[]) => allocateByHash(list, halves, 7),
  };
  const armsOf = (assigned: readonly { customer: number; arm: string }[]) =>
    new Map(assigned.map(({ customer, arm }) => [customer, arm]));

  it.each(['stratified', 'hash'] as const)('of a %s draw are in one arm, whatever the order', (way) => {
    const arms = armsOf(allocateClusters(households, new Map(), ways[way]));
    expect(arms.size).toBe(300);
    for (let i = 0; i < 270; i += 3) {
      expect(new Set([i + 1, i + 2, i + 3].map((customer) => arms.get(customer))).size).toBe(1);
    }
    const alone = new Set(Array.from({ length: 30 }, (_, i) => arms.get(271 + i)));
    expect(alone.size).toBe(2);
    expect(armsOf(allocateClusters(households.toReversed(), new Map(), ways[way]))).toEqual(arms);
  });

  it('are shared out to the nearest whole cluster by a stratified draw', () => {
    const arms = armsOf(allocateClusters(households, new Map(), ways.stratified));
    const called = new Set(
      households.flatMap(({ customer, cluster, key }) => (arms.get(customer) === 'call' ? [cluster ?? key] : [])),
    );
    expect(called.size).toBe(60);
  });

  it('keep the arm of those of them who were assigned earlier', () => {
    const earlier = new Map([
      ['house 4', 'call'],
      ['house 5', 'control'],
    ]);
    const arms = armsOf(allocateClusters(households, earlier, ways.stratified));
    expect([13, 14, 15, 16, 17, 18].map((customer) => arms.get(customer))).toEqual([
      'call',
      'call',
      'call',
      'control',
      'control',
      'control',
    ]);
  });
});
