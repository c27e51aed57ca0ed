import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { ReadableDb } from '#engine/store/db.ts';
import { createPilot, openPilot, viewPilot } from '#engine/store/open.ts';
import { ledger } from '../fixtures/store/ledger.ts';
import { bundle, startOwn } from '../fixtures/store/own-process.ts';

/** A pilot gets so many kills before the next one starts small again. */
const KILLS_A_PILOT = 20;

/** What a run of kills came upon, so that it can be seen that all kinds of moments were hit. */
export type KillTally = {
  kills: number;
  acknowledged: number;
  /** Kills while the file was being opened, an import ran, or a checkpoint. */
  during: { opening: number; import: number; checkpoint: number; other: number };
  /** Times a change was found whole whose acknowledgement had not come through. */
  unannounced: number;
  /** Times acknowledged changes were found in the log alone. */
  fromLog: number;
};

/**
 * Starts the store in its own process, has it edit, kills it with SIGKILL at a moment the seed chooses, and looks at
 * what it left: so many times. Throws, naming the round, when an acknowledged change is missing, anything is half
 * done, or SQLite finds fault with the file.
 */
export async function killRepeatedly(kills: number, seed: number): Promise<KillTally> {
  const editor = await bundle('editor');
  const random = xoroshiro128plus(seed);
  const upTo = (n: number) => uniformInt(random, 1, n);
  const tally: KillTally = {
    kills: 0,
    acknowledged: 0,
    during: { opening: 0, import: 0, checkpoint: 0, other: 0 },
    unannounced: 0,
    fromLog: 0,
  };
  for (let first = 0; first < kills; first += KILLS_A_PILOT) {
    const folder = mkdtempSync(join(tmpdir(), 'pilotlight-kill-'));
    const path = join(folder, 'killed.pilot');
    await (await createPilot(path, () => {}, ledger)).close();
    let known = 0;
    for (let round = first; round < Math.min(kills, first + KILLS_A_PILOT); round++) {
      const own = startOwn(process.execPath, [editor, path, String(upTo(1_000_000))]);
      await momentToKill(own.lineLike, upTo);
      own.child.kill('SIGKILL');
      await own.exited;
      const acknowledged = Math.max(known, ...own.lines.map((line) => Number(/^ack (\d+)$/.exec(line)?.[1] ?? 0)));
      try {
        refuseFaults(path);
        const inFile = statSync(`${path}.log`, { throwIfNoEntry: false });
        const found = await lookAndCheck(path, acknowledged, upTo(2) === 1 ? 'open' : 'view');
        tally.unannounced += found > acknowledged ? 1 : 0;
        tally.fromLog += inFile === undefined ? 0 : 1;
        tally.acknowledged += acknowledged - known;
        known = found;
      } catch (error) {
        throw new Error(`Kill ${round + 1} of seed ${seed}, in ${folder}: ${(error as Error).message}`);
      }
      tally.kills += 1;
      tally.during[whatWasGoingOn(own.lines)] += 1;
    }
    rmSync(folder, { recursive: true });
  }
  return tally;
}

/** Some kills hit the opening, some an import or a checkpoint just begun, the rest fall anywhere. */
async function momentToKill(
  lineLike: (pattern: RegExp) => Promise<string>,
  upTo: (n: number) => number,
): Promise<void> {
  const kind = upTo(4);
  if (kind === 1) {
    await setTimeout(60 + upTo(240));
    return;
  }
  await lineLike(kind === 2 ? /^import/ : kind === 3 ? /^checkpoint/ : /^ready/);
  await setTimeout(kind === 4 ? upTo(300) : upTo(40) - 1);
}

function whatWasGoingOn(lines: readonly string[]): keyof KillTally['during'] {
  const last = lines.at(-1);
  if (last === undefined) return 'opening';
  if (last.startsWith('import')) return 'import';
  return last === 'checkpoint' ? 'checkpoint' : 'other';
}

/** SQLite's own shell looks at the file as it lies there, without the log. */
function refuseFaults(path: string): void {
  const answer = execFileSync('sqlite3', [path, 'pragma integrity_check'], { encoding: 'utf8' }).trim();
  if (answer !== 'ok') throw new Error(`sqlite3 says: ${answer}`);
}

/** Opens the pilot, for writing or to look at, and returns the number of its last edit. */
async function lookAndCheck(path: string, acknowledged: number, how: 'open' | 'view'): Promise<number> {
  const file = how === 'open' ? await openPilot(path, ledger) : await viewPilot(path, ledger);
  try {
    if ((await file.whenChecked) !== 'ok') throw new Error('the integrity check failed');
    return checkLedger(file.read, acknowledged);
  } finally {
    await file.close();
  }
}

function checkLedger(db: ReadableDb, acknowledged: number): number {
  const { edits, last } = db.get<{ edits: number; last: number }>(
    'SELECT count(*) AS edits, coalesce(max(n), 0) AS last FROM edit',
  )!;
  if (last < acknowledged) throw new Error(`edit ${acknowledged} was acknowledged, the last one there is ${last}`);
  if (last > acknowledged + 1) throw new Error(`edit ${last} is there, only ${acknowledged} was acknowledged`);
  if (edits !== last) throw new Error(`${last - edits} edits before the last one are missing`);
  const torn = db.all('SELECT n FROM edit WHERE lines <> (SELECT count(*) FROM line WHERE edit = n)');
  if (torn.length > 0) throw new Error(`${torn.length} edits are half done`);
  const adds = db.get<{ yes: number }>('SELECT (SELECT lines FROM tally) = (SELECT count(*) FROM line) AS yes');
  if (adds?.yes !== 1) throw new Error('the tally does not add up: a change ran twice or in part');
  if (db.all("SELECT 1 FROM edit WHERE kind = 'given up'").length > 0)
    throw new Error('a given-up import left a trace');
  return last;
}
