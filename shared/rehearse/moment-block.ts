import type { Planting } from './planting.ts';

/** Sums of the customers of one arm and stratum: outcomes, covariates and their products. */
export type Block = {
  readonly n: number;
  readonly nonZero: number;
  readonly y: number;
  readonly yy: number;
  readonly x: readonly number[];
  readonly xy: readonly number[];
  readonly xx: readonly (readonly number[])[];
};

/** Where a block's sums lie in an array of many, and how a customer is added to them. */
export type BlockLayout = {
  readonly size: number;
  readonly covariates: number;
  /** @param from where the customer's outcome lies in `packed`, its covariates behind it */
  readonly add: (blocks: Float64Array, at: number, packed: Float64Array, from: number, turned: 0 | 1) => void;
};

/** n, non-zero, y, y², turned; then of each covariate x, x·y, x where turned; then the lower half of the x·x. */
export function blockLayout(covariates: number): BlockLayout {
  const k = covariates;
  return {
    size: 5 + 3 * k + (k * (k + 1)) / 2,
    covariates,
    add(blocks, at, packed, from, turned) {
      const y = packed[from]!;
      blocks[at]! += 1;
      if (y !== 0) blocks[at + 1]! += 1;
      blocks[at + 2]! += y;
      blocks[at + 3]! += y * y;
      blocks[at + 4]! += turned;
      let next = at + 5 + 3 * k;
      for (let a = 0; a < k; a++) {
        const one = packed[from + 1 + a]!;
        blocks[at + 5 + a]! += one;
        blocks[at + 5 + k + a]! += one * y;
        blocks[at + 5 + 2 * k + a]! += turned * one;
        for (let b = 0; b <= a; b++) blocks[next++]! += one * packed[from + 1 + b]!;
      }
    },
  };
}

/** Outcome and covariates of each customer side by side: drawn in chance's order, each is one reach into memory. */
export function packedRows(values: Float64Array, covariates: readonly Float64Array[]): Float64Array {
  const width = covariates.length + 1;
  const packed = new Float64Array(values.length * width);
  for (const [place, column] of [values, ...covariates].entries()) {
    for (let i = 0; i < values.length; i++) packed[i * width + place] = column[i]!;
  }
  return packed;
}

/** A block's sums, with the lift in them where one is planted. */
export function readBlock(blocks: Float64Array, at: number, layout: BlockLayout, planting: Planting | null): Block {
  const k = layout.covariates;
  const [n = 0, nonZero = 0, y = 0, yy = 0, turned = 0] = blocks.subarray(at, at + 5);
  const row = (part: number) => [...blocks.subarray(at + 5 + part * k, at + 5 + (part + 1) * k)];
  const [x, xy, turnedX] = [row(0), row(1), row(2)];
  const lower = at + 5 + 3 * k;
  const place = (a: number, b: number) => lower + (a * (a + 1)) / 2 + b;
  const xx = x.map((_, a) => x.map((__, b) => blocks[a >= b ? place(a, b) : place(b, a)] ?? 0));
  const plain = { n, nonZero, y, yy, x, xy, xx };
  switch (planting?.kind) {
    case undefined:
      return plain;
    case 'turn': {
      const way = planting.from === 0 ? 1 : -1;
      return {
        ...plain,
        nonZero: nonZero + way * turned,
        y: y + way * turned,
        yy: yy + way * turned,
        xy: xy.map((sum, a) => sum + way * (turnedX[a] ?? 0)),
      };
    }
    case 'shift': {
      const { by } = planting;
      return {
        ...plain,
        y: y + n * by,
        yy: yy + 2 * by * y + n * by * by,
        xy: xy.map((sum, a) => sum + by * (x[a] ?? 0)),
      };
    }
    case 'scale': {
      const { by } = planting;
      return { ...plain, y: y * by, yy: yy * by * by, xy: xy.map((sum) => sum * by) };
    }
  }
}

/** Several blocks as one. */
export function joined(blocks: readonly Block[]): Block {
  const [first, ...others] = blocks;
  if (first === undefined) throw new Error('at least one block');
  return others.reduce(
    (all, one) => ({
      n: all.n + one.n,
      nonZero: all.nonZero + one.nonZero,
      y: all.y + one.y,
      yy: all.yy + one.yy,
      x: all.x.map((sum, a) => sum + (one.x[a] ?? 0)),
      xy: all.xy.map((sum, a) => sum + (one.xy[a] ?? 0)),
      xx: all.xx.map((row, a) => row.map((sum, b) => sum + (one.xx[a]?.[b] ?? 0))),
    }),
    first,
  );
}
