import type { Database, SqlJsStatic, Statement } from 'sql.js';
import type { Params, PreparedWrite, ReadableDb, SqlValue } from './db.ts';

const KEPT_STATEMENTS = 200;
/**
 * Pages kept in memory, in KiB. The database lies in memory beside them, so a page that is not kept costs little; a bulk
 * change touches each page a few times only and does without most of them.
 */
const PAGES_KEPT = 65_536;
const PAGES_KEPT_IN_BULK = 4096;
const CHANGES_ROWS = /^\s*(insert|update|delete|replace|with)\b/i;

/**
 * One SQLite database in memory. It reads freely and writes only between `begin` and `commit` or `rollback`, so
 * that a statement handed to a read call cannot change anything.
 */
export class Connection implements ReadableDb {
  #db: Database;
  #idle = new Map<string, Statement>();
  #lent: Statement[] = [];
  #inTransaction = false;
  #state: object = {};
  readonly #sqlJs: SqlJsStatic;
  /** The memory handed over to sql.js last; it works there until the file outgrows it. */
  #handedOver: Uint8Array | null = null;
  /** How much of that memory is the database, as long as nothing was changed since that was known; else null. */
  #intact: number | null = null;
  /** Statements whose rows are being read. */
  #reading = 0;

  /** `bytes` is a whole database file, which is worked on from now on and no longer the caller's; null for an empty one. */
  constructor(sqlJs: SqlJsStatic, bytes: Uint8Array | null) {
    this.#sqlJs = sqlJs;
    this.#db = bytes === null ? new sqlJs.Database() : this.#workingIn(wholeMemory(bytes), bytes.length);
    this.#configure();
  }

  get state(): object {
    return this.#inTransaction ? {} : this.#state;
  }

  /** What was committed since `before` concerns nothing that is kept under a state. */
  stateStays(before: object): void {
    this.#state = before;
  }

  all<T>(sql: string, params: Params = []): T[] {
    const rows: T[] = [];
    this.#withStatement(sql, params, (statement) => {
      let columns: string[] | null = null;
      while (statement.step()) {
        columns ??= statement.getColumnNames();
        rows.push(asObject<T>(columns, statement.get()));
      }
    });
    return rows;
  }

  get<T>(sql: string, params: Params = []): T | undefined {
    let row: T | undefined;
    this.#withStatement(sql, params, (statement) => {
      if (statement.step()) row = asObject<T>(statement.getColumnNames(), statement.get());
    });
    return row;
  }

  *iterate(sql: string, params: Params = []): IterableIterator<SqlValue[]> {
    const statement = this.#take(sql);
    try {
      statement.bind(params as SqlValue[]);
      while (statement.step()) yield statement.get();
    } finally {
      this.#giveBack(sql, statement);
    }
  }

  /** Runs one statement; returns the rows changed, 0 for statements that change no rows. */
  run(sql: string, params: Params = []): number {
    this.#withStatement(sql, params, (statement) => statement.step());
    return CHANGES_ROWS.test(sql) ? this.#db.getRowsModified() : 0;
  }

  /** A statement of its own until the transaction ends, for bulk. */
  prepare(sql: string): PreparedWrite {
    const statement = this.#db.prepare(sql);
    refuseSecondStatement(sql, statement);
    this.#lent.push(statement);
    return {
      run: (params) => {
        statement.run(params as SqlValue[]);
        return this.#db.getRowsModified();
      },
    };
  }

  /** Runs several statements without parameters, for schemas. */
  script(sql: string): void {
    this.#intact = null;
    this.#db.exec(sql);
  }

  begin(): void {
    this.#db.exec('PRAGMA query_only = OFF; BEGIN');
    this.#inTransaction = true;
    this.#intact = null;
    this.#state = {};
  }

  /** Begins a transaction that writes much, and keeps the memory for it small. */
  beginBulk(): void {
    this.#db.exec(`PRAGMA cache_size = -${PAGES_KEPT_IN_BULK}`);
    this.begin();
  }

  commit(): void {
    this.#db.exec('COMMIT');
    this.#inTransaction = false;
    this.#state = {};
    this.#freeLent();
    this.#db.exec(`PRAGMA query_only = ON; PRAGMA cache_size = -${PAGES_KEPT}`);
  }

  /** Throws when SQLite has already given the transaction up by itself; the caller then loads the file anew. */
  rollback(): void {
    this.#inTransaction = false;
    this.#state = {};
    this.#freeLent();
    this.#db.exec(`ROLLBACK; PRAGMA query_only = ON; PRAGMA cache_size = -${PAGES_KEPT}`);
  }

  /** The whole database as the bytes of a file; afterwards the connection is set up afresh. */
  export(): Uint8Array {
    if (this.#inTransaction) throw new Error('A database is never exported inside a transaction.');
    this.#forgetStatements();
    const bytes = this.#db.export();
    this.#configure();
    return bytes;
  }

  /**
   * The same without a copy where sql.js still works in memory handed over to it, which shows by a text just committed
   * standing there. Good until the next change.
   */
  bytes(justCommitted: string): Uint8Array {
    const pages = this.get<{ bytes: number }>(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
    );
    const size = pages?.bytes ?? 0;
    const here = this.#handedOver?.subarray(0, size);
    if (here?.length === size && Buffer.from(here.buffer, here.byteOffset, here.length).includes(justCommitted)) {
      this.#intact = size;
      return here;
    }
    this.#handedOver = null;
    return this.export();
  }

  image(): Uint8Array | null {
    if (this.#inTransaction) return null;
    if (this.#handedOver !== null && this.#intact !== null) return this.#handedOver.subarray(0, this.#intact);
    if (this.#reading > 0) return null;
    const { state } = this;
    const bytes = this.export();
    // What was copied out is worked in from now on, so that the next asking finds it and memory is not held twice.
    this.replaceBytes(bytes, bytes.length);
    this.#state = state;
    return bytes;
  }

  /** Works on from other bytes, outside a transaction. The first `length` are the database; the rest is room to grow. */
  replaceBytes(bytes: Uint8Array, length: number): void {
    if (this.#inTransaction) throw new Error('A database is never replaced inside a transaction.');
    this.#forgetStatements();
    this.#db.close();
    this.#db = this.#workingIn(bytes, length);
    this.#state = {};
    this.#configure();
  }

  /** Takes over another connection's database, which ends that one; this handle stays valid for those who hold it. */
  takeFrom(other: Connection): void {
    other.#forgetStatements();
    this.close();
    this.#db = other.#db;
    this.#handedOver = other.#handedOver;
    this.#intact = other.#intact;
    this.#inTransaction = false;
    this.#state = {};
    this.#configure();
  }

  close(): void {
    this.#forgetStatements();
    this.#db.close();
  }

  /** Settings belong to a connection, not to the file: foreign keys on, nothing of SQLite's own on the disk. */
  #configure(): void {
    this.#db.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;
      PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${PAGES_KEPT}; PRAGMA foreign_keys = ON; PRAGMA query_only = ON`);
  }

  #workingIn(bytes: Uint8Array, length: number): Database {
    // No Buffer: whose `slice` is no copy, and whose searching is not for memory that threads share.
    this.#handedOver = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#intact = length;
    return new this.#sqlJs.Database(handOver(bytes, length));
  }

  #withStatement(sql: string, params: Params, use: (statement: Statement) => void): void {
    const statement = this.#take(sql);
    try {
      statement.bind(params as SqlValue[]);
      use(statement);
    } finally {
      this.#giveBack(sql, statement);
    }
  }

  #take(sql: string): Statement {
    this.#reading += 1;
    const kept = this.#idle.get(sql);
    if (kept !== undefined) {
      this.#idle.delete(sql);
      return kept;
    }
    try {
      const statement = this.#db.prepare(sql);
      refuseSecondStatement(sql, statement);
      return statement;
    } catch (error) {
      this.#reading -= 1;
      throw error;
    }
  }

  #giveBack(sql: string, statement: Statement): void {
    this.#reading -= 1;
    statement.reset();
    if (this.#idle.has(sql)) {
      statement.free();
      return;
    }
    this.#idle.set(sql, statement);
    if (this.#idle.size > KEPT_STATEMENTS) {
      const [oldest, unused] = this.#idle.entries().next().value!;
      unused.free();
      this.#idle.delete(oldest);
    }
  }

  #freeLent(): void {
    for (const statement of this.#lent) statement.free();
    this.#lent = [];
  }

  #forgetStatements(): void {
    this.#freeLent();
    for (const statement of this.#idle.values()) statement.free();
    this.#idle = new Map();
  }
}

/** The bytes in memory that nothing else lies in: small Buffers of Node's share theirs. */
function wholeMemory(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

/** The first `length` of the bytes are the database; the memory behind them is room to grow. */
function handOver(bytes: Uint8Array, length: number): HandedOver {
  return new HandedOver(bytes.buffer as ArrayBuffer, bytes.byteOffset, length);
}

/**
 * Bytes whose memory sql.js gets for its own: it copies by `slice`, of which this makes no copy but all the memory
 * behind, so that the file need not be copied either while it grows into it.
 */
class HandedOver extends Uint8Array<ArrayBuffer> {
  override slice(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.buffer, this.byteOffset, this.buffer.byteLength - this.byteOffset);
  }
}

function asObject<T>(columns: string[], cells: SqlValue[]): T {
  const row: Record<string, SqlValue> = {};
  for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i]!;
  return row as T;
}

/** sql.js compiles only the first statement of a text and drops the rest in silence. */
function refuseSecondStatement(sql: string, statement: Statement): void {
  const rest = sql.slice(statement.getSQL().length).replace(/--[^\n]*|\/\*[\s\S]*?\*\/|[\s;]/g, '');
  if (rest === '') return;
  statement.free();
  throw new Error(`One statement a call; this one is followed by another: ${rest.slice(0, 60)}`);
}
