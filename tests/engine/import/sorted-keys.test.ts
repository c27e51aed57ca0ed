import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Cells } from '#engine/import/cells.ts';
import { SortedKeys } from '#engine/import/sorted-keys.ts';

/** How many of these cells it took to be each a new one. */
function taken(cells: readonly string[]): number {
  const keys = new SortedKeys(0);
  const row = new Cells();
  const first = cells.findIndex((cell) => {
    row.takeTexts([cell]);
    return !keys.isNext(row);
  });
  return first < 0 ? cells.length : first;
}

it('takes numbers that count up or down for new ones, also where they get longer', () => {
  const up = Array.from({ length: 1200 }, (_, i) => `#${i * 7}`);
  expect(taken(up)).toBe(1200);
  expect(taken(up.toReversed())).toBe(1200);
  expect(taken(['a', 'b', 'bb', 'b'])).toBe(3);
});

it('takes no cell for a new one that came before', () => {
  const cell = fc.oneof(
    fc.integer({ min: 0, max: 40 }).map(String),
    fc.string({ maxLength: 3 }),
    fc.constant('x'.repeat(200)),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
      const fresh = cells.slice(0, taken(cells));
      expect(new Set(fresh).size).toBe(fresh.length);
    }),
    { numRuns: 2000 },
  );
});

it('takes none any more behind one that broke the order', () => {
  const keys = new SortedKeys(0);
  const isNext = (cells: string[]) => keys.isNext(Cells.of(cells));
  expect([['1'], ['2'], ['1'], ['3'], ['4']].map(isNext)).toEqual([true, true, false, false, false]);
  const short = new SortedKeys(1);
  expect([['a', '1'], ['a'], ['a', '2']].map((cells) => short.isNext(Cells.of(cells)))).toEqual([true, false, false]);
});
