import { type Charter, charter } from '#shared/charter/charter.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';

/** The charter of the pilot. Every pilot has one from its first moment. */
export function readCharter(db: ReadableDb): Charter {
  const row = db.get<{ value: string }>('SELECT value FROM charter WHERE id = 1');
  if (row === undefined) throw new Error('the pilot has no charter');
  return charter.parse(JSON.parse(row.value));
}

/** Writes the charter; the pilot is called what the charter's title says. */
export function writeCharter(db: WritableDb, value: Charter, now: number): void {
  db.run('INSERT OR REPLACE INTO charter (id, value, changed_at) VALUES (1, ?, ?)', [JSON.stringify(value), now]);
  db.run("INSERT OR REPLACE INTO pilot (key, value) VALUES ('name', ?)", [value.title]);
}
