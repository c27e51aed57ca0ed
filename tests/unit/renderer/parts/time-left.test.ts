import { expect, it } from 'vitest';
import { timeLeft } from '../../../../renderer/parts/time-left.ts';

it('says how much longer a job takes at the pace it has kept, once the pace tells something', () => {
  expect(timeLeft(500, 10, 90)).toBeNull();
  expect(timeLeft(4000, 10, 20)).toBe('about 8 s left');
  expect(timeLeft(4000, 10, 90)).toBe('about 40 s left');
  expect(timeLeft(10_000, 5, 95)).toBe('about 4 min left');
});

it('says nothing of a job that stands still, is nearly over, or over', () => {
  expect(timeLeft(5000, 0, 90)).toBeNull();
  expect(timeLeft(5000, 99, 1)).toBeNull();
  expect(timeLeft(5000, 100, 0)).toBeNull();
});
