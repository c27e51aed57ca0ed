import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '#shared/plan/plan.ts';
import { pilotRecords } from '../../electron/engine/lift/pilot-records.ts';
import { knownTemplate, newPilot } from '../../electron/engine/pilot/create.ts';
import { rehearse } from '../../electron/engine/rehearse/rehearse.ts';
import { benchPlan, fillPilot } from './lift-pilot.ts';

const CUSTOMERS = 200_000;
const RUNS = 1000;
const NOW = Date.UTC(2026, 9, 1);

/**
 * A thousand rehearsals of a pilot of 100,000 customers, looked at thirty times: adjusted by two covariates, with
 * their peer, the same ones as they are.
 */
export async function benchRehearse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-bench-rehearse-'));
  try {
    const file = await newPilot(join(folder, 'bench.pilot'), knownTemplate('abandoned-cart'), 'Bench', NOW);
    await fillPilot(file, CUSTOMERS);
    const records = pilotRecords(file.read);
    const timed = async (plan: Plan) => {
      const began = performance.now();
      const run = { progress: () => {}, signal: new AbortController().signal };
      const found = await rehearse({ plan, lift: null, runs: RUNS, currency: null }, records, NOW, run);
      if (found.kind === 'unknown') throw new Error(found.sentence);
      return { took: performance.now() - began, customers: found.customers, looks: found.looks };
    };
    const plain = await timed(planOf({ covariates: [] }));
    const adjusted = await timed(planOf({}));
    process.stdout.write(
      `${RUNS} rehearsals of ${adjusted.customers} customers, ${adjusted.looks} looks: two covariates ${(adjusted.took / 1000).toFixed(1)} s; as they are ${(plain.took / 1000).toFixed(1)} s; ratio ${(adjusted.took / plain.took).toFixed(1)}\n`,
    );
    await file.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two arms drawn here, half of the customers of history, looked at any time. */
function planOf(analysis: Partial<Plan['analysis']>): Plan {
  return {
    ...benchPlan,
    population: { everyone: true },
    arms: benchPlan.arms.slice(0, 2),
    allocation: { method: 'hash', seed: 1, holdout: 0.5 },
    analysis: { ...benchPlan.analysis, correction: 'none', peeking: 'always-valid', ...analysis },
    decision: { ...benchPlan.decision, decideBy: '2026-12-31' },
  };
}
