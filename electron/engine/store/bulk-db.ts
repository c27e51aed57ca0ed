import type { Connection } from './connection.ts';
import type { Params, PreparedWrite, SqlValue, WritableDb } from './db.ts';

/** The handle inside `bulk`: statements are not recorded, since the whole file is written afterwards. */
export class BulkDb implements WritableDb {
  #connection: Connection | null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Ends the handle's life, so that a copy kept by mistake cannot write outside its transaction. */
  end(): void {
    this.#connection = null;
  }

  run(sql: string, params: Params = []): number {
    return this.#open().run(sql, params);
  }

  prepare(sql: string): PreparedWrite {
    return this.#open().prepare(sql);
  }

  all<T>(sql: string, params: Params = []): T[] {
    return this.#open().all<T>(sql, params);
  }

  get<T>(sql: string, params: Params = []): T | undefined {
    return this.#open().get<T>(sql, params);
  }

  iterate(sql: string, params: Params = []): IterableIterator<SqlValue[]> {
    return this.#open().iterate(sql, params);
  }

  #open(): Connection {
    if (this.#connection === null) throw new Error('This handle belonged to a bulk change that has ended.');
    return this.#connection;
  }
}
