import { basename, resolve } from 'node:path';
import { PilotError } from '#shared/api/error.ts';
import { newMarks, writeMarks } from './belonging.ts';
import { Connection } from './connection.ts';
import { fsyncFolderOf, modeOf, replaceFile } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { load } from './load.ts';
import { type Migration, migrate, newestVersion } from './migrate.ts';
import { type Rows, readableRows } from './readable-rows.ts';
import { migrations as released } from './schema/migrations.ts';
import { loadSqlJs } from './sqljs.ts';

/** What came out of one table; `whole` is false when some of its rows could not be read or no longer fitted. */
export type SalvagedTable = { readonly table: string; readonly rows: number; readonly whole: boolean };

export type Salvaged = {
  readonly tables: readonly SalvagedTable[];
  /** Why the end of the file or changes of its log are missing, or null. */
  readonly problem: string | null;
};

/**
 * Copies every row that can still be read of a damaged pilot, its log's changes included, into a new pilot. The
 * damaged file is only read; an existing `outPath` is refused.
 */
export async function salvage(
  path: string,
  outPath: string,
  migrations: readonly Migration[] = released,
): Promise<Salvaged> {
  const out = resolve(outPath);
  if (modeOf(out) !== null) {
    throw new PilotError('file-exists', `${out} exists already. Choose another name for what can be saved.`);
  }
  const sqlJs = await loadSqlJs();
  const newest = newestVersion(migrations);
  const damaged = load(sqlJs, resolve(path), newest, 'onlooker');
  const fresh = new Connection(sqlJs, null);
  try {
    migrate(fresh, migrations, damaged.version);
    const tables = copyTables(damaged.connection, fresh);
    if (tables.every(({ rows }) => rows === 0)) throw nothingLeft(path);
    migrate(fresh, migrations, newest);
    writeMarks(fresh, newMarks());
    await replaceFile(out, fresh.export());
    fsyncFolderOf(out);
    return { tables, problem: damaged.problem };
  } catch (error) {
    throw diskFailure(error, out, 'written');
  } finally {
    damaged.connection.close();
    fresh.close();
  }
}

function copyTables(from: Connection, to: Connection): SalvagedTable[] {
  const tables = to.all<{ name: string; wr: number }>(
    "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  to.script('PRAGMA foreign_keys = OFF');
  to.begin();
  const copied = tables.map(({ name, wr }) => copyTable(from, to, name, wr === 0 ? 'by rowid' : 'by key'));
  to.commit();
  to.script('PRAGMA foreign_keys = ON');
  return copied;
}

function copyTable(from: Connection, to: Connection, table: string, order: 'by rowid' | 'by key'): SalvagedTable {
  const columns = to.all<{ name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)', [table]);
  const names = columns.map(({ name }) => quoted(name));
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const found: Rows =
    order === 'by rowid'
      ? readableRows(from, { table: quoted(table), columns: ['rowid', ...names] })
      : readableRows(from, { table: quoted(table), columns: names, key: key.map(({ name }) => quoted(name)) });
  const into = order === 'by rowid' ? ['rowid', ...names] : names;
  to.run(`DELETE FROM ${quoted(table)}`);
  const insert = to.prepare(
    `INSERT OR IGNORE INTO ${quoted(table)} (${into.join(', ')}) VALUES (${into.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  let whole = true;
  for (const row of found) {
    if (row === 'lost') {
      whole = false;
      continue;
    }
    const kept = insert.run(row);
    // Before anything was lost no row comes twice, so one that is not taken was spoilt.
    if (kept === 0) whole = false;
    rows += kept;
  }
  return { table, rows, whole };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function nothingLeft(path: string): PilotError {
  return new PilotError(
    'nothing-to-save',
    `Nothing could be read from ${basename(path)}. It was not changed; look for a backup of it.`,
  );
}
