import { expect, it } from 'vitest';
import { spreadsheetLines } from '#shared/report/section/recompute.ts';
import { comparedArms } from '#shared/report/shown.ts';
import { stories } from './stories.ts';

/** What a spreadsheet makes of the arithmetic in a formula; ^ is its power. */
const worth = (formula: string): number => Number(new Function(`return ${formula.slice(1).replaceAll('^', '**')}`)());

it.each(['recovered', 'revenue'])('the headline follows from formulas of a spreadsheet alone: %s', (id) => {
  const metric = stories.win.lift.metrics.find((one) => one.id === id);
  const arms = metric === undefined ? null : comparedArms(metric);
  if (metric === undefined || arms === null) throw new Error('the story measures it');
  const formulas = spreadsheetLines(metric, arms);
  for (const formula of formulas) expect(formula).toMatch(/^=[\d.+\-*/^()]+$/);
  const [difference, lift, lower, upper] = formulas.map(worth);
  expect(difference).toBeCloseTo(metric.absolute.estimate ?? Number.NaN, 12);
  expect(lift).toBeCloseTo(metric.relative.estimate ?? Number.NaN, 12);
  // The stories' own intervals are the plain normal ones, with 1.96.
  expect(lower).toBeCloseTo(metric.absolute.lower ?? Number.NaN, 3);
  expect(upper).toBeCloseTo(metric.absolute.upper ?? Number.NaN, 3);
});
