import { createHash, type Hash } from 'node:crypto';
import { guessExport, importExport, tryImport } from '#engine/import/index.ts';
import type { ReadableDb } from '#engine/store/db.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { PilotError } from '#shared/api/error.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { oddMapping } from './odd-mapping.ts';
import type { Random } from './random.ts';

/** How often a hostile file was taken in, refused with a sentence, and how many of its rows were set aside. */
export type Outcome = { imported: number; refused: number; quarantined: number };

/**
 * Does with a hostile file what a user does: looks at it, tries it out, imports it twice, and once more twice with
 * another mapping. Throws when anything but a PilotError comes up, a sum does not hold, or a pilot changed that should
 * not have.
 */
export async function tryFile(pilot: PilotFile, path: string, random: Random): Promise<Outcome> {
  const outcome = { imported: 0, refused: 0, quarantined: 0 };
  const before = digest(pilot.read);
  const guess = await refusable(() => guessExport(path, pilot.read));
  if (digest(pilot.read) !== before) throw new Error('Guessing changed the pilot.');
  await importTwice(pilot, path, null, outcome);
  const mapping = oddMapping(guess instanceof PilotError ? ['email', 'total'] : guess.header, random);
  await importTwice(pilot, path, mapping, outcome);
  return outcome;
}

async function importTwice(pilot: PilotFile, path: string, mapping: Mapping | null, outcome: Outcome): Promise<void> {
  const how = mapping === null ? 'without a mapping' : `with the mapping ${JSON.stringify(mapping)}`;
  const wish = { mapping, preset: null, as: null };
  const before = digest(pilot.read);
  const tried = await refusable(() => tryImport(pilot.read, path, wish));
  if (digest(pilot.read) !== before) throw new Error(`Trying it out changed the pilot ${how}.`);
  const first = await refusable(() => importExport(pilot, path, wish));
  const after = digest(pilot.read);
  if (first instanceof PilotError) {
    outcome.refused++;
    if (after !== before) throw new Error(`The pilot changed although the import failed ${how}: ${first.sentence}`);
    if (!(tried instanceof PilotError)) throw new Error(`Tried out it was taken, imported it was refused ${how}.`);
    return;
  }
  if (tried instanceof PilotError) throw new Error(`Tried out it was refused, imported it was taken ${how}.`);
  outcome.imported++;
  outcome.quarantined += first.quarantined;
  refuseWrongSums(pilot.read, first, before === after, how);
  const again = await refusable(() => importExport(pilot, path, wish));
  if (again instanceof PilotError) throw new Error(`The second time it was refused ${how}: ${again.sentence}`);
  if (again.kept !== 0) throw new Error(`The second time ${again.kept} of ${again.rowsRead} rows were kept ${how}.`);
  refuseWrongSums(pilot.read, again, true, how);
  if (digest(pilot.read) !== after) throw new Error(`The pilot changed when it was imported again ${how}.`);
}

/** The value, or the PilotError that said no; anything else is a fault of ours and goes on. */
async function refusable<T>(work: () => Promise<T>): Promise<T | PilotError> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PilotError)) throw error;
    if (!/\w.*[.!]$/s.test(error.sentence)) throw new Error(`This is no sentence: ${error.sentence}`);
    return error;
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

/** One number for everything a pilot holds. */
function digest(db: ReadableDb): string {
  const hash = createHash('sha1');
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  for (const { name } of tables) {
    hash.update(name);
    for (const row of db.iterate(`SELECT * FROM "${name}"`)) for (const cell of row) add(hash, cell);
  }
  return hash.digest('hex');
}

function add(hash: Hash, cell: number | string | Uint8Array | null): void {
  if (cell instanceof Uint8Array) hash.update(cell);
  else hash.update(`${typeof cell}${cell}\n`);
}
