import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { SqlJsStatic } from 'sql.js';
import { PilotError } from '#shared/api/error.ts';
import { newMarks, raised, writeMarks } from './belonging.ts';
import { BulkDb } from './bulk-db.ts';
import { logPath, setLogAside } from './change-log.ts';
import { Connection } from './connection.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { fsyncFolderOf, modeOf, removeTemporaries, replaceFile } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { FileCheck, type Integrity, knownCheck } from './file-check.ts';
import { checkIntegrity } from './integrity.ts';
import { type Loaded, load } from './load.ts';
import { takeLock } from './lock.ts';
import type { Belonging } from './log-format.ts';
import { type Migration, migrate, newestVersion } from './migrate.ts';
import { PilotFile } from './pilot-file.ts';
import { migrations as released } from './schema/migrations.ts';
import { loadSqlJs } from './sqljs.ts';

/** A pilot opened to look at: its last acknowledged state at that moment. No lock, nothing written. */
export type PilotView = {
  readonly path: string;
  readonly notes: readonly string[];
  readonly read: ReadableDb;
  readonly state: Integrity;
  readonly whenChecked: Promise<Integrity>;
  close(): Promise<void>;
};

/** Makes a new pilot, with what `fill` writes, and opens it. An existing file is refused. */
export async function createPilot(
  path: string,
  fill: (db: WritableDb) => void,
  migrations: readonly Migration[] = released,
): Promise<PilotFile> {
  const whole = resolve(path);
  refuseExisting(whole);
  const sqlJs = await loadSqlJs();
  const lock = await takeLock(whole);
  try {
    refuseExisting(whole);
    if (existsSync(logPath(whole))) setLogAside(whole);
    const version = newestVersion(migrations);
    const connection = new Connection(sqlJs, null);
    migrate(connection, migrations, version);
    const belonging: Belonging = { ...newMarks(), header: '' };
    writeMarks(connection, belonging);
    fillWith(connection, fill);
    const nothingYet = { logLength: 0, logChanges: 0, size: 0, notes: [] };
    const check = knownCheck(null);
    const file = new PilotFile({ path: whole, sqlJs, connection, belonging, check, lock, version, ...nothingYet });
    await file.bulk('create', async () => {});
    return file;
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens a pilot for writing; reads are possible at once, writes wait for the integrity check by themselves. */
export async function openPilot(path: string, migrations: readonly Migration[] = released): Promise<PilotFile> {
  const whole = existing(path);
  const sqlJs = await loadSqlJs();
  const version = newestVersion(migrations);
  const lock = await takeLock(whole);
  try {
    removeTemporaries(whole);
    let loaded = load(sqlJs, whole, version, 'holder');
    let check = checkOf(sqlJs, whole, loaded);
    if (loaded.version < version) {
      const note = await bringUpToDate(whole, loaded, check, migrations);
      loaded = { ...load(sqlJs, whole, version, 'holder'), notes: [...loaded.notes, note] };
      check = checkOf(sqlJs, whole, loaded);
    }
    const belonging = loaded.belonging ?? { ...newMarks(), header: '' };
    return new PilotFile({ ...loaded, path: whole, sqlJs, belonging, check, lock });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens a pilot to look at, also while another process has it open or where nothing can be written. */
export async function viewPilot(path: string, migrations: readonly Migration[] = released): Promise<PilotView> {
  const whole = existing(path);
  const sqlJs = await loadSqlJs();
  const version = newestVersion(migrations);
  const loaded = load(sqlJs, whole, version, 'onlooker');
  const check = checkOf(sqlJs, whole, loaded);
  if (loaded.version < version) migrate(loaded.connection, migrations, version);
  return {
    path: whole,
    notes: loaded.notes,
    read: loaded.connection,
    get state() {
      return check.state;
    },
    whenChecked: check.whenChecked,
    close: async () => {
      check.stop();
      loaded.connection.close();
    },
  };
}

function checkOf(sqlJs: SqlJsStatic, path: string, loaded: Loaded): FileCheck {
  if (loaded.problem !== null) return knownCheck(loaded.problem);
  return new FileCheck(checkIntegrity(sqlJs, path, loaded.size));
}

/** Migrates an older file in memory and puts it in place; the old one, with its log's changes, is kept beside. */
async function bringUpToDate(
  path: string,
  loaded: Loaded,
  check: FileCheck,
  migrations: readonly Migration[],
): Promise<string> {
  if ((await check.whenChecked) !== 'ok') {
    throw new PilotError(
      'damaged',
      `${basename(path)} is damaged and of an older version, so it cannot be opened. It was not changed; save what can be saved into a new pilot.`,
      check.problem,
    );
  }
  try {
    const before = loaded.connection.export();
    migrate(loaded.connection, migrations, newestVersion(migrations));
    const backup = backupName(path, loaded.version);
    await replaceFile(backup, before);
    writeMarks(loaded.connection, raised(loaded.belonging ?? newMarks()));
    await replaceFile(path, loaded.connection.export());
    fsyncFolderOf(path);
    rmSync(logPath(path), { force: true });
    return `This pilot was of an older version and was brought up to date; the old file is kept as ${basename(backup)}.`;
  } catch (error) {
    throw diskFailure(error, path, 'written');
  } finally {
    loaded.connection.close();
  }
}

function backupName(path: string, version: number): string {
  for (let n = 1; ; n++) {
    const name = `${path}.v${version}${n === 1 ? '' : `-${n}`}.bak`;
    if (modeOf(name) === null) return name;
  }
}

function fillWith(connection: Connection, fill: (db: WritableDb) => void): void {
  const db = new BulkDb(connection);
  connection.begin();
  try {
    fill(db);
    connection.commit();
  } finally {
    db.end();
  }
}

/** Follows links, so that one file has one lock and one log whatever name it is opened by. */
function existing(path: string): string {
  try {
    return realpathSync(resolve(path));
  } catch (error) {
    throw diskFailure(error, resolve(path), 'read');
  }
}

function refuseExisting(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return;
  throw new PilotError(
    'file-exists',
    `${path} exists already. Choose another name for the new pilot; nothing was changed.`,
  );
}
