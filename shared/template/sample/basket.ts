import type { Chance } from '../../assign/draw.ts';
import { madeUpWord } from './made-up-name.ts';

/**
 * What is in a cart. Prices are whole cents and every draw comes from a short table, so that the mean order is known
 * exactly and nothing is rounded: number of lines, products and quantities are drawn independently.
 */
export type Product = { readonly name: string; readonly sku: string; readonly cents: number };
export type BasketLine = { readonly product: Product; readonly quantity: number };
export type Basket = readonly BasketLine[];

/** Chance that a recovered customer orders a second time within the window, in a hundred. */
export const REPEAT_PERCENT = 6;

type Weighted<Value> = readonly { readonly value: Value; readonly percent: number }[];

const lineCounts: Weighted<number> = [
  { value: 1, percent: 55 },
  { value: 2, percent: 28 },
  { value: 3, percent: 12 },
  { value: 4, percent: 5 },
];

const quantities: Weighted<number> = [
  { value: 1, percent: 80 },
  { value: 2, percent: 15 },
  { value: 3, percent: 5 },
];

const priceTable: readonly (readonly [cents: number, percent: number])[] = [
  [690, 7],
  [890, 8],
  [1190, 9],
  [1490, 10],
  [1790, 9],
  [1990, 10],
  [2450, 8],
  [2790, 7],
  [3290, 6],
  [3900, 6],
  [4490, 5],
  [5450, 4],
  [6900, 4],
  [8900, 3],
  [11900, 2],
  [15900, 1],
  [24900, 1],
];

export const catalogue: Weighted<Product> = priceTable.map(([cents, percent], i) => ({
  value: { name: `${madeUpWord(9000 + i * 37)} ${i + 1}`, sku: `PL-${String(100 + i * 7)}`, cents },
  percent,
}));

/** The mean of an order, in cents: lines × quantity × price, all independent. */
export const orderMeanCents =
  mean(lineCounts, Number) * mean(quantities, Number) * mean(catalogue, (product) => product.cents);

/** Draws a basket. */
export function drawBasket(chance: Chance): Basket {
  const lines = draw(lineCounts, chance);
  return Array.from({ length: lines }, () => ({
    product: draw(catalogue, chance),
    quantity: draw(quantities, chance),
  }));
}

/** What a basket costs, in cents. */
export function basketCents(basket: Basket): number {
  return basket.reduce((sum, line) => sum + line.product.cents * line.quantity, 0);
}

function draw<Value>(table: Weighted<Value>, chance: Chance): Value {
  let left = chance.index(100);
  for (const { value, percent } of table) {
    left -= percent;
    if (left < 0) return value;
  }
  throw new Error('The percents of a table sum to less than 100');
}

function mean<Value>(table: Weighted<Value>, of: (value: Value) => number): number {
  return table.reduce((sum, { value, percent }) => sum + of(value) * percent, 0) / 100;
}
