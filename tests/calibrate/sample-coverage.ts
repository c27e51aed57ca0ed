import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interval } from '#shared/lift/lift-result.ts';
import { liftOf } from '../../electron/engine/lift/look.ts';
import { knownTemplate, newPilot } from '../../electron/engine/pilot/create.ts';
import { importSampleFiles } from '../../electron/engine/pilot/import-sample.ts';
import { sealPlan } from '../../electron/engine/plan/plan-work.ts';
import { writeSample } from '../../electron/engine/sample/write-sample.ts';

/** Whether an interval holds the planted value, by metric and scale, for one seed. */
export type Coverage = { readonly seed: number; readonly covered: Readonly<Record<string, boolean>> };

/** The whole way for one seed: exports on disk, a pilot file, imports, seal, lift; then the planted truth is compared. */
export async function coverageOf(seed: number): Promise<Coverage> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-calibrate-'));
  try {
    const sample = await writeSample(folder, { customers: null, seed, story: 'win', follow: null }, () => {});
    const file = await newPilot(join(folder, 'shop.pilot'), knownTemplate('abandoned-cart'), '', Date.now());
    try {
      await importSampleFiles(file, sample.files, { progress: () => {}, signal: new AbortController().signal });
      await sealPlan(file, Date.now());
      const result = liftOf(file.read, Date.parse('2026-11-01'), 1);
      const covered: Record<string, boolean> = {};
      for (const metric of result.metrics) {
        const truth = sample.truth.find((planted) => planted.metric === metric.id);
        if (truth === undefined) continue;
        const shown = metric.uncapped ?? metric;
        covered[`${metric.id} absolute`] = holds(shown.absolute, truth.absolute);
        covered[`${metric.id} relative`] = holds(shown.relative, truth.relative);
      }
      return { seed, covered };
    } finally {
      await file.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function holds(interval: Interval, truth: number): boolean {
  return interval.lower !== null && interval.upper !== null && interval.lower <= truth && truth <= interval.upper;
}
