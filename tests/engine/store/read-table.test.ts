import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReadableDb, SqlValue } from '#engine/store/db.ts';
import type { Migration } from '#engine/store/migrate.ts';
import { createPilot, openPilot } from '#engine/store/open.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { Levels } from '#engine/store/read-pages/levels.ts';
import { type Asked, readTable } from '#engine/store/read-table.ts';

const migrations: readonly Migration[] = [
  {
    version: 1,
    sql: `CREATE TABLE pilot (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE numbered (id INTEGER PRIMARY KEY, a, b REAL, c TEXT);
      CREATE TABLE keyed (a, k INTEGER, c TEXT, PRIMARY KEY (k, c)) WITHOUT ROWID;`,
  },
];

let folder: string;
let file: PilotFile;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-'));
  file = await createPilot(join(folder, 'a.pilot'), () => {}, migrations);
});
afterEach(async () => {
  await file.close();
  rmSync(folder, { recursive: true, force: true });
});

type Seen = {
  readonly cells: readonly SqlValue[];
  readonly numbers: readonly number[];
  readonly levels: readonly SqlValue[];
};

/** All that can be asked of each row. */
function seen(db: ReadableDb, asked: Asked): Seen[] {
  return readTable(db, asked, () => {
    const levels = new Levels();
    const rows: { cells: SqlValue[]; numbers: number[]; codes: number[] }[] = [];
    const each = <Value>(of: (column: number) => Value) => asked.columns.map((_, column) => of(column));
    return {
      row: (cells) =>
        void rows.push({
          cells: each((column) => cells.cell(column)),
          numbers: each((column) => cells.number(column)),
          codes: each((column) => levels.codeOf(cells, column)),
        }),
      done: () =>
        rows.map(({ codes, ...row }) => ({ ...row, levels: codes.map((code) => levels.levels[code] ?? null) })),
    };
  });
}

/** The same handle, with its pages withheld: SQLite reads. */
function bySqlite(db: ReadableDb): ReadableDb {
  return {
    state: db.state,
    all: (sql, params) => db.all(sql, params),
    get: (sql, params) => db.get(sql, params),
    iterate: (sql, params) => db.iterate(sql, params),
    image: () => null,
  };
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => !one.includes('\0')),
  fc.constantFrom('x', '', 'ä', '12', '1e3'),
  fc.integer({ min: 400, max: 12_000 }).map((length) => 'long '.repeat(length / 5)),
);
const cell: fc.Arbitrary<SqlValue> = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.integer({ min: -200, max: 200 }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }),
  fc.uint8Array({ maxLength: 9 }),
  text,
);
const rows = fc.array(fc.tuple(cell, cell, text), { maxLength: 60 });

test('rows read from the pages are those that SQLite reads: every type, overflowing text, several levels of pages', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (some, times) => {
      await file.bulk('fill', async (db) => {
        db.run('DELETE FROM numbered');
        db.run('DELETE FROM keyed');
        for (let i = 0; i < times * some.length; i++) {
          const [a, b, c] = some[i % some.length] ?? [null, null, ''];
          db.run('INSERT INTO numbered (id, a, b, c) VALUES (?, ?, ?, ?)', [i * 3 - 20, a, b, c]);
          db.run('INSERT INTO keyed (a, k, c) VALUES (?, ?, ?)', [a, i, c]);
        }
        db.run('DELETE FROM numbered WHERE id % 5 = 0');
      });
      for (const asked of [
        { table: 'numbered', columns: ['c', 'id', 'a', 'b'] },
        { table: 'numbered', columns: ['id', 'b'], where: { column: 'c', is: some[0]?.[2] ?? '' } },
        { table: 'keyed', columns: ['a', 'c', 'k'] },
        { table: 'keyed', columns: ['a'], where: { column: 'c', is: some[0]?.[2] ?? '' } },
      ]) {
        expect(file.read.image()).not.toBeNull();
        expect(seen(file.read, asked)).toEqual(seen(bySqlite(file.read), asked));
      }
    }),
    { numRuns: 20 },
  );
});

const all = (db: ReadableDb) => seen(db, { table: 'numbered', columns: ['id'] }).length;
const add = (n: number) => (db: { run(sql: string, params: SqlValue[]): unknown }) => {
  for (let i = 0; i < n; i++) db.run('INSERT INTO numbered (c) VALUES (?)', ['some text that takes room '.repeat(20)]);
};

test('what was changed is read at once: after a change, an undone one, a checkpoint and a new opening', async () => {
  await file.change('few', add(3));
  expect(all(file.read)).toBe(3);
  await file.change('many', add(5000));
  expect(all(file.read)).toBe(5003);
  const undone = file.change('undone', (db) => {
    add(9000)(db);
    throw new Error('thought better of it');
  });
  await expect(undone).rejects.toThrow('thought better of it');
  expect(all(file.read)).toBe(5003);
  await file.change('one more', add(1));
  await file.checkpoint();
  expect(all(file.read)).toBe(5004);
  await file.change('in the log', add(1));
  await file.close();
  file = await openPilot(file.path, migrations);
  expect(all(file.read)).toBe(5005);
});

test('inside a change its own rows are read, by SQLite', async () => {
  await file.change('few', (db) => {
    add(2)(db);
    expect([db.image(), all(db), all(file.read)]).toEqual([null, 2, 2]);
  });
  await file.bulk('more', async (db) => {
    add(2)(db);
    expect([db.image(), all(db), all(file.read)]).toEqual([null, 4, 4]);
  });
});

test('rows that are being read by a statement are not cut off', async () => {
  await file.change('few', add(3));
  const ids = [];
  for (const [id] of file.read.iterate('SELECT id FROM numbered')) {
    ids.push(id);
    expect(all(file.read)).toBe(3);
  }
  expect(ids).toEqual([1, 2, 3]);
});

test('damaged pages are left to SQLite', async () => {
  await file.bulk('many', async (db) => add(500)(db));
  const bytes = file.read.image()!.slice();
  const whole = all(file.read);
  for (let at = 4096; at < bytes.length; at += 4096) {
    const broken = bytes.slice();
    broken.fill(255, at, at + 64);
    expect(all({ ...bySqlite(file.read), image: () => broken })).toBe(whole);
  }
});
