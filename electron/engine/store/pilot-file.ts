import { basename } from 'node:path';
import { PilotError } from '#shared/api/error.ts';
import type { BulkWritableDb, ReadableDb, WritableDb } from './db.ts';
import { type Durable, DurableDb } from './durable-db.ts';
import type { FileCheck, Integrity } from './file-check.ts';
import type { Lock } from './lock.ts';

/** The file is rewritten this long after the last change, and longer the larger it is. */
const IDLE_MS = 3000;
const IDLE_MS_PER_MB = 100;
/** A log above this, and above a quarter of the file, is not left to wait for a quiet moment. */
const LONG_LOG = 16 << 20;

/** What opening hands over to the file that was opened. */
export type Opened = Durable & {
  readonly check: FileCheck;
  readonly lock: Lock;
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
  readonly #db: DurableDb;
  readonly #check: FileCheck;
  readonly #lock: Lock;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: NodeJS.Timeout | null = null;
  #closing: Promise<void> | null = null;
  #underWay: string | null = null;

  constructor(opened: Opened) {
    this.path = opened.path;
    this.notes = opened.notes;
    this.#db = new DurableDb(opened);
    this.read = this.#db.read;
    this.#check = opened.check;
    this.#lock = opened.lock;
  }

  get state(): Integrity {
    return this.#check.state;
  }

  /** Resolves when the integrity check is done. */
  get whenChecked(): Promise<Integrity> {
    return this.#check.whenChecked;
  }

  /** The name of the bulk change under way, or null. */
  get underWay(): string | null {
    return this.#underWay;
  }

  /**
   * One transaction, kept in the log before it is acknowledged. `work` is synchronous and writes through the handle it
   * is given; the clock, chance and ids drawn outside come in as parameters. `name` stands in the log.
   */
  change<T>(name: string, work: (db: WritableDb) => T): Promise<T> {
    return this.#inTurn(async () => {
      try {
        return this.#db.transact(name, work);
      } finally {
        this.#planCheckpoint();
      }
    });
  }

  /**
   * One large transaction, acknowledged by rewriting the file. `work` may await; when it throws (as it does when the
   * user stops it) nothing of it stays. It must not wait for another change of the same file, which waits for it.
   */
  bulk<T>(name: string, work: (db: BulkWritableDb) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#underWay = name;
      try {
        return await this.#db.transactWhole(work);
      } finally {
        this.#underWay = null;
      }
    });
  }

  /** Brings all logged changes into the file itself. */
  checkpoint(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#db.logLength > 0) await this.#db.rewrite();
    });
  }

  /** Resolves when everything asked for so far is done or undone. */
  settled(): Promise<void> {
    return this.#last.then(() => {});
  }

  /** Ends all work in turn, brings the log into the file where that is possible, and frees the lock. */
  close(): Promise<void> {
    if (this.#waiting === 0) this.#check.stop();
    this.#closing ??= this.#last.then(() => this.#end());
    return this.#closing;
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
    if (this.#db.stuck !== null) throw this.#db.stuck;
    if (state === 'ok') return;
    throw new PilotError(
      'damaged',
      `${basename(this.path)} is damaged, so nothing is written to it. You may read it as far as that goes, and save what can be saved into a new pilot.`,
      this.#check.problem,
    );
  }

  #planCheckpoint(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#db.logLength === 0 || this.#db.stuck !== null) return;
    const long = this.#db.logLength > Math.max(LONG_LOG, this.#db.size / 4);
    const wait = long ? 0 : IDLE_MS + (this.#db.size / (1 << 20)) * IDLE_MS_PER_MB;
    this.#idle = setTimeout(() => this.checkpoint().catch(ignoreExpected), wait).unref();
  }

  async #end(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#check.stop();
    try {
      if (this.#db.logLength > 0 && this.#db.stuck === null && this.state === 'ok') {
        await this.#db.rewrite().catch(ignoreExpected);
      }
    } finally {
      this.#db.close();
      this.#lock.release();
    }
  }
}

/** A checkpoint that fails loses nothing: the log keeps every change, and the next one tries again. */
function ignoreExpected(error: unknown): void {
  if (!(error instanceof PilotError)) throw error;
}
