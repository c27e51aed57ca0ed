import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAtLift } from '../../electron/engine/lift/look.ts';
import { knownTemplate, newPilot } from '../../electron/engine/pilot/create.ts';
import { fillPilot } from './lift-pilot.ts';

const CUSTOMERS = 100_000;
const FACES = ['html', 'json', 'xlsx', 'pptx'] as const;

/**
 * The whole command `report` on a pilot of 100,000 customers, start of the program included, a face each; its peer is
 * a command that does nothing but start.
 */
export async function benchReport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-bench-report-'));
  try {
    const path = join(folder, 'bench.pilot');
    const file = await newPilot(path, knownTemplate('abandoned-cart'), 'Bench', Date.now());
    await fillPilot(file, CUSTOMERS);
    await lookAtLift(file, Date.UTC(2026, 9, 1), Date.now());
    await file.close();
    command(['--version']); // builds the program where that is due
    const start = command(['--version']);
    for (const face of FACES) {
      const took = command(['report', path, '--out', join(folder, `report.${face}`)]);
      process.stdout.write(
        `report as ${face}, 100,000 customers: ${took.toFixed(0)} ms; start alone ${start.toFixed(0)} ms; ratio ${(took / start).toFixed(1)}\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function command(args: readonly string[]): number {
  const began = performance.now();
  const ran = spawnSync(process.execPath, ['electron/runtime/pilot.mjs', ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return performance.now() - began;
}
