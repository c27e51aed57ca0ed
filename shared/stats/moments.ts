import { summarise, sumOfProducts } from './summary.ts';

/** Several columns measured on the same units: how many units there are, each column's mean, and how they move together. */
export interface Moments {
  readonly n: number;
  readonly means: Float64Array;
  /** Sums of products of deviations from the means, of column k with column j at k · columns + j. */
  readonly products: Float64Array;
}

/**
 * The moments of all units, each mean by a compensated sum.
 *
 * @param last the moments of the last columns, where they are known already
 */
export function momentsOf(columns: readonly Float64Array[], last: Moments | null = null): Moments {
  const n = columns[0]?.length ?? 0;
  const k = columns.length;
  const own = k - (last?.means.length ?? 0);
  const summaries = columns.slice(0, own).map(summarise);
  const means = Float64Array.from(columns, (_, a) => {
    const summary = summaries[a];
    if (summary === undefined) return last!.means[a - own]!;
    return summary.kind === 'error' ? (n === 0 ? 0 : Number.NaN) : summary.mean;
  });
  const products = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      const known = b < own ? null : last;
      const summary = a === b ? summaries[a] : undefined;
      let product: number;
      if (known !== null) product = known.products[(a - own) * (k - own) + b - own]!;
      else if (summary?.kind === 'computed') product = summary.sd ** 2 * (n - 1);
      else product = sumOfProducts(columns[a]!, means[a]!, columns[b]!, means[b]!);
      products[a * k + b] = product;
      products[b * k + a] = product;
    }
  }
  return { n, means, products };
}

/**
 * The moments of each group's units in two passes: the means, mended by what they are off, and the products of
 * deviations from them. A column that does not vary within a group has products of exactly 0 there.
 *
 * @param groupOf the group of each unit; units below 0 are left out
 */
export function momentsByGroup(columns: readonly Float64Array[], groupOf: Int16Array, groups: number): Moments[] {
  const counts = countsOf(groupOf, groups);
  const means = columns.map((column) => meansOf(column, groupOf, counts));
  const k = columns.length;
  const products = Array.from({ length: groups }, () => new Float64Array(k * k));
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      const shared = productsOf(columns[a]!, means[a]!, columns[b]!, means[b]!, groupOf, counts);
      for (let g = 0; g < groups; g++) {
        products[g]![a * k + b] = shared[g]!;
        products[g]![b * k + a] = shared[g]!;
      }
    }
  }
  return Array.from(counts, (n, g) => ({
    n,
    means: Float64Array.from(means, (of) => of[g]!),
    products: products[g]!,
  }));
}

/** The moments of the units of both (Chan, Golub & LeVeque 1983, for products Bennett et al. 2009). */
export function together(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const apart = a.means.map((mean, k) => b.means[k]! - mean);
  const k = apart.length;
  return {
    n,
    means: a.means.map((mean, i) => mean + (apart[i]! * b.n) / n),
    products: a.products.map(
      (product, i) => product + b.products[i]! + apart[Math.floor(i / k)]! * apart[i % k]! * ((a.n * b.n) / n),
    ),
  };
}

/** Beyond this share of a column's spread one unit is not taken out by subtraction: too few digits would be left. */
const TOO_MUCH = 0.999;

/** The moments of all units but one, by formula where that keeps the digits, else by summing up the others anew. */
export function without(whole: Moments, columns: readonly Float64Array[], gone: number): Moments {
  const n = whole.n - 1;
  const k = columns.length;
  const away = columns.map((column, i) => column[gone]! - whole.means[i]!);
  const share = n === 0 ? 0 : whole.n / n;
  const products = whole.products.map((product, i) => product - away[Math.floor(i / k)]! * away[i % k]! * share);
  const keeps = away.every((distance, i) => {
    const spread = whole.products[i * k + i]!;
    return distance * distance * share <= TOO_MUCH * spread;
  });
  if (n < 2 || !keeps) {
    const groupOf = new Int16Array(whole.n);
    groupOf[gone] = -1;
    return momentsByGroup(columns, groupOf, 1)[0]!;
  }
  return { n, means: whole.means.map((mean, i) => mean - away[i]! / n), products };
}

function countsOf(groupOf: Int16Array, groups: number): Int32Array {
  const counts = new Int32Array(groups);
  for (let i = 0; i < groupOf.length; i++) if (groupOf[i]! >= 0) counts[groupOf[i]!]! += 1;
  return counts;
}

/** A group whose values are all the same has that very value for its mean. */
function meansOf(column: Float64Array, groupOf: Int16Array, counts: Int32Array): Float64Array {
  const sums = new Float64Array(counts.length);
  const firsts = new Float64Array(counts.length).fill(Number.NaN);
  const varies = new Uint8Array(counts.length);
  for (let i = 0; i < column.length; i++) {
    const g = groupOf[i]!;
    if (g < 0) continue;
    const value = column[i]!;
    sums[g]! += value;
    if (value === firsts[g]) continue;
    if (Number.isNaN(firsts[g])) firsts[g] = value;
    else varies[g] = 1;
  }
  const means = sums.map((sum, g) => (varies[g] === 0 ? firsts[g]! : sum / counts[g]!));
  const off = new Float64Array(counts.length);
  for (let i = 0; i < column.length; i++) {
    const g = groupOf[i]!;
    if (g >= 0) off[g]! += column[i]! - means[g]!;
  }
  return means.map((mean, g) => (counts[g] === 0 ? 0 : mean + off[g]! / counts[g]!));
}

function productsOf(
  a: Float64Array,
  meansA: Float64Array,
  b: Float64Array,
  meansB: Float64Array,
  groupOf: Int16Array,
  counts: Int32Array,
): Float64Array {
  const products = new Float64Array(counts.length);
  for (let i = 0; i < a.length; i++) {
    const g = groupOf[i]!;
    if (g >= 0) products[g]! += (a[i]! - meansA[g]!) * (b[i]! - meansB[g]!);
  }
  return products;
}
