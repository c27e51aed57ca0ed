import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { betaLower, betaQuantile, betaUpper } from '#shared/stats/distribution/beta.ts';
import { chiSquareUpper } from '#shared/stats/distribution/chi-square.ts';
import { noncentralTUpper } from '#shared/stats/distribution/noncentral-t.ts';
import { normalUpper, normalUpperQuantile } from '#shared/stats/distribution/normal.ts';
import { studentUpper, studentUpperQuantile } from '#shared/stats/distribution/student-t.ts';

const functions: Record<string, (...args: [number, number, number]) => number> = {
  normalUpper,
  normalUpperQuantile,
  studentUpper,
  studentUpperQuantile,
  chiSquareUpper,
  betaLower,
  betaUpper,
  betaQuantile,
  noncentralTUpper,
};

interface Row {
  readonly name: string;
  readonly args: [number, number, number];
  readonly value: number;
}

const path = new URL('../../fixtures/stats/references-distribution.json', import.meta.url);
const rows: readonly Row[] = JSON.parse(readFileSync(path, 'utf8'));

test.each(rows.map((row) => [row.name, row.args, row.value] as const))('%s(%j) agrees with R', (name, args, value) => {
  const found = functions[name]?.(...args) ?? Number.NaN;
  // R's own noncentral t is good to about 1e-10.
  expect(Math.abs(found / value - 1)).toBeLessThan(name === 'noncentralTUpper' ? 1e-9 : 1e-10);
});
