import type { Connection } from './connection.ts';
import type { SqlValue } from './db.ts';

/** The rows that can be read, and once or more the word `lost` where some could not. A row may come twice. */
export type Rows = IterableIterator<SqlValue[] | 'lost'>;

/** What to read: quoted names. With a `key` rows are walked along it; without, the first column is the rowid. */
export type Scan = { readonly table: string; readonly columns: readonly string[]; readonly key?: readonly string[] };

/** Tries at jumping into an unreadable stretch; each costs one look-up in the table's tree. */
const JUMPS = 4000;

/** Reads a table of a damaged file from the front, from the back, and by jumping into the stretch between. */
export function* readableRows(from: Connection, scan: Scan): Rows {
  if (scan.key !== undefined) yield* byKey(from, scan, scan.key);
  else yield* byRowid(from, scan);
}

function* byKey(from: Connection, { table, columns }: Scan, key: readonly string[]): Rows {
  const select = `SELECT ${columns.join(', ')} FROM ${table}`;
  if (yield* untilTorn(from, `${select} ORDER BY ${key.join(', ')}`, [])) return;
  yield 'lost';
  yield* untilTorn(from, `${select} ORDER BY ${key.map((column) => `${column} DESC`).join(', ')}`, []);
}

function* byRowid(from: Connection, { table, columns }: Scan): Rows {
  const select = `SELECT ${columns.join(', ')} FROM ${table} NOT INDEXED WHERE rowid`;
  const gaps: [number, number][] = [];
  let jumps = JUMPS;
  const reach = { rowid: 0 };

  function* walk(where: string, params: SqlValue[], start: number): Generator<SqlValue[], boolean> {
    reach.rowid = start;
    const rows = untilTorn(from, `${select} ${where}`, params);
    for (;;) {
      const next = rows.next();
      if (next.done === true) return next.value;
      reach.rowid = Number(next.value[0]);
      yield next.value;
    }
  }

  if (yield* walk('> ? ORDER BY rowid', [Number.MIN_SAFE_INTEGER], 0)) return;
  yield 'lost';
  const front = reach.rowid;
  yield* walk('> ? ORDER BY rowid DESC', [front], Number.MAX_SAFE_INTEGER);
  gaps.push([front, reach.rowid]);
  for (let gap = gaps.shift(); gap !== undefined && jumps > 0; gap = gaps.shift()) {
    const [low, high] = gap;
    if (high - low < 2) continue;
    jumps -= 2;
    const middle = Math.floor(low / 2 + high / 2);
    const upward = yield* walk('>= ? AND rowid < ? ORDER BY rowid', [middle, high], middle);
    if (!upward) gaps.push([reach.rowid, high]);
    const downward = yield* walk('> ? AND rowid < ? ORDER BY rowid DESC', [low, middle], middle);
    if (!downward) gaps.push([low, reach.rowid]);
  }
}

/** Rows until SQLite meets damage; returns whether it came through without. */
function* untilTorn(from: Connection, sql: string, params: SqlValue[]): Generator<SqlValue[], boolean> {
  try {
    yield* from.iterate(sql, params);
    return true;
  } catch {
    return false;
  }
}
