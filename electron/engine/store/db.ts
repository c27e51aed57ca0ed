import type { NewRows } from './append-tables.ts';
import type { Breathe } from './pages/append-rows.ts';

/** What SQLite holds in a cell. Booleans are 1 and 0, moments are milliseconds, JSON is text. */
export type SqlValue = number | string | Uint8Array | null;

/** Values for the `?` of one statement, in order. */
export type Params = readonly SqlValue[];

/** A handle that can only look. One statement a call; `T` names the columns the statement selects. */
export interface ReadableDb {
  /**
   * Stands for what the pilot holds: another object after every change, and a new one at each asking while one is under
   * way. What was read from the records may be kept under it, and goes with it.
   */
  readonly state: object;
  /** All rows, as objects by column name. */
  all<T>(sql: string, params?: Params): T[];
  /** The first row, or undefined when there is none. */
  get<T>(sql: string, params?: Params): T | undefined;
  /** Rows one at a time, for results too large to hold; each row is its cells in column order. */
  iterate(sql: string, params?: Params): IterableIterator<SqlValue[]>;
  /**
   * All of the database as the bytes of a file, to be read and not kept: they may change with the next change. Null
   * while a change is under way, or rows of `iterate` are still to come.
   */
  image(): Uint8Array | null;
}

/** A handle inside one transaction of `change` or `bulk`; useless once that has ended. */
export interface WritableDb extends ReadableDb {
  /** Runs one statement; returns how many rows it inserted, updated or deleted. */
  run(sql: string, params?: Params): number;
  /** A statement made ready once and run often. */
  prepare(sql: string): PreparedWrite;
}

/** A handle inside `bulk`, which also takes many rows at once. */
export interface BulkWritableDb extends WritableDb {
  /**
   * Adds rows column by column, tables of many as pages of the file; statements prepared before are of no use after.
   * `breathe` is called now and then, and may throw to stop.
   */
  append(tables: readonly NewRows[], breathe: Breathe): Promise<void>;
}

export interface PreparedWrite {
  run(params: Params): number;
}
