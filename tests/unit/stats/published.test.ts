import { describe, expect, test } from 'vitest';
import { groupSequential } from '#shared/stats/group-sequential.ts';
import { kappa } from '#shared/stats/kappa.ts';
import { proportion } from '#shared/stats/proportion.ts';
import { proportionDifference } from '#shared/stats/proportion-difference.ts';

describe('Newcombe, Statistics in Medicine 17 (1998): single rates, 857–872', () => {
  test.each([
    ['wilson', 81, 263, 0.2553, 0.3662],
    ['wilson-cc', 81, 263, 0.2535, 0.3682],
    ['clopper-pearson', 81, 263, 0.2527, 0.3676],
    ['wilson', 15, 148, 0.0624, 0.1605],
    ['wilson-cc', 15, 148, 0.0598, 0.1644],
    ['wilson', 0, 20, 0, 0.1611],
    ['wilson-cc', 0, 20, 0, 0.2005],
    ['wilson', 1, 29, 0.0061, 0.1718],
    ['wilson-cc', 1, 29, 0.0018, 0.1963],
  ] as const)('%s of %i in %i', (interval, x, n, lower, upper) => {
    const found = proportion({ n, x, interval });
    expect(found.kind).toBe('computed');
    if (found.kind === 'error') return;
    expect(found.lower?.toFixed(4)).toBe(lower.toFixed(4));
    expect(found.upper?.toFixed(4)).toBe(upper.toFixed(4));
  });
});

describe('Newcombe, Statistics in Medicine 17 (1998): differences, 873–890', () => {
  test.each([
    ['mee', 56, 70, 48, 80, 0.0533, 0.3377],
    ['miettinen-nurminen', 56, 70, 48, 80, 0.0528, 0.3382],
    ['newcombe', 56, 70, 48, 80, 0.0524, 0.3339],
    ['newcombe-cc', 56, 70, 48, 80, 0.0428, 0.3422],
    ['wald', 56, 70, 48, 80, 0.0575, 0.3425],
    ['newcombe', 9, 10, 3, 10, 0.1705, 0.809],
    ['newcombe', 5, 56, 0, 29, -0.0381, 0.1926],
    ['newcombe', 0, 10, 0, 20, -0.1611, 0.2775],
    ['newcombe', 10, 10, 0, 20, 0.6791, 1],
  ] as const)('%s of %i/%i − %i/%i', (interval, xT, nT, xC, nC, lower, upper) => {
    const found = proportionDifference({ control: { n: nC, x: xC }, treatment: { n: nT, x: xT }, interval });
    expect(found.kind).toBe('computed');
    if (found.kind === 'error') return;
    expect(found.lower?.toFixed(4)).toBe(lower.toFixed(4));
    expect(found.upper?.toFixed(4)).toBe(upper.toFixed(4));
  });
});

describe('Jennison & Turnbull, Group Sequential Methods (2000), tables 2.1, 2.3 and 7.1: five equal looks, α = 0.05', () => {
  const information = [0.2, 0.4, 0.6, 0.8, 1];
  test.each([
    ['pocock', [2.413, 2.413, 2.413, 2.413, 2.413]],
    ['obrien-fleming', [4.562, 3.226, 2.634, 2.281, 2.04]],
    ['lan-demets-obrien-fleming', [4.877, 3.357, 2.68, 2.29, 2.031]],
    ['lan-demets-pocock', [2.438, 2.427, 2.41, 2.397, 2.386]],
  ] as const)('%s', (kind, wanted) => {
    const found = groupSequential({ information, spending: { kind } });
    expect(found.kind).toBe('computed');
    if (found.kind === 'computed') expect(found.z.map((z) => z.toFixed(3))).toEqual(wanted.map((z) => z.toFixed(3)));
  });
});

describe('Jennison & Turnbull (2000), tables 2.1 and 2.3: the constant for K equal looks, two-sided', () => {
  test.each([
    ['pocock', 0.05, { 1: 1.96, 2: 2.178, 3: 2.289, 4: 2.361, 6: 2.453, 8: 2.512, 10: 2.555 }],
    ['pocock', 0.01, { 2: 2.772, 5: 2.986, 10: 3.117 }],
    ['obrien-fleming', 0.05, { 1: 1.96, 2: 1.977, 3: 2.004, 4: 2.024, 6: 2.053, 8: 2.072, 10: 2.087 }],
    ['obrien-fleming', 0.01, { 2: 2.58, 5: 2.621, 10: 2.66 }],
  ] as const)('%s at %f', (kind, alpha, wanted) => {
    for (const [looks, constant] of Object.entries(wanted)) {
      const size = Number(looks);
      const information = Array.from({ length: size }, (_, i) => (i + 1) / size);
      const found = groupSequential({ information, alpha, spending: { kind } });
      const last = found.kind === 'computed' ? found.z[size - 1] : undefined;
      expect(last?.toFixed(3), `${looks} looks`).toBe(constant.toFixed(3));
    }
  });

  // Printed for the second look is 3.3569, from a grid; 30-digit quadrature of its one integral gives 3.3570119.
  test('the bounds that ldbounds and gsDesign print, within one unit of their fourth digit: five equal looks, α = 0.05', () => {
    const off = (kind: 'lan-demets-obrien-fleming' | 'lan-demets-pocock', printed: readonly number[]) => {
      const found = groupSequential({ information: [0.2, 0.4, 0.6, 0.8, 1], spending: { kind } });
      return found.kind === 'computed' ? Math.max(...found.z.map((z, k) => Math.abs(z - printed[k]!))) : found.reason;
    };
    expect(off('lan-demets-obrien-fleming', [4.8769, 3.357012, 2.6803, 2.2898, 2.031])).toBeLessThan(1e-4);
    expect(off('lan-demets-pocock', [2.438, 2.4268, 2.4101, 2.3966, 2.3859])).toBeLessThan(1e-4);
  });
});

describe('Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), table 18.1', () => {
  test('kappa 0.68, standard error 0.076 where agreement is by chance', () => {
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    const found = kappa({ table });
    expect(found.kind).toBe('computed');
    if (found.kind === 'error') return;
    expect([found.estimate.toFixed(2), found.standardErrorNull.toFixed(3)]).toEqual(['0.68', '0.076']);
  });
});
