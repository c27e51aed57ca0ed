import { expect, it } from 'vitest';
import { killRepeatedly } from './kill.ts';

it('keeps every acknowledged change and nothing half-done through 200 kills', async () => {
  const tally = await killRepeatedly(200, 20_260_101);
  console.log(`200 kills: ${JSON.stringify(tally)}`);
  expect(tally.kills).toBe(200);
  expect(Math.min(...Object.values(tally.during))).toBeGreaterThan(0);
});
