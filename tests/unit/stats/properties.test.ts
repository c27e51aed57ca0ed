import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calcMethods } from '#shared/stats/calc/methods.ts';
import { runCalc } from '#shared/stats/calc/run.ts';
import { meanRatio } from '#shared/stats/mean-ratio.ts';
import { proportionDifference } from '#shared/stats/proportion-difference.ts';
import { proportionRatio } from '#shared/stats/proportion-ratio.ts';
import { summarise } from '#shared/stats/summary.ts';

const SEED = { seed: 20240501, numRuns: 300 };

const proportionArm = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100_000_000 })),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([n, share]) => ({ n, x: Math.round(n * share ** 3) }));
const proportionArms = fc.record({ control: proportionArm, treatment: proportionArm });
const meanArm = fc.record({
  n: fc.integer({ min: 2, max: 1_000_000 }),
  mean: fc.double({ min: -100, max: 100, noNaN: true }),
  sd: fc.double({ min: 0.01, max: 50, noNaN: true }),
});
const meanArms = fc.record({ control: meanArm, treatment: meanArm });
const list = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 });

function close(found: number, wanted: number, digits = 1e-9): void {
  expect(Math.abs(found - wanted), `${found} is not ${wanted}`).toBeLessThanOrEqual(
    digits * Math.max(1e-6, Math.abs(wanted)),
  );
}

describe('rates', () => {
  test.each(['mee', 'miettinen-nurminen', 'newcombe', 'newcombe-cc', 'agresti-caffo'] as const)(
    'swapping the arms flips the absolute lift (%s)',
    (interval) => {
      fc.assert(
        fc.property(proportionArms, ({ control, treatment }) => {
          const one = proportionDifference({ control, treatment, interval });
          const other = proportionDifference({ control: treatment, treatment: control, interval });
          if (one.kind === 'error' || other.kind === 'error') throw new Error('not computed');
          close(one.lower!, -other.upper!, 1e-8);
          close(one.upper!, -other.lower!, 1e-8);
        }),
        SEED,
      );
    },
  );

  test('swapping the arms inverts the ratio', () => {
    fc.assert(
      fc.property(proportionArms, ({ control, treatment }) => {
        const one = proportionRatio({ control, treatment });
        const other = proportionRatio({ control: treatment, treatment: control });
        if (one.kind === 'error' || other.kind === 'error') throw new Error('not computed');
        if (one.upper === null) expect(other.lower).toBe(0);
        else close(one.upper * other.lower!, one.upper === 0 ? 0 : 1);
      }),
      SEED,
    );
  });

  test('the end of the interval is where the test has p = α (Mee, Koopman)', () => {
    fc.assert(
      fc.property(proportionArms, fc.constantFrom(0.8, 0.95, 0.999), ({ control, treatment }, level) => {
        const found = proportionDifference({ control, treatment, level });
        if (found.kind === 'error') throw new Error(found.reason);
        for (const end of [found.lower!, found.upper!]) {
          if (Math.abs(end) > 1 - 1e-6) continue;
          const at = proportionDifference({ control, treatment, null: end });
          if (at.kind === 'error' || at.p === null) throw new Error('not computed');
          close(at.p, 1 - level, 1e-6);
        }
        const ratio = proportionRatio({ control, treatment, level });
        if (ratio.kind === 'error') throw new Error(ratio.reason);
        for (const end of [ratio.lower, ratio.upper]) {
          if (end === null || end === 0) continue;
          const at = proportionRatio({ control, treatment, null: end });
          if (at.kind === 'error' || at.p === null) throw new Error('not computed');
          close(at.p, 1 - level, 1e-6);
        }
      }),
      SEED,
    );
  });

  test('a one-sided interval ends where the two-sided one of twice the error does', () => {
    fc.assert(
      fc.property(proportionArms, (arms) => {
        const two = proportionDifference({ ...arms, level: 0.9 });
        const greater = proportionDifference({ ...arms, level: 0.95, alternative: 'greater' });
        if (two.kind === 'error' || greater.kind === 'error') throw new Error('not computed');
        close(greater.lower!, two.lower!);
        expect(greater.upper).toBeNull();
      }),
      SEED,
    );
  });

  test('replicating every customer tenfold narrows the interval', () => {
    fc.assert(
      fc.property(proportionArms, ({ control, treatment }) => {
        const more = ({ n, x }: { n: number; x: number }) => ({ n: n * 10, x: x * 10 });
        const few = proportionDifference({ control, treatment });
        const many = proportionDifference({ control: more(control), treatment: more(treatment) });
        if (few.kind === 'error' || many.kind === 'error') throw new Error('not computed');
        expect(many.upper! - many.lower!).toBeLessThan(few.upper! - few.lower!);
      }),
      SEED,
    );
  });
});

describe('means', () => {
  test('scaling money leaves the relative lift as it is, and its Fieller end has p = α', () => {
    fc.assert(
      fc.property(meanArms, fc.double({ min: 0.01, max: 1000, noNaN: true }), ({ control, treatment }, factor) => {
        fc.pre(Math.abs(control.mean) > 1e-3);
        const scaled = (arm: { n: number; mean: number; sd: number }) => ({
          n: arm.n,
          mean: arm.mean * factor,
          sd: arm.sd * factor,
        });
        const one = meanRatio({ control, treatment });
        const other = meanRatio({ control: scaled(control), treatment: scaled(treatment) });
        if (one.kind === 'error' || other.kind === 'error') throw new Error('not computed');
        expect(other.unbounded).toBe(one.unbounded);
        if (one.lower === null || one.upper === null) return;
        close(other.lower!, one.lower, 1e-6);
        for (const end of [one.lower, one.upper]) {
          const at = meanRatio({ control, treatment, null: end });
          if (at.kind === 'error' || at.p === null) throw new Error('not computed');
          close(at.p, 0.05, 1e-4);
        }
      }),
      SEED,
    );
  });

  test('the order of rows does not matter, nor does a large common offset', () => {
    fc.assert(
      fc.property(list, (values) => {
        const one = summarise(values);
        const other = summarise(Float64Array.from([...values].reverse(), (value) => value + 2 ** 30));
        if (one.kind === 'error' || other.kind === 'error') throw new Error('not computed');
        close(other.sd, one.sd, 1e-7);
        close(other.mean - 2 ** 30, one.mean, 1e-4);
      }),
      SEED,
    );
  });
});

describe('every method', () => {
  const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }), fc.constant(0)), {
    maxLength: 14,
  });
  const anything = fc.record(
    {
      n: fc.oneof(fc.integer({ min: -1, max: 50 }), fc.constant(1e8)),
      x: fc.integer({ min: -1, max: 50 }),
      mean: fc.double({ noNaN: true }),
      sd: fc.double({ min: 0, noNaN: true }),
      values,
      y: values,
      reached: fc.array(fc.constantFrom(0, 1), { maxLength: 14 }),
      pre: values,
      post: values,
      numerator: values,
      denominator: values,
      promoters: fc.nat(9),
      passives: fc.nat(9),
      detractors: fc.nat(9),
    },
    { requiredKeys: [] },
  );

  test.each(Object.keys(calcMethods))('%s gives an answer without NaN or a reason, whatever it is given', (method) => {
    const input = fc.record(
      {
        control: anything,
        treatment: anything,
        n: fc.integer({ min: -1, max: 1000 }),
        x: fc.integer({ min: -1, max: 1000 }),
        mean: fc.double({ noNaN: true }),
        sd: fc.double({ noNaN: true }),
        values,
        p: values,
        observed: values,
        weights: values,
        information: values,
        level: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
        alternative: fc.constantFrom('two-sided', 'greater', 'less'),
        null: fc.double({ noNaN: true }),
        margin: fc.double({ min: 0, max: 2, noNaN: true }),
        estimate: fc.double({ noNaN: true }),
        standardError: fc.double({ noNaN: true }),
        baseline: fc.double({ min: 0, max: 1, noNaN: true }),
        mde: fc.double({ min: -1, max: 1, noNaN: true }),
        power: fc.double({ min: 0, max: 1, noNaN: true }),
        table: fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { maxLength: 3 }),
        promoters: fc.nat(9),
        passives: fc.nat(9),
        detractors: fc.nat(9),
        resamples: fc.constant(20),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(input, (given) => {
        const known = given;
        for (const attempt of [known, withoutUnknown(method, known)]) {
          const result = runCalc(method, attempt);
          if (result.kind === 'error') expect(result.reason.length).toBeGreaterThan(5);
          else expect(JSON.stringify(result.output)).not.toMatch(/NaN|Infinity/);
        }
      }),
      { ...SEED, numRuns: 200 },
    );
  });
});

/** The same input without the fields that the method says it does not know. */
function withoutUnknown(method: string, given: object): unknown {
  const result = runCalc(method, given);
  if (result.kind !== 'error' || !result.reason.startsWith('unknown field')) return given;
  const unknown = new Set([...result.reason.matchAll(/"(\w+)"/g)].map((match) => match[1]));
  return Object.fromEntries(Object.entries(given).filter(([key]) => !unknown.has(key)));
}
