import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { WritableDb } from '#engine/store/db.ts';
import { createPilot, openPilot, viewPilot } from '#engine/store/open.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { cancelled } from '#shared/api/error.ts';
import { errorOf, it, newLedger } from '../../fixtures/store/fresh.ts';
import { ledger, writeEdit } from '../../fixtures/store/ledger.ts';

const edits = (file: Pick<PilotFile, 'read'>) =>
  file.read.all<{ n: number }>('SELECT n FROM edit ORDER BY n').map(({ n }) => n);

describe('A change', () => {
  it('is in the log on disk when it is acknowledged, and in the file after closing', async ({ path, folder }) => {
    const file = await newLedger(path);
    const asCreated = readFileSync(path);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 3));
    expect(readFileSync(path).equals(asCreated)).toBe(true);
    const view = await viewPilot(path, ledger);
    expect(edits(view)).toEqual([1]);
    await view.close();
    await file.close();
    expect(readdirSync(folder)).toEqual([basename(path)]);
    const again = await openPilot(path, ledger);
    expect(edits(again)).toEqual([1]);
    await again.close();
  });

  it('leaves no trace when its work throws', async ({ path }) => {
    const file = await newLedger(path);
    const work = (db: WritableDb) => {
      writeEdit(db, 1, 'change', 3);
      throw new Error('a bug');
    };
    await expect(file.change('edit', work)).rejects.toThrow('a bug');
    expect(edits(file)).toEqual([]);
    expect(existsSync(`${path}.log`)).toBe(false);
    await file.close();
  });

  it('that SQLite refuses at its commit is taken out of the log again', async ({ path }) => {
    const file = await newLedger(path);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 1));
    const before = readFileSync(`${path}.log`);
    const orphan = (db: WritableDb) =>
      db.run('INSERT INTO line (edit, number, text) VALUES (?, ?, ?)', [99, 1, 'orphan']);
    await expect(file.change('orphan', orphan)).rejects.toThrow('FOREIGN KEY');
    expect(readFileSync(`${path}.log`).equals(before)).toBe(true);
    await file.change('edit', (db) => writeEdit(db, 2, 'change', 1));
    const view = await viewPilot(path, ledger);
    expect(edits(view)).toEqual([1, 2]);
    await view.close();
    await file.close();
  });

  it('returns what its work returns, and how many rows a statement changed', async ({ path }) => {
    const file = await newLedger(path);
    const rows = await file.change('edit', (db) => {
      writeEdit(db, 1, 'change', 3);
      expect(db.run('CREATE TABLE more (id INTEGER PRIMARY KEY)')).toBe(0);
      const made = db.get<{ n: number }>('INSERT INTO edit (kind, lines) VALUES (?, ?) RETURNING n', ['change', 0]);
      expect(made).toEqual({ n: 2 });
      return db.run('DELETE FROM line WHERE number > ?', [1]);
    });
    expect(rows).toBe(2);
    const view = await viewPilot(path, ledger);
    expect(edits(view)).toEqual([1, 2]);
    await view.close();
    await file.close();
  });

  it('may not draw on chance, the clock or an earlier statement of the connection', async ({ path }) => {
    const file = await newLedger(path);
    for (const value of ['random()', "datetime('now')", 'CURRENT_TIMESTAMP', 'last_insert_rowid()', 'unixepoch()']) {
      const sql = `INSERT INTO edit (n, kind, lines) VALUES (1, ${value}, 0)`;
      await expect(file.change('edit', (db) => db.run(sql))).rejects.toThrow('another value on replay');
    }
    expect(edits(file)).toEqual([]);
    await file.close();
  });

  it('is one statement a call and ends with its handle', async ({ path }) => {
    const file = await newLedger(path);
    const two = 'INSERT INTO edit (n, kind, lines) VALUES (1, ?, 0); DELETE FROM edit';
    await expect(file.change('two', (db) => db.run(two, ['x']))).rejects.toThrow('One statement a call');
    const kept = await file.change('keep', (db) => db);
    expect(() => kept.run('DELETE FROM edit')).toThrow('has ended');
    await file.close();
  });

  it('cannot be made through the handle for reading', async ({ path }) => {
    const file = await newLedger(path);
    expect(() => file.read.all("INSERT INTO edit (n, kind, lines) VALUES (1, 'x', 0)")).toThrow('readonly');
    await file.checkpoint();
    expect(() => file.read.all('DELETE FROM tally')).toThrow('readonly');
    await file.close();
  });
});

describe('A bulk change', () => {
  it('is in the file itself when it is acknowledged', async ({ path, folder }) => {
    const file = await newLedger(path);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 3));
    await file.bulk('import', async (db) => writeEdit(db, 2, 'import', 5000));
    expect(readdirSync(folder).sort()).toEqual([basename(path), `${basename(path)}.lock`]);
    const view = await viewPilot(path, ledger);
    expect(edits(view)).toEqual([1, 2]);
    await view.close();
    await file.close();
  });

  it('that is stopped leaves file and memory as they were', async ({ path }) => {
    const file = await newLedger(path);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 3));
    const before = [readFileSync(path), readFileSync(`${path}.log`)];
    const stopped = file.bulk('import', async (db) => {
      db.run('DELETE FROM line');
      writeEdit(db, 2, 'import', 5000);
      await setImmediate();
      throw cancelled();
    });
    expect((await errorOf(stopped)).code).toBe('cancelled');
    expect(edits(file)).toEqual([1]);
    expect(file.read.get('SELECT count(*) AS n FROM line')).toEqual({ n: 3 });
    expect([readFileSync(path), readFileSync(`${path}.log`)]).toEqual(before);
    await file.close();
  });

  it('has the changes asked for meanwhile wait their turn', async ({ path }) => {
    const file = await newLedger(path);
    const order: string[] = [];
    const work = [
      file.bulk('import', async (db) => {
        expect(file.underWay).toBe('import');
        await setImmediate();
        writeEdit(db, 1, 'import', 10);
        order.push('import');
      }),
      file.change('edit', (db) => {
        writeEdit(db, 2, 'change', 1);
        order.push('edit');
      }),
    ];
    const closed = file.close();
    await Promise.all(work);
    await closed;
    expect(order).toEqual(['import', 'edit']);
    expect((await errorOf(file.change('late', () => {}))).code).toBe('closed');
  });
});

describe('A checkpoint', () => {
  it('keeps settings and handles as they were', async ({ path }) => {
    const file = await newLedger(path);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 3));
    await file.checkpoint();
    expect(file.read.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    await file.change('edit', (db) => writeEdit(db, 2, 'change', 3));
    expect(edits(file)).toEqual([1, 2]);
    await file.close();
  });

  it('comes by itself a while after the last change', async ({ path }) => {
    const file = await newLedger(path);
    const asCreated = readFileSync(path);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 3));
    await expect.poll(() => existsSync(`${path}.log`), { timeout: 20_000 }).toBe(false);
    expect(readFileSync(path).equals(asCreated)).toBe(false);
    await file.close();
  });
});

describe('Making a pilot', () => {
  it('refuses an existing file and leaves it alone', async ({ path }) => {
    await (await newLedger(path)).close();
    const before = readFileSync(path);
    const error = await errorOf(newLedger(path));
    expect(error.code).toBe('file-exists');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('leaves nothing behind when filling it fails', async ({ path, folder }) => {
    const fill = () => {
      throw new Error('a bug');
    };
    await expect(createPilot(path, fill, ledger)).rejects.toThrow('a bug');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('sets aside a log that an earlier pilot of that name left', async ({ path, folder }) => {
    const file = await newLedger(path);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 3));
    copyFileSync(`${path}.log`, `${path}.kept`);
    await file.close();
    rmSync(path);
    copyFileSync(`${path}.kept`, `${path}.log`);
    const next = await newLedger(path);
    expect(edits(next)).toEqual([]);
    await next.close();
    expect(readdirSync(folder)).toContain(`${basename(path)}.log.aside-1`);
  });
});
