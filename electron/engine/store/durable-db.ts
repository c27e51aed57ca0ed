import { basename } from 'node:path';
import type { SqlJsStatic } from 'sql.js';
import { PilotError } from '#shared/api/error.ts';
import { appendTables } from './append-tables.ts';
import { raised, readBelonging, writeMarks } from './belonging.ts';
import { BulkDb } from './bulk-db.ts';
import { ChangeLog } from './change-log.ts';
import type { Connection } from './connection.ts';
import type { BulkWritableDb, ReadableDb, WritableDb } from './db.ts';
import { fsyncFolderOf, replaceFile } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { headerDigest } from './header.ts';
import { type Loaded, load } from './load.ts';
import type { Belonging } from './log-format.ts';
import { Recorder } from './recorder.ts';

/** The log of looks is written at every look, and is no record that a figure is computed from. */
const LOGS_A_LOOK = /^INSERT INTO look \(/;

/** What a database in memory is made durable with. `size` is the file's, in bytes. */
export type Durable = Pick<Loaded, 'connection' | 'version' | 'logLength' | 'logChanges' | 'size'> & {
  readonly sqlJs: SqlJsStatic;
  readonly path: string;
  readonly belonging: Belonging;
};

/**
 * The database in memory and the two files that make it last. Its methods are called one at a time; after each,
 * memory and disk hold the same, or `stuck` says why nothing more may be written.
 */
export class DurableDb {
  readonly #sqlJs: SqlJsStatic;
  readonly #path: string;
  readonly #connection: Connection;
  readonly #version: number;
  #log: ChangeLog;
  #belonging: Belonging;
  #size: number;
  #stuck: PilotError | null = null;

  constructor(durable: Durable) {
    this.#sqlJs = durable.sqlJs;
    this.#path = durable.path;
    this.#connection = durable.connection;
    this.#version = durable.version;
    this.#size = durable.size;
    this.#belonging = durable.belonging;
    this.#log = new ChangeLog(durable.path, durable.belonging, durable.logLength, durable.logChanges);
  }

  get read(): ReadableDb {
    return this.#connection;
  }

  /** Bytes of changes that only the log holds. */
  get logLength(): number {
    return this.#log.length;
  }

  /** Bytes of the file as it was written last. */
  get size(): number {
    return this.#size;
  }

  get stuck(): PilotError | null {
    return this.#stuck;
  }

  /** One transaction, in the log before it is committed. */
  transact<T>(name: string, work: (db: WritableDb) => T): T {
    const { state } = this.#connection;
    this.#connection.begin();
    const recorder = new Recorder(this.#connection);
    try {
      const result = work(recorder);
      if (result instanceof Promise) throw new Error(`The change "${name}" is asynchronous; use bulk.`);
      const writes = recorder.entries.length > 0;
      if (writes) this.#log.append({ name, entries: recorder.entries });
      this.#commit(writes ? 'logged' : 'only read');
      if (recorder.entries.every(({ sql }) => LOGS_A_LOOK.test(sql))) this.#connection.stateStays(state);
      return result;
    } catch (error) {
      this.#undo();
      if (this.#log.broken) this.#getStuck('The log could not be cut back after a failed write.');
      throw error;
    } finally {
      recorder.end();
    }
  }

  /** One transaction, then the whole file. */
  async transactWhole<T>(work: (db: BulkWritableDb) => Promise<T>): Promise<T> {
    const result = await this.#inOneTransaction(work);
    try {
      await this.rewrite();
    } catch (error) {
      this.#reload();
      throw error;
    }
    return result;
  }

  /**
   * The checkpoint. Whatever moment a crash picks, the disk holds either the old file with its log, or the new file,
   * which has everything; the old log beside it is of another generation then.
   */
  async rewrite(): Promise<void> {
    const next = raised(this.#belonging);
    const { state } = this.#connection;
    let bytes: Uint8Array;
    try {
      writeMarks(this.#connection, next);
      this.#connection.stateStays(state);
      bytes = this.#connection.bytes(next.checkpoint);
      await replaceFile(this.#path, bytes);
    } catch (error) {
      writeMarks(this.#connection, this.#belonging);
      throw diskFailure(error, this.#path, 'written');
    }
    try {
      fsyncFolderOf(this.#path);
    } catch (error) {
      throw this.#getStuck(error);
    }
    const belonging = readBelonging(this.#connection, headerDigest(bytes));
    if (belonging === null) throw new Error('The marks just written cannot be read.');
    this.#belonging = belonging;
    this.#size = bytes.length;
    this.#log.startAnew(belonging);
  }

  close(): void {
    this.#log.close();
    this.#connection.close();
  }

  async #inOneTransaction<T>(work: (db: BulkWritableDb) => Promise<T>): Promise<T> {
    let onlyOnDisk = false;
    this.#connection.beginBulk();
    const db: BulkDb = new BulkDb(this.#connection, async (tables, breathe) => {
      const before = onlyOnDisk;
      // From the moment rows may be written as pages on, only the disk still knows what was before.
      onlyOnDisk = true;
      const ended = await appendTables(this.#connection, db, tables, breathe);
      onlyOnDisk = before || ended === 'committed';
    });
    try {
      const result = await work(db);
      this.#connection.commit();
      return result;
    } catch (error) {
      if (onlyOnDisk) this.#reload();
      else this.#undo();
      throw error;
    } finally {
      db.end();
    }
  }

  /** SQLite can refuse a commit (a foreign key checked late); then what was logged does not hold either. */
  #commit(state: 'logged' | 'only read'): void {
    try {
      this.#connection.commit();
    } catch (error) {
      if (state === 'logged') this.#log.takeBack();
      throw error;
    }
  }

  #undo(): void {
    try {
      this.#connection.rollback();
    } catch {
      this.#reload();
    }
  }

  /** Makes memory equal to the disk again, where a rollback no longer can. */
  #reload(): void {
    if (this.#stuck !== null) return;
    try {
      const loaded = load(this.#sqlJs, this.#path, this.#version, 'holder');
      if (loaded.belonging === null || loaded.problem !== null) throw new Error(loaded.problem ?? 'no marks');
      this.#connection.takeFrom(loaded.connection);
      this.#log.close();
      this.#log = new ChangeLog(this.#path, loaded.belonging, loaded.logLength, loaded.logChanges);
      this.#belonging = loaded.belonging;
    } catch (error) {
      this.#getStuck(error);
    }
  }

  /** The state of the disk is unknown, so nothing more is written until the file is opened anew. */
  #getStuck(why: unknown): PilotError {
    this.#stuck ??= new PilotError(
      'disk-failing',
      `${basename(this.#path)} can no longer be written to: the disk failed. Close it, check the disk, and open it again; everything acknowledged before is kept.`,
      why instanceof Error ? why.message : String(why),
    );
    return this.#stuck;
  }
}
