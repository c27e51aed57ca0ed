import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { importExport } from '#engine/import/index.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { summarisePilot } from '#engine/pilot/summary.ts';
import { openPilot } from '#engine/store/open.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';

const WISH = { mapping: null, preset: null, as: null };

/** What one child process finds out; times in seconds, memory in bytes. */
export type Once = { readonly seconds: number; readonly cpuSeconds: number; readonly peak: number };

/** A moment to stop at: so much of the file read, or all of it read and the pilot's pages being written. */
export type StopAt = number | 'writing';

/** One measurement, alone in its process so that no other's memory is counted: named by its arguments. */
export async function once([what, ...args]: readonly string[]): Promise<unknown> {
  switch (what) {
    case 'import':
      return importOnce(args[0]!, args[1]!);
    case 'cancel':
      return cancelOnce(args[0]!, args[1]!, args[2] === 'writing' ? 'writing' : Number(args[2]));
    case 'open':
      return openOnce(args[0]!);
    default:
      throw new Error(`There is no measurement "${what}".`);
  }
}

function freshPilot(path: string): Promise<PilotFile> {
  return newPilot(path, knownTemplate('abandoned-cart'), 'Bench', Date.now());
}

/** Until records, identities and indexes are safe on disk. */
async function importOnce(path: string, pilotPath: string): Promise<Once> {
  const pilot = await freshPilot(pilotPath);
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await importExport(pilot, path, WISH);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  if (result.kept !== result.rowsRead) throw new Error(`Of ${result.rowsRead} rows ${result.kept} were kept.`);
  await pilot.close();
  return { seconds, cpuSeconds: (user + system) / 1e6, peak: process.resourceUsage().maxRSS * 1024 };
}

/** From the wish to stop until the import has ended without a trace. */
async function cancelOnce(path: string, pilotPath: string, at: StopAt): Promise<{ readonly seconds: number }> {
  const pilot = await freshPilot(pilotPath);
  const digest = () => createHash('sha256').update(readFileSync(pilotPath)).digest('hex');
  const before = digest();
  const controller = new AbortController();
  let asked = 0;
  const stop = () => {
    asked = performance.now();
    controller.abort();
  };
  const progress = (done: number, total: number | null, sentence: string) => {
    if (asked > 0) return;
    if (at === 'writing' && sentence.startsWith('Joining')) void setTimeout(100).then(stop);
    else if (at !== 'writing' && total !== null && done >= total * at) stop();
  };
  const ended = await importExport(pilot, path, WISH, { progress, signal: controller.signal }).then(
    () => 'imported',
    () => 'stopped',
  );
  const seconds = (performance.now() - asked) / 1000;
  const rows = pilot.read.get<{ n: number }>('SELECT count(*) AS n FROM activity')?.n;
  if (ended !== 'stopped' || rows !== 0 || digest() !== before)
    throw new Error(`A stopped import ${ended} ${rows} rows.`);
  await pilot.close();
  return { seconds };
}

/** Until the figures of the first screen are there, and until the whole file is known to be sound. */
async function openOnce(pilotPath: string): Promise<{ readonly seconds: number; readonly checked: number }> {
  const start = performance.now();
  const pilot = await openPilot(pilotPath);
  summarisePilot(pilot.read, { path: pilotPath, mode: 'writer', readOnlyBecause: null, integrity: pilot.state });
  const seconds = (performance.now() - start) / 1000;
  await pilot.whenChecked;
  const checked = (performance.now() - start) / 1000;
  await pilot.close();
  return { seconds, checked };
}
