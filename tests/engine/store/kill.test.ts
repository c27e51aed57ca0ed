import { expect, it } from 'vitest';
import { killRepeatedly } from '../../soak/kill.ts';

it('keeps every acknowledged change and nothing half-done through ten kills at seeded moments', async () => {
  const tally = await killRepeatedly(10, 7);
  expect(tally.kills).toBe(10);
  expect(tally.acknowledged).toBeGreaterThan(0);
});
