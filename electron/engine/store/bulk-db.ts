import type { NewRows } from './append-tables.ts';
import type { Connection } from './connection.ts';
import type { BulkWritableDb, Params, PreparedWrite, SqlValue } from './db.ts';
import type { Breathe } from './pages/append-rows.ts';

/** The handle inside `bulk`: statements are not recorded, since the whole file is written afterwards. */
export class BulkDb implements BulkWritableDb {
  #connection: Connection | null;
  readonly #append: BulkWritableDb['append'];

  constructor(connection: Connection, append: BulkWritableDb['append'] = nothingToAppendTo) {
    this.#connection = connection;
    this.#append = append;
  }

  get state(): object {
    return {};
  }

  image(): null {
    return null;
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

  async append(tables: readonly NewRows[], breathe: Breathe): Promise<void> {
    this.#open();
    await this.#append(tables, breathe);
  }

  #open(): Connection {
    if (this.#connection === null) throw new Error('This handle belonged to a bulk change that has ended.');
    return this.#connection;
  }
}

async function nothingToAppendTo(): Promise<void> {
  throw new Error('Rows are appended inside a bulk change only.');
}
