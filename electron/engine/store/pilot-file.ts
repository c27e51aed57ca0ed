import { basename } from 'node:path';
import type { SqlJsStatic } from 'sql.js';
import { PilotError } from '#shared/api/error.ts';
import { raised, readBelonging, writeMarks } from './belonging.ts';
import { BulkDb } from './bulk-db.ts';
import { ChangeLog } from './change-log.ts';
import type { Connection } from './connection.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { fsyncFolderOf, replaceFile } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import type { FileCheck, Integrity } from './file-check.ts';
import { load } from './load.ts';
import type { Lock } from './lock.ts';
import type { Belonging } from './log-format.ts';
import { Recorder } from './recorder.ts';

/** The file is rewritten this long after the last change, and longer the larger it is. */
const IDLE_MS = 3000;
const IDLE_MS_PER_MB = 100;
/** A log above this, and above a quarter of the file, is not left to wait for a quiet moment. */
const LONG_LOG = 16 << 20;

/** What opening hands over to the file that was opened. */
export type Opened = {
  readonly path: string;
  readonly sqlJs: SqlJsStatic;
  readonly connection: Connection;
  readonly log: ChangeLog;
  readonly belonging: Belonging;
  readonly check: FileCheck;
  readonly lock: Lock;
  readonly version: number;
  /** The file's size. */
  readonly bytes: number;
  readonly notes: readonly string[];
};

/**
 * One pilot, open for writing by this process alone. Changes run one after another, in the order they were asked for;
 * each is on disk when its promise resolves, and has left no trace when it rejects.
 */
export class PilotFile {
  readonly path: string;
  /** Sentences on what opening found beside the file, for the user. */
  readonly notes: readonly string[];
  /** Reads at any time, also while the integrity check runs. During `bulk` it sees rows that may yet be undone. */
  readonly read: ReadableDb;
  readonly #sqlJs: SqlJsStatic;
  readonly #connection: Connection;
  readonly #check: FileCheck;
  readonly #lock: Lock;
  readonly #version: number;
  #log: ChangeLog;
  #belonging: Belonging;
  #bytes: number;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: NodeJS.Timeout | null = null;
  #stuck: PilotError | null = null;
  #closing: Promise<void> | null = null;
  #underWay: string | null = null;

  constructor(opened: Opened) {
    this.path = opened.path;
    this.notes = opened.notes;
    this.read = opened.connection;
    this.#sqlJs = opened.sqlJs;
    this.#connection = opened.connection;
    this.#log = opened.log;
    this.#belonging = opened.belonging;
    this.#check = opened.check;
    this.#lock = opened.lock;
    this.#version = opened.version;
    this.#bytes = opened.bytes;
  }

  get state(): Integrity {
    return this.#check.state;
  }

  /** The name of the bulk change under way, or null. */
  get underWay(): string | null {
    return this.#underWay;
  }

  /** Resolves when the integrity check is done. */
  get whenChecked(): Promise<Integrity> {
    return this.#check.whenChecked;
  }

  /**
   * One transaction, kept in the log before it is acknowledged. `work` is synchronous and writes through the handle it
   * is given; the clock, chance and ids drawn outside come in as parameters. `name` stands in the log.
   */
  change<T>(name: string, work: (db: WritableDb) => T): Promise<T> {
    return this.#inTurn(() => this.#transact(name, work));
  }

  /**
   * One large transaction, acknowledged by rewriting the file. `work` may await; when it throws (as it does when the
   * user stops it) nothing of it stays. It must not wait for another change of the same file, which waits for it.
   */
  bulk<T>(name: string, work: (db: WritableDb) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#transactWhole(name, work));
  }

  /** Brings all logged changes into the file itself. */
  checkpoint(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#log.length > 0) await this.#rewrite();
    });
  }

  /** Resolves when everything asked for so far is done or undone. */
  settled(): Promise<void> {
    return this.#last.then(() => {});
  }

  /** Ends all work in turn, brings the log into the file where that is possible, and frees the lock. */
  close(): Promise<void> {
    if (this.#closing !== null) return this.#closing;
    if (this.#waiting === 0) this.#check.stop();
    const done = this.#last.then(() => this.#end());
    this.#closing = done;
    return done;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== null) return Promise.reject(new PilotError('closed', `${basename(this.path)} was closed.`));
    this.#waiting += 1;
    const result = this.#last.then(async () => {
      await this.#mayWrite();
      return work();
    });
    const countDown = () => {
      this.#waiting -= 1;
    };
    this.#last = result.then(countDown, countDown);
    return result;
  }

  async #mayWrite(): Promise<void> {
    const state = await this.#check.whenChecked;
    if (this.#stuck !== null) throw this.#stuck;
    if (state === 'ok') return;
    throw new PilotError(
      'damaged',
      `${basename(this.path)} is damaged, so nothing is written to it. You may read it as far as that goes, and save what can be saved into a new pilot.`,
      this.#check.problem,
    );
  }

  async #transact<T>(name: string, work: (db: WritableDb) => T): Promise<T> {
    this.#connection.begin();
    const recorder = new Recorder(this.#connection);
    try {
      const result = work(recorder);
      if (result instanceof Promise) throw new Error(`The change "${name}" is asynchronous; use bulk.`);
      if (recorder.entries.length > 0) this.#log.append({ name, entries: recorder.entries });
      this.#commit(recorder.entries.length > 0);
      return result;
    } catch (error) {
      this.#undo();
      throw error;
    } finally {
      recorder.end();
      this.#noticeBrokenLog();
      this.#planCheckpoint();
    }
  }

  /** SQLite can refuse a commit (a foreign key checked late); then what was logged does not hold either. */
  #commit(logged: boolean): void {
    try {
      this.#connection.commit();
    } catch (error) {
      if (logged) this.#log.takeBack();
      throw error;
    }
  }

  async #transactWhole<T>(name: string, work: (db: WritableDb) => Promise<T>): Promise<T> {
    this.#underWay = name;
    try {
      const result = await this.#inOneTransaction(work);
      await this.#rewrite().catch((error) => {
        this.#reload();
        throw error;
      });
      return result;
    } finally {
      this.#underWay = null;
    }
  }

  async #inOneTransaction<T>(work: (db: WritableDb) => Promise<T>): Promise<T> {
    this.#connection.begin();
    const db = new BulkDb(this.#connection);
    try {
      const result = await work(db);
      this.#connection.commit();
      return result;
    } catch (error) {
      this.#undo();
      throw error;
    } finally {
      db.end();
    }
  }

  #undo(): void {
    try {
      this.#connection.rollback();
    } catch {
      this.#reload();
    }
  }

  /** Makes memory equal to the disk again, when a rollback no longer can. */
  #reload(): void {
    if (this.#stuck !== null) return;
    try {
      const loaded = load(this.#sqlJs, this.path, this.#version, 'holder');
      if (loaded.belonging === null || loaded.problem !== null) throw new Error(loaded.problem ?? 'no marks');
      this.#connection.takeFrom(loaded.connection);
      this.#log.close();
      this.#log = new ChangeLog(this.path, loaded.belonging, loaded.logLength, loaded.logChanges);
      this.#belonging = loaded.belonging;
    } catch (error) {
      this.#stop(error);
    }
  }

  /**
   * The checkpoint. Whatever moment a crash picks, the disk holds either the old file with its log, or the new file,
   * which has everything; the old log beside it is of another generation then.
   */
  async #rewrite(): Promise<void> {
    const next = raised(this.#belonging);
    let bytes: Uint8Array;
    try {
      writeMarks(this.#connection, next);
      bytes = this.#connection.export();
      await replaceFile(this.path, bytes);
    } catch (error) {
      writeMarks(this.#connection, this.#belonging);
      throw diskFailure(error, this.path, 'written');
    }
    try {
      fsyncFolderOf(this.path);
    } catch (error) {
      this.#stop(error);
      throw this.#stuck;
    }
    const belonging = readBelonging(this.#connection, bytes);
    if (belonging === null) throw new Error('The marks just written cannot be read.');
    this.#belonging = belonging;
    this.#bytes = bytes.length;
    this.#log.startAnew(belonging);
  }

  #planCheckpoint(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#log.length === 0 || this.#stuck !== null) return;
    const long = this.#log.length > Math.max(LONG_LOG, this.#bytes / 4);
    const wait = long ? 0 : IDLE_MS + (this.#bytes / (1 << 20)) * IDLE_MS_PER_MB;
    this.#idle = setTimeout(() => this.checkpoint().catch(ignoreExpected), wait).unref();
  }

  #noticeBrokenLog(): void {
    if (this.#log.broken) this.#stop(new Error('The log could not be cut back after a failed write.'));
  }

  /** After this the state of the disk is unknown, so nothing more is written until the file is opened anew. */
  #stop(error: unknown): void {
    this.#stuck = new PilotError(
      'disk-failing',
      `${basename(this.path)} can no longer be written to: the disk failed. Close it, check the disk, and open it again; everything acknowledged before is kept.`,
      error instanceof Error ? error.message : String(error),
    );
  }

  async #end(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#check.stop();
    try {
      if (this.#log.length > 0 && this.#stuck === null && this.state === 'ok') {
        await this.#rewrite().catch(ignoreExpected);
      }
    } finally {
      this.#log.close();
      this.#connection.close();
      this.#lock.release();
    }
  }
}

/** A checkpoint that fails loses nothing: the log keeps every change, and the next one tries again. */
function ignoreExpected(error: unknown): void {
  if (!(error instanceof PilotError)) throw error;
}
