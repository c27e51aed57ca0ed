import type { Connection } from './connection.ts';
import type { ReadableDb, SqlValue, WritableDb } from './db.ts';
import { insertRows } from './insert-rows.ts';
import type { Breathe, EmptyIndex } from './pages/append-rows.ts';
import { type Column, Ints, Same, valueAt } from './pages/column.ts';
import { BLOBS } from './pages/column-sort.ts';
import { Image } from './pages/image.ts';
import { RecordWriter, TOGETHER } from './pages/record.ts';
import { canOrder } from './pages/row-order.ts';
import { sharedInts } from './pages/shared-memory.ts';
import { type Tree, writeTrees } from './pages/write-trees.ts';

/** Rows to be added to one table, column by column. */
export type NewRows = {
  readonly table: string;
  readonly count: number;
  /** By name; a column left out is NULL. */
  readonly columns: Readonly<Record<string, Column>>;
  /** How they go in by statements; rows that meet others of the same key are never many. */
  readonly verb: 'INSERT' | 'INSERT OR REPLACE' | 'INSERT OR IGNORE';
  /** Their row numbers, going up from above those in the table; null takes the next ones. */
  readonly rowids: Int32Array | null;
};

/** Writing pages costs something for the whole table, which many new rows beside those already there make up for. */
const MANY = 1000;
const SHARE = 0.5;
/** Room that is made ready for what follows in the same change. */
const ROOM = 32 << 20;

type Index = {
  readonly name: string;
  readonly sql: string;
  readonly root: number;
  readonly columns: readonly string[];
};

type PagePlan = {
  readonly rows: NewRows;
  /** Many rows, or long ones that go along where many others are written. */
  readonly why: 'many' | 'long';
  readonly root: number;
  /** The table's columns in their order; the row number's own is NULL in a record. */
  readonly columns: readonly Column[];
  readonly rowids: Int32Array;
  readonly filled: readonly EmptyIndex[];
  /** Indexes that SQLite makes anew. */
  readonly anew: readonly Index[];
};

/**
 * Adds rows to tables. Few go in by statements; many are written as the database's pages, ten times as fast, and cannot
 * be told from those that SQLite writes. The transaction that `connection` is in may be committed for it and another
 * begun; gives whether it was.
 */
export async function appendTables(
  connection: Connection,
  db: WritableDb,
  tables: readonly NewRows[],
  breathe: Breathe,
): Promise<'in the transaction' | 'committed'> {
  const coming = tables.filter(({ count }) => count > 0);
  const planned = coming.map((rows) => pagePlan(db, rows)).filter((plan) => plan !== null);
  const pages = planned.some(({ why }) => why === 'many') ? planned : [];
  for (const rows of coming) if (!pages.some((plan) => plan.rows === rows)) insert(db, rows);
  if (pages.length === 0) return 'in the transaction';
  for (const { anew } of pages) for (const { name } of anew) db.run(`DROP INDEX ${name}`);
  connection.commit();
  const before = connection.export();
  if (!Image.takesPages(before)) {
    connection.beginBulk();
    for (const { rows } of pages) insert(db, rows);
  } else {
    const trees = pages.flatMap(treesOf);
    const image = await writeTrees(before, roomFor(trees), trees, breathe);
    image.close();
    connection.replaceBytes(image.bytes, image.length);
    connection.beginBulk();
  }
  for (const { anew } of pages) for (const { sql } of anew) db.run(sql);
  return 'committed';
}

/** How the rows are written as pages; null where they go in by statements. */
function pagePlan(db: ReadableDb, rows: NewRows): PagePlan | null {
  const { table, count } = rows;
  const about = db.get<{ rootpage: number; sql: string }>(
    "SELECT rootpage, sql FROM sqlite_master WHERE type = 'table' AND name = ?",
    [table],
  );
  if (about === undefined || /WITHOUT\s+ROWID\s*$/i.test(about.sql)) return null;
  const last = db.get<{ last: number }>(`SELECT coalesce(max(rowid), 0) AS last FROM ${table}`)?.last ?? 0;
  const why = Object.values(rows.columns).some(({ sort }) => sort === BLOBS) ? 'long' : 'many';
  if (why === 'many' && (count < MANY || count < last * SHARE)) return null;
  const columns = columnsOf(db, rows);
  const indexes = indexesOf(db, table);
  const triggers = db.get("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [table]);
  if (columns === null || indexes === null || triggers !== undefined) return null;
  const direct = last === 0 ? indexes.filter((index) => index.columns.every((name) => orders(rows, name))) : [];
  return {
    rows,
    why,
    root: about.rootpage,
    columns,
    rowids: rows.rowids ?? numbersFrom(last + 1, count),
    filled: direct.map((index) => ({ root: index.root, columns: index.columns.map((name) => rows.columns[name]!) })),
    anew: indexes.filter((index) => !direct.includes(index)),
  };
}

function orders(rows: NewRows, name: string): boolean {
  const column = rows.columns[name];
  return column !== undefined && canOrder(column);
}

/** Null where a column is one that no rows can be given in pages for, such as one with a default. */
function columnsOf(db: ReadableDb, rows: NewRows): readonly Column[] | null {
  const about = db.all<{ name: string; type: string; pk: number; dflt_value: string | null }>(
    'SELECT name, type, pk, dflt_value FROM pragma_table_xinfo(?)',
    [rows.table],
  );
  const columns: Column[] = [];
  for (const { name, type, pk, dflt_value } of about) {
    const given = rows.columns[name];
    if (pk > 0 && type !== 'INTEGER') return null;
    if (given === undefined && dflt_value !== null) return null;
    columns.push(given ?? new Same(null));
  }
  return Object.keys(rows.columns).every((name) => about.some((column) => column.name === name)) ? columns : null;
}

function indexesOf(db: ReadableDb, table: string): readonly Index[] | null {
  const list = db.all<{ name: string; origin: string; partial: number }>(
    'SELECT name, origin, partial FROM pragma_index_list(?)',
    [table],
  );
  if (list.some(({ origin, partial }) => origin !== 'c' || partial !== 0)) return null;
  return list.map(({ name }) => {
    const { sql, rootpage } = db.get<{ sql: string; rootpage: number }>(
      "SELECT sql, rootpage FROM sqlite_master WHERE type = 'index' AND name = ?",
      [name],
    )!;
    const columns = db.all<{ name: string | null; desc: number; coll: string }>(
      'SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE key = 1',
      [name],
    );
    const plain = columns.every((column) => column.desc === 0 && column.coll === 'BINARY');
    return { name, sql, root: rootpage, columns: plain ? columns.map((column) => column.name ?? '') : [''] };
  });
}

function insert(db: WritableDb, { table, verb, columns, rowids, count }: NewRows): void {
  const names = Object.keys(columns);
  const varying = names.filter((name) => !(columns[name] instanceof Same));
  const one = names.map((name) => {
    const column = columns[name]!;
    return column instanceof Same ? literal(column.value) : '?';
  });
  const key = rowids === null ? [] : ['rowid'];
  const inserter = insertRows(
    db,
    `${verb} INTO ${table} (${[...key, ...names].join(', ')})`,
    key.length + varying.length,
    `(${[...key.map(() => '?'), ...one].join(', ')})`,
  );
  for (let i = 0; i < count; i++) {
    const values: SqlValue[] = varying.map((name) => valueAt(columns[name]!, i));
    inserter.add(rowids === null ? values : [rowids[i]!, ...values]);
  }
  inserter.flush();
}

function literal(value: number | string | null): string {
  if (typeof value !== 'string') return String(value ?? 'NULL');
  return `'${value.replaceAll("'", "''").replaceAll('\0', '')}'`;
}

function numbersFrom(first: number, count: number): Int32Array {
  const numbers = sharedInts(count);
  for (let i = 0; i < count; i++) numbers[i] = first + i;
  return numbers;
}

/** How often as many rows as are measured together are measured, to see how long rows are. */
const MEASURED = 4;
/** What a row takes on a page beside its record: its place, its length and its number. */
const BESIDE = 10;

/** About what the pages will take and a little more; where it falls short, the image grows. */
function roomFor(trees: readonly Tree[]): number {
  let room = ROOM;
  for (const { kind, columns, rowids } of trees) {
    const records = new RecordWriter(kind === 'table' ? columns : [...columns, Ints.of(rowids)]);
    let bytes = 0;
    for (let time = 0; time < MEASURED; time++) {
      const spread = Int32Array.from({ length: TOGETHER }, (_, j) =>
        Math.floor(((j * MEASURED + time) * rowids.length) / (TOGETHER * MEASURED)),
      );
      for (const size of records.measure(spread, TOGETHER)) bytes += size + BESIDE;
    }
    room += Math.ceil((bytes / (TOGETHER * MEASURED)) * rowids.length * 1.05);
  }
  return room;
}

function treesOf({ root, columns, rowids, filled }: PagePlan): readonly Tree[] {
  return [
    { kind: 'table', root, columns, rowids },
    ...filled.map((index) => ({ kind: 'index' as const, ...index, rowids })),
  ];
}
