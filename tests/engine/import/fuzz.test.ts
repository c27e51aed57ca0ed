import { expect, it } from 'vitest';
import { fuzzImports, fuzzSummary } from '../../soak/fuzz.ts';

const SEED = 20260726;

it('200 hostile files crash nothing, hang nowhere, keep the row sum and leave the pilot as it was where they fail', {
  timeout: 300_000,
}, async () => {
  const tally = await fuzzImports(200, SEED, 'recognised');
  process.stdout.write(`${fuzzSummary(tally, SEED)}\n`);
  expect(tally).toMatchObject({ files: 200, imported: expect.any(Number) });
  expect(tally.imported + tally.refused).toBe(200);
});
