import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bundle, type OwnProcess, startOwn } from '../fixtures/store/own-process.ts';
import type { Effort } from './fuzz/try-file.ts';

/** A process that says nothing for so long hangs, also on a machine that has much else to do. */
const HANGS_MS = 60_000;
const MOST_FAILURES = 10;

/** What came of a run of hostile files. */
export type FuzzTally = {
  files: number;
  /** Imports taken in, and refused with a sentence; in a soak run each file is imported with and without a mapping. */
  imported: number;
  refused: number;
  quarantined: number;
  /** The most work one look, try or import was, in milliseconds of the processor. */
  slowestMs: number;
};

type Done = { n: number; imported: number; refused: number; quarantined: number; slowestMs: number };
type Failed = { n: number; path: string; message: string };
type Event = ({ event: 'done' } & Done) | ({ event: 'failed' } & Failed);

/**
 * Makes hostile files from a seed, from number `first` on, and imports each into a real pilot, in a process of its own so that a hang and a
 * crash are seen from outside. Throws, naming seed, number and the file, which is kept, when one does harm.
 */
export async function fuzzImports(files: number, seed: number, effort: Effort, first = 0): Promise<FuzzTally> {
  const importer = await bundle('../exports/hostile-imports');
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-fuzz-'));
  const tally: FuzzTally = { files: 0, imported: 0, refused: 0, quarantined: 0, slowestMs: 0 };
  const failures: string[] = [];
  let own: OwnProcess | null = null;
  const end = first + files;
  for (let n = first; n < end && failures.length < MOST_FAILURES; n++) {
    own ??= startOwn(process.execPath, [importer, folder, effort, String(seed), String(n), String(end)]);
    const event = await fateOf(own, n);
    if (typeof event === 'string') {
      own.child.kill('SIGKILL');
      await own.exited;
      own = null;
      failures.push(`File ${n} of seed ${seed}: ${event}`);
    } else if (event.event === 'failed') {
      failures.push(`File ${n} of seed ${seed}, ${event.path}: ${event.message}`);
    } else {
      tally.imported += event.imported;
      tally.refused += event.refused;
      tally.quarantined += event.quarantined;
      tally.slowestMs = Math.max(tally.slowestMs, event.slowestMs);
    }
    tally.files++;
  }
  if (failures.length >= MOST_FAILURES) own?.child.kill('SIGKILL');
  await own?.exited;
  for (const line of own?.lines ?? []) if (line.includes('"n":-1,')) failures.push(`Seed ${seed}: ${line}`);
  if (failures.length > 0) throw new Error(`${failures.join('\n\n')}\n\nThe files are kept in ${folder}.`);
  rmSync(folder, { recursive: true });
  return tally;
}

/** What the process says of file `n`, or in words that it said nothing. */
async function fateOf(own: OwnProcess, n: number): Promise<Event | string> {
  const watchdog = new AbortController();
  const line = own.lineLike(new RegExp(`^\\{"event":"(?:done|failed)","n":${n},`)).catch((error: Error) => error);
  const silence = setTimeout(HANGS_MS, null, { signal: watchdog.signal }).catch(() => null);
  const said = await Promise.race([line, silence]);
  watchdog.abort();
  const begun = own.lines.findLast((each) => each.startsWith('{"event":"begin"')) ?? 'nothing begun';
  if (said === null) return `nothing came of it for ${HANGS_MS / 1000} s. ${begun}`;
  if (said instanceof Error) return `${said.message} ${begun}`;
  return JSON.parse(said) as Event;
}

/** What came of a run, in sentences. */
export function fuzzSummary(fuzz: FuzzTally, seed: number): string {
  return (
    `${fuzz.files} hostile files, seed ${seed}: no crash, no hang, every sum held, no pilot changed that should not have. ` +
    `${fuzz.imported} imports were taken in, ${fuzz.refused} refused with a sentence, ${fuzz.quarantined} rows set aside; ` +
    `the slowest look, try or import was ${Math.round(fuzz.slowestMs)} ms of work.`
  );
}
