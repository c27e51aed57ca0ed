import type { Connection } from './connection.ts';
import type { Params, PreparedWrite, SqlValue, WritableDb } from './db.ts';
import { refuseChance } from './replayable.ts';

/** One statement as it ran, to be run again on replay. */
export type Entry = { readonly sql: string; readonly params: Params };

const LOOKS_ONLY = /^\s*(select|explain|values)\b/i;

/** The handle inside `change`: passes statements on and keeps those that write. */
export class Recorder implements WritableDb {
  readonly entries: Entry[] = [];
  readonly #connection: Connection;
  #open = true;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get state(): object {
    return {};
  }

  image(): null {
    return null;
  }

  /** Ends the handle's life, so that a copy kept by mistake cannot write outside its transaction. */
  end(): void {
    this.#open = false;
  }

  run(sql: string, params: Params = []): number {
    this.#keep(sql, params);
    return this.#connection.run(sql, params);
  }

  prepare(sql: string): PreparedWrite {
    return { run: (params) => this.run(sql, params) };
  }

  all<T>(sql: string, params: Params = []): T[] {
    this.#keepUnlessLook(sql, params);
    return this.#connection.all<T>(sql, params);
  }

  get<T>(sql: string, params: Params = []): T | undefined {
    if (LOOKS_ONLY.test(sql)) return this.#stillOpen().get<T>(sql, params);
    return this.all<T>(sql, params)[0];
  }

  iterate(sql: string, params: Params = []): IterableIterator<SqlValue[]> {
    if (!LOOKS_ONLY.test(sql)) throw new Error('A statement that writes is run whole: use run or all.');
    return this.#stillOpen().iterate(sql, params);
  }

  /** Writing statements with RETURNING come in by `all`; a WITH that only looks is kept too, which does no harm. */
  #keepUnlessLook(sql: string, params: Params): void {
    if (LOOKS_ONLY.test(sql)) this.#stillOpen();
    else this.#keep(sql, params);
  }

  #keep(sql: string, params: Params): void {
    this.#stillOpen();
    refuseChance(sql);
    this.entries.push({ sql, params: params.map((value) => (value instanceof Uint8Array ? value.slice() : value)) });
  }

  #stillOpen(): Connection {
    if (!this.#open) throw new Error('This handle belonged to a change that has ended.');
    return this.#connection;
  }
}
