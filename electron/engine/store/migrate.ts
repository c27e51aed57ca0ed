import { PilotError } from '#shared/api/error.ts';
import type { Connection } from './connection.ts';
import { APPLICATION_ID } from './header.ts';

/** One step of the schema: `sql` brings a file of version `version - 1` to `version`; the first makes an empty file's tables. */
export type Migration = { readonly version: number; readonly sql: string };

/** The version that files have after all migrations. */
export function newestVersion(migrations: readonly Migration[]): number {
  return Math.max(0, ...migrations.map((migration) => migration.version));
}

/** Brings the database from its version to `upTo`, all in one transaction; when anything fails, it is as before. */
export function migrate(connection: Connection, migrations: readonly Migration[], upTo: number): void {
  const from = versionOf(connection);
  const due = migrations
    .filter(({ version }) => version > from && version <= upTo)
    .sort((a, b) => a.version - b.version);
  connection.script('PRAGMA foreign_keys = OFF');
  try {
    connection.begin();
    try {
      for (const migration of due) connection.script(migration.sql);
      const orphans = connection.all('PRAGMA foreign_key_check');
      if (orphans.length > 0) throw new Error(`The new schema leaves ${orphans.length} rows pointing to nothing.`);
      connection.script(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${upTo}`);
      connection.commit();
    } catch (error) {
      connection.rollback();
      throw new PilotError(
        'migration-failed',
        `The pilot, of file version ${from}, could not be brought to version ${upTo}. It was left as it was.`,
        error instanceof Error ? error.message : String(error),
      );
    }
  } finally {
    connection.script('PRAGMA foreign_keys = ON');
  }
}

function versionOf(connection: Connection): number {
  return connection.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}
