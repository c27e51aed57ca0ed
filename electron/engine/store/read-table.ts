import type { ReadableDb } from './db.ts';
import { type Cells, PageCells, ROW_NUMBER, SqlCells } from './read-pages/cells.ts';
import { UnreadablePage } from './read-pages/row.ts';
import { walkRows } from './read-pages/walk.ts';

/** Which cells of which rows. Names are the schema's own. */
export type Asked = {
  readonly table: string;
  readonly columns: readonly string[];
  /** Only rows whose column is this text. */
  readonly where?: { readonly column: string; readonly is: string };
};

/** What is done with each row, and what came of it. */
export type Reading<Result> = { row(cells: Cells): void; done(): Result };

/**
 * Reads rows of a table in the order of its row numbers, or of its key where it has none. They are read from the pages
 * of the database as it lies in memory, many times as fast as by SQLite; by SQLite while a change is under way, or
 * where the pages are not as they should be, so that it says what is wrong with them.
 *
 * @param begin makes a new reading; one that was not brought to its end is let go of
 */
export function readTable<Result>(db: ReadableDb, asked: Asked, begin: () => Reading<Result>): Result {
  const found = fromPages(db, asked, begin);
  return found === null ? bySqlite(db, asked, begin()) : found.result;
}

function bySqlite<Result>(db: ReadableDb, { table, columns, where }: Asked, reading: Reading<Result>): Result {
  const cells = new SqlCells();
  const sql = `SELECT ${columns.join(', ')} FROM ${table}`;
  const rows = where === undefined ? db.iterate(sql) : db.iterate(`${sql} WHERE ${where.column} = ?`, [where.is]);
  for (const row of rows) {
    cells.cells = row;
    reading.row(cells);
  }
  return reading.done();
}

function fromPages<Result>(
  db: ReadableDb,
  { table, columns, where }: Asked,
  begin: () => Reading<Result>,
): { readonly result: Result } | null {
  const tree = db.get<{ root: number; wr: number }>(
    `SELECT (SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?) AS root, wr
     FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name = ?`,
    [table, table],
  );
  if (tree === undefined) return null;
  const order = tree.wr === 0 ? 'by rowid' : 'by key';
  const placeOf = storedPlaces(db, table, order);
  const places = columns.map(placeOf);
  const filtered = where === undefined ? null : { place: placeOf(where.column), bytes: Buffer.from(where.is) };
  const bytes = db.image();
  if (bytes === null) return null;
  const reading = begin();
  let cells: PageCells | null = null;
  try {
    const walked = walkRows(bytes, { root: tree.root, order }, (row) => {
      if (filtered !== null && !row.isTextOf(filtered.place, filtered.bytes)) return;
      cells ??= new PageCells(row, places);
      reading.row(cells);
    });
    return walked ? { result: reading.done() } : null;
  } catch (error) {
    if (error instanceof UnreadablePage || error instanceof RangeError) return null;
    throw error;
  }
}

type Info = { readonly name: string; readonly type: string; readonly pk: number };

/** Where a column stands in the records of its table: those of a table without row numbers begin with its key. */
function storedPlaces(db: ReadableDb, table: string, order: 'by rowid' | 'by key'): (column: string) => number {
  const columns = db.all<Info>('SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid', [table]);
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const stored = order === 'by rowid' ? columns : [...key, ...columns.filter(({ pk }) => pk === 0)];
  const [only, ...others] = key;
  const number = order === 'by rowid' && others.length === 0 && only?.type.toUpperCase() === 'INTEGER' ? only : null;
  return (name) => {
    if (name === number?.name) return ROW_NUMBER;
    const place = stored.findIndex((column) => column.name === name);
    if (place < 0) throw new Error(`Table ${table} has no column ${name}.`);
    return place;
  };
}
