import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { unwatched } from '../../electron/engine/import/watch.ts';
import { liftOf } from '../../electron/engine/lift/look.ts';
import { knownTemplate, newPilot } from '../../electron/engine/pilot/create.ts';
import { importSampleFiles } from '../../electron/engine/pilot/import-sample.ts';
import { sealPlan } from '../../electron/engine/plan/plan-work.ts';
import { writeSample } from '../../electron/engine/sample/write-sample.ts';

/** The whole way for one seed: exports on disk, a pilot file, imports, seal, lift after all windows have closed. */
export async function wholeWay(seed: number): Promise<LiftResult> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-calibrate-'));
  try {
    const sample = await writeSample(folder, { customers: null, seed, story: 'win', follow: null }, () => {});
    const file = await newPilot(join(folder, 'shop.pilot'), knownTemplate('abandoned-cart'), '', Date.now());
    try {
      await importSampleFiles(file, sample.files, unwatched);
      await sealPlan(file, Date.now());
      return liftOf(file.read, Date.parse('2026-11-01'), 1);
    } finally {
      await file.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
