import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateByHash, allocateClusters, type Candidate } from '#shared/assign/allocate.ts';
import { drawHoldout, HELD_OUT } from '#shared/assign/holdout.ts';
import { arm as armSchema } from '#shared/plan/plan.ts';

const arms = [
  { id: 'control', role: 'control' as const, weight: 1 },
  { id: 'call', role: 'treatment' as const, weight: 1 },
];
const people = (n: number): Candidate[] =>
  Array.from({ length: n }, (_, i) => ({ customer: i + 1, key: `email:${i}@example.com`, stratum: 'all' }));
const keysOut = (list: readonly Candidate[], share: number, seed: number) => {
  const out = new Set(drawHoldout(list, share, seed).heldOut.map(({ customer }) => customer));
  return list.filter(({ customer }) => out.has(customer)).map(({ key }) => key);
};

it('holds out the planned share within chance, and everybody else goes on', () => {
  const { heldOut, left } = drawHoldout(people(20_000), 0.1, 5);
  expect(Math.abs(heldOut.length / 20_000 - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / 20_000));
  expect(heldOut.length + left.length).toBe(20_000);
  expect(new Set(heldOut.map(({ arm }) => arm))).toEqual(new Set([HELD_OUT]));
  expect(armSchema.safeParse({ id: HELD_OUT, role: 'control', weight: 1 }).success).toBe(false);
});

it('depends on the seed and each one’s own key, not on the order nor on who else is there', () => {
  const list = people(400);
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (seed, share) => {
      const out = new Set(keysOut(list, share, seed));
      expect(new Set(keysOut(list.toReversed(), share, seed))).toEqual(out);
      expect(keysOut(list.slice(0, 50), share, seed)).toEqual(
        list.slice(0, 50).flatMap(({ key }) => (out.has(key) ? [key] : [])),
      );
    }),
    { numRuns: 25 },
  );
  expect(keysOut(list, 0.3, 1)).not.toEqual(keysOut(list, 0.3, 2));
});

it('says nothing about the arm that the hash of the rest gives', () => {
  const { left } = drawHoldout(people(20_000), 0.5, 5);
  const called = allocateByHash(left, arms, 5).filter(({ arm }) => arm === 'call').length / left.length;
  expect(Math.abs(called - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / left.length));
});

it('keeps clusters together, with those of them who were held out earlier', () => {
  const households = people(900).map((one, i) => ({ ...one, cluster: i < 840 ? `house ${Math.floor(i / 3)}` : null }));
  const draw = (units: readonly Candidate[]) => {
    const { heldOut, left } = drawHoldout(units, 0.3, 9);
    return [...heldOut, ...allocateByHash(left, arms, 9)];
  };
  const drawn = new Map(
    allocateClusters(households, new Map([['house 0', HELD_OUT]]), draw).map(({ customer, arm }) => [customer, arm]),
  );
  for (let i = 1; i <= 840; i += 3) expect(new Set([i, i + 1, i + 2].map((id) => drawn.get(id))).size).toBe(1);
  expect(drawn.get(1)).toBe(HELD_OUT);
  const out = [...drawn.values()].filter((arm) => arm === HELD_OUT).length / 900;
  expect(Math.abs(out - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / 340));
});
