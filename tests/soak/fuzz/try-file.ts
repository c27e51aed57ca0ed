import { createHash } from 'node:crypto';
import { guessExport, importExport, tryImport } from '#engine/import/index.ts';
import type { ReadableDb } from '#engine/store/db.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { PilotError } from '#shared/api/error.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { oddMapping } from './odd-mapping.ts';
import type { Random } from './random.ts';

/**
 * How often a hostile file was taken in, refused with a sentence, and how many of its rows were set aside; and the most
 * work one look, try or import was, in milliseconds of the processor. (The clock would blame the file for what else the
 * machine does; whoever only waits is caught from outside.)
 */
export type Outcome = { imported: number; refused: number; quarantined: number; slowestMs: number };

/** Whether a file is imported as it is recognised, or afterwards with a mapping made to do harm as well. */
export type Effort = 'recognised' | 'recognised-and-mapped';

/**
 * Does with a hostile file what a user does: looks at it, tries it out, imports it twice, and once more twice with
 * another mapping. Throws when anything but a PilotError comes up, a sum does not hold, or a pilot changed that should
 * not have.
 */
export async function tryFile(pilot: PilotFile, path: string, random: Random, effort: Effort): Promise<Outcome> {
  const outcome = { imported: 0, refused: 0, quarantined: 0, slowestMs: 0 };
  const before = digest(pilot.read);
  const guess = await refusable(outcome, () => guessExport(path, pilot.read));
  const after = await importTwice(pilot, path, null, outcome, before);
  if (effort === 'recognised') return outcome;
  const mapping = oddMapping(guess instanceof PilotError ? ['email', 'total'] : guess.header, random);
  await importTwice(pilot, path, mapping, outcome, after);
  return outcome;
}

/** Gives the digest of the pilot after it; `before` is the one before anybody looked at the file. */
async function importTwice(
  pilot: PilotFile,
  path: string,
  mapping: Mapping | null,
  outcome: Outcome,
  before: string,
): Promise<string> {
  const how = mapping === null ? 'without a mapping' : `with the mapping ${JSON.stringify(mapping)}`;
  const wish = { mapping, preset: null, as: null };
  const tried = await refusable(outcome, () => tryImport(pilot.read, path, wish));
  if (digest(pilot.read) !== before) throw new Error(`Looking at it or trying it out changed the pilot ${how}.`);
  const first = await refusable(outcome, () => importExport(pilot, path, wish));
  const after = digest(pilot.read);
  if (first instanceof PilotError) {
    outcome.refused++;
    if (after !== before) throw new Error(`The pilot changed although the import failed ${how}: ${first.sentence}`);
    if (!(tried instanceof PilotError)) throw new Error(`Tried out it was taken, imported it was refused ${how}.`);
    return after;
  }
  if (tried instanceof PilotError) throw new Error(`Tried out it was refused, imported it was taken ${how}.`);
  outcome.imported++;
  outcome.quarantined += first.quarantined;
  refuseWrongSums(pilot.read, first, before === after, how);
  const again = await refusable(outcome, () => importExport(pilot, path, wish));
  if (again instanceof PilotError) throw new Error(`The second time it was refused ${how}: ${again.sentence}`);
  if (again.kept !== 0) throw new Error(`The second time ${again.kept} of ${again.rowsRead} rows were kept ${how}.`);
  refuseWrongSums(pilot.read, again, true, how);
  if (digest(pilot.read) !== after) throw new Error(`The pilot changed when it was imported again ${how}.`);
  return after;
}

/** The value, or the PilotError that said no; anything else is a fault of ours and goes on. */
async function refusable<T>(outcome: Outcome, work: () => Promise<T>): Promise<T | PilotError> {
  const begun = process.cpuUsage();
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PilotError)) throw error;
    if (!/\w.*[.!]$/s.test(error.sentence)) throw new Error(`This is no sentence: ${error.sentence}`);
    return error;
  } finally {
    const { user, system } = process.cpuUsage(begun);
    outcome.slowestMs = Math.max(outcome.slowestMs, (user + system) / 1000);
  }
}

function refuseWrongSums(db: ReadableDb, result: ImportResult, nothingNew: boolean, how: string): void {
  const { source, rowsRead, kept, duplicates, quarantined } = result;
  const reasons = Object.values(result.reasons).reduce((sum, n) => sum + n, 0);
  const sums = `${rowsRead} read, ${kept} kept, ${duplicates} duplicates, ${quarantined} quarantined`;
  if (rowsRead !== kept + duplicates + quarantined) throw new Error(`${sums}: that is no sum ${how}.`);
  if (reasons !== quarantined) throw new Error(`${sums}, but ${reasons} reasons ${how}.`);
  if (source === null) {
    if (!nothingNew) throw new Error(`Nothing new, and yet the pilot changed ${how}.`);
    return;
  }
  const id = Number(source.replace(/\D/g, ''));
  const stored = db.get<{ n: number }>('SELECT count(*) AS n FROM quarantine WHERE source = ?', [id])?.n;
  if (stored !== quarantined) throw new Error(`${sums}, but ${stored} stand in quarantine ${how}.`);
  const row = db.get('SELECT rows_read, kept, duplicates, quarantined FROM source WHERE id = ?', [id]);
  const written = { rows_read: rowsRead, kept, duplicates, quarantined };
  if (JSON.stringify(row) !== JSON.stringify(written))
    throw new Error(`${sums}, but ${JSON.stringify(row)} is stored.`);
}

const HASHED_AT_ONCE = 1 << 16;

/** One number for everything a pilot holds. */
function digest(db: ReadableDb): string {
  const hash = createHash('sha1');
  let text = '';
  const add = (more: string) => {
    text += more;
    if (text.length < HASHED_AT_ONCE) return;
    hash.update(text);
    text = '';
  };
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  for (const { name } of tables) {
    add(`${name}\n`);
    const columns = db.all<{ name: string }>(`PRAGMA table_info("${name}")`).map((column) => shortened(column.name));
    for (const row of db.iterate(`SELECT ${columns.join(', ')} FROM "${name}"`))
      for (const cell of row) add(`${cellDigest(cell)}\n`);
  }
  return hash.update(text).digest('hex');
}

/** Of a long text its ends and its length, since hostile rows are long and looked at many times. */
function shortened(column: string): string {
  const c = `"${column}"`;
  return `CASE WHEN typeof(${c}) = 'text' AND length(${c}) > 300 THEN substr(${c}, 1, 150) || length(${c}) || substr(${c}, -100) ELSE ${c} END`;
}

function cellDigest(cell: number | string | Uint8Array | null): string {
  if (cell instanceof Uint8Array) return createHash('sha1').update(cell).digest('hex');
  return typeof cell === 'string' ? `"${cell}` : String(cell);
}
