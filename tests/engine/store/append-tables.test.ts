import { execFileSync, spawnSync } from 'node:child_process';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect } from 'vitest';
import type { NewRows } from '#engine/store/append-tables.ts';
import { createPilot, openPilot } from '#engine/store/open.ts';
import { Ints, Reals, Same, Values, valueAt, Wholes } from '#engine/store/pages/column.ts';
import { Texts, Words } from '#engine/store/pages/texts.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { cancelled } from '#shared/api/error.ts';
import { errorOf, it } from '../../fixtures/store/fresh.ts';

const schema = [
  {
    version: 1,
    sql: `CREATE TABLE pilot (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE deed (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, kind TEXT, at INTEGER, amount REAL,
        note TEXT, value, source INTEGER NOT NULL);
      CREATE INDEX deed_customer ON deed (customer);
      CREATE TABLE name (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL);
      CREATE UNIQUE INDEX name_key ON name (kind, value);
      CREATE TABLE person (id INTEGER PRIMARY KEY);
      CREATE TABLE raw (line INTEGER NOT NULL, text TEXT NOT NULL);
      CREATE INDEX raw_text ON raw (text);`,
  },
];

const ALL = [
  'SELECT *, typeof(amount), typeof(value), typeof(at) FROM deed ORDER BY id',
  'SELECT customer, id FROM deed INDEXED BY deed_customer ORDER BY customer, id',
  'SELECT * FROM name ORDER BY id',
  'SELECT kind, value, id FROM name INDEXED BY name_key ORDER BY kind, value',
  'SELECT id FROM person ORDER BY id',
  'SELECT rowid, * FROM raw ORDER BY rowid',
  'SELECT text, rowid FROM raw INDEXED BY raw_text ORDER BY text, rowid',
];

const snapshot = (file: Pick<PilotFile, 'read'>) => ALL.map((sql) => JSON.stringify([...file.read.iterate(sql)]));

const fault = (file: Pick<PilotFile, 'read'>) =>
  file.read.all<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check);

/** Made-up rows: short and long texts, small and large numbers, missing ones; `from` is how many there were before. */
function rowsOf(seed: number, from: number, count: number): readonly NewRows[] {
  const draws = xoroshiro128plus(seed);
  const draw = (below: number) => uniformInt(draws, 0, below - 1);
  const customer = new Ints(10);
  const kind = new Words(10);
  const at = new Wholes(10);
  const amount = new Reals(10);
  const note = new Texts(10);
  const value = Values.expecting(10);
  const names = { kind: new Words(10), value: new Texts(10) };
  const raw = { line: new Ints(10), text: new Texts(10) };
  const people = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    customer.add(1 + draw(count));
    kind.add([null, 'order', 'cart', 'zurück', `${i}`][draw(5)]!);
    at.add([null, 0, 1, -1, 127, 128, -32_769, 8_388_608, 2 ** 31, Date.UTC(2026, draw(12)), -1e12][draw(11)]!);
    amount.add([null, 0, 1, -3, 70_000, 2.5, -0.1, 1e300, 5e9][draw(9)]!);
    note.add(
      [null, '', 'kurz', 'ü€😀', 'x'.repeat(draw(200)), 'lang '.repeat(draw(5000))][draw(draw(20) === 0 ? 6 : 5)]!,
    );
    value.add([1, 2.5, 4e9, 'yes', '', 'é'.repeat(draw(300))][draw(6)]!);
    names.kind.add(['email', 'phone', 'Äther'][draw(3)]!);
    names.value.add(
      `${'same beginning '.repeat(draw(3))}${draw(2) === 0 ? 'a\u0000' : ''}${from + i}${'ß'.repeat(draw(9))}`,
    );
    raw.line.add(i);
    raw.text.add(draw(30) === 0 ? 'long'.repeat(draw(2000)) : `cell ${draw(50)}`);
    people[i] = from * 3 + 3 * i + 1 + draw(3);
  }
  return [
    {
      table: 'deed',
      count,
      verb: 'INSERT',
      rowids: null,
      columns: { customer, kind, at, amount, note, value, source: new Same(7) },
    },
    { table: 'name', count, verb: 'INSERT', rowids: null, columns: names },
    { table: 'person', count, verb: 'INSERT', rowids: people, columns: {} },
    { table: 'raw', count, verb: 'INSERT', rowids: null, columns: raw },
  ];
}

async function append(file: PilotFile, rows: readonly NewRows[]): Promise<void> {
  await file.bulk('import', (db) => db.append(rows, async () => {}));
}

/** The same rows, few at a time, so that they go in by statements. */
async function insert(file: PilotFile, seed: number, from: number, count: number): Promise<void> {
  const all = rowsOf(seed, from, count);
  await file.bulk('import', async (db) => {
    for (const rows of all) {
      const names = Object.keys(rows.columns);
      const put = db.prepare(
        `INSERT INTO ${rows.table} (${['rowid', ...names].join(', ')}) VALUES (${['?', ...names.map(() => '?')].join(', ')})`,
      );
      const last = db.get<{ n: number }>(`SELECT coalesce(max(rowid), 0) AS n FROM ${rows.table}`)!.n;
      for (let i = 0; i < rows.count; i++) {
        put.run([rows.rowids?.[i] ?? last + 1 + i, ...names.map((name) => valueAt(rows.columns[name]!, i))]);
      }
    }
  });
}

/** How many rows come in, time after time: into an empty table, behind few, behind as many, too few for pages. */
const ROUNDS = [[1000, 3], [1001, 1400], [20, 1100], [2600]];

const hasShell = spawnSync('sqlite3', ['--version']).status === 0;

describe('Rows written as pages', () => {
  it('cannot be told from rows that SQLite inserted, into empty and into filled tables', async ({ path }) => {
    for (const seed of [1, 2, 3, 4]) {
      const pages = await createPilot(`${path}-${seed}`, () => {}, schema);
      const statements = await createPilot(`${path}-${seed}-statements`, () => {}, schema);
      let from = 0;
      for (const count of ROUNDS[seed - 1]!) {
        await append(pages, rowsOf(seed, from, count));
        await insert(statements, seed, from, count);
        from += count;
      }
      expect(fault(pages)).toEqual(['ok']);
      expect(snapshot(pages)).toEqual(snapshot(statements));
      await pages.close();
      await statements.close();
      if (hasShell) {
        expect(execFileSync('sqlite3', [`${path}-${seed}`, 'PRAGMA integrity_check'], { encoding: 'utf8' })).toBe(
          'ok\n',
        );
      }
      const again = await openPilot(`${path}-${seed}`, schema);
      expect(await again.whenChecked).toBe('ok');
      await again.close();
    }
  });

  it('can be changed, taken out and added to by statements afterwards', async ({ path }) => {
    const file = await createPilot(path, () => {}, schema);
    await append(file, rowsOf(5, 0, 1500));
    await file.bulk('change', async (db) => {
      db.run('DELETE FROM deed WHERE id % 3 = 0');
      db.run("UPDATE name SET value = value || 'x' WHERE id % 2 = 0");
      db.run("INSERT INTO raw (line, text) SELECT line, text || 'again' FROM raw");
    });
    expect(fault(file)).toEqual(['ok']);
    expect(file.read.get('SELECT count(*) AS n FROM deed')).toEqual({ n: 1000 });
    await append(file, rowsOf(6, 1500, 1500));
    expect(fault(file)).toEqual(['ok']);
    expect(file.read.get('SELECT count(*) AS n FROM deed')).toEqual({ n: 2500 });
    await file.close();
  });

  it('are handed out as plain bytes, of which no part changes with the file', async ({ path }) => {
    const file = await createPilot(path, () => {}, schema);
    await append(file, rowsOf(10, 0, 1500));
    const image = file.read.image();
    expect(Buffer.isBuffer(image)).toBe(false);
    const part = image!.slice(0, 16);
    expect(part.buffer).not.toBe(image!.buffer);
    await file.close();
  });

  it('leave no trace when the change fails afterwards, or is stopped in between', async ({ path }) => {
    const file = await createPilot(path, () => {}, schema);
    await append(file, rowsOf(7, 0, 1500));
    const before = snapshot(file);
    const late = file.bulk('import', async (db) => {
      await db.append(rowsOf(8, 1500, 1500), async () => {});
      await db.append(rowsOf(9, 3000, 3), async () => {});
      throw cancelled();
    });
    expect((await errorOf(late)).code).toBe('cancelled');
    const stopped = file.bulk('import', (db) =>
      db.append(rowsOf(8, 1500, 1500), async () => {
        throw cancelled();
      }),
    );
    expect((await errorOf(stopped)).code).toBe('cancelled');
    expect(snapshot(file)).toEqual(before);
    await file.change('more', (db) => db.run("INSERT INTO raw (line, text) VALUES (1, 'x')"));
    await append(file, rowsOf(8, 1500, 1500));
    expect(fault(file)).toEqual(['ok']);
    await file.close();
  });
});

it('says in a sentence that the texts of one column are more than a pilot can hold', async () => {
  const texts = new Texts(0);
  const adding = Promise.resolve().then(() => texts.addBytes(new Uint8Array(0), 0, 2 ** 31));
  const { code, sentence } = await errorOf(adding);
  expect(code).toBe('too-much-text');
  expect(sentence).toContain('more than 2 GB');
});
