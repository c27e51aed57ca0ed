import { describe, expect, it } from 'vitest';
import { barsOf, dayText, fencesOf, gapsOf } from '#shared/records/source-picture.ts';

const day = (iso: string) => Date.parse(iso) / 86_400_000;
const perDay = (days: readonly string[]) => new Map(days.map((iso) => [day(iso), 1]));

describe('bars of days', () => {
  it('a short span has a bar a day, empty days included', () => {
    const bars = barsOf(
      new Map([
        [day('2026-03-01'), 4],
        [day('2026-03-04'), 2],
      ]),
    );
    expect(bars).toEqual({ from: '2026-03-01', step: 1, counts: [4, 0, 0, 2] });
  });

  it('a long span has at most sixty, and loses no record', () => {
    const many = new Map(Array.from({ length: 400 }, (_, i) => [i, 3] as const));
    const bars = barsOf(many)!;
    expect(bars.counts.length).toBeLessThanOrEqual(60);
    expect(bars.counts.reduce((a, b) => a + b)).toBe(1200);
  });

  it('no dated record has none', () => expect(barsOf(new Map())).toBeNull());
});

describe('gaps in time', () => {
  it('names a stretch without records, but not the weekends of a shop that rests on them', () => {
    const weekdays = Array.from({ length: 90 }, (_, i) => day('2026-01-05') + i).filter((one) => (one + 3) % 7 < 5);
    expect(gapsOf(new Map(weekdays.map((one) => [one, 1])))).toEqual([]);
    const holiday = weekdays.filter((one) => dayText(one) < '2026-02-09' || dayText(one) > '2026-02-20');
    expect(gapsOf(new Map(holiday.map((one) => [one, 1])))).toEqual([
      { from: '2026-02-07', to: '2026-02-22', days: 16 },
    ]);
  });

  it('two days far apart are a gap only where records are usual in between', () => {
    expect(gapsOf(perDay(['2026-03-01', '2026-03-08', '2026-03-15', '2026-03-22']))).toEqual([]);
  });
});

describe('amounts far from the others', () => {
  it('spread by factors they are not; one of another order of size is', () => {
    const spread = Float64Array.from({ length: 200 }, (_, i) => 5 * 1.02 ** i);
    const fences = fencesOf(spread)!;
    expect(spread.filter((amount) => amount > fences.above || amount < fences.below)).toHaveLength(0);
    expect(fences.above).toBeLessThan(1e6);
  });

  it('too few, or all the same, have no usual size', () => {
    expect(fencesOf(Float64Array.from([1, 2, 1000]))).toBeNull();
    expect(fencesOf(new Float64Array(50).fill(9.9))).toBeNull();
  });
});
