import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Migration } from '#engine/store/migrate.ts';
import { createPilot, openPilot, viewPilot } from '#engine/store/open.ts';
import { migrations } from '#engine/store/schema/migrations.ts';
import { errorOf, it, newLedger } from '../../fixtures/store/fresh.ts';
import { ledger, writeEdit } from '../../fixtures/store/ledger.ts';

const sqlite = (path: string, sql: string) => execFileSync('sqlite3', [path, sql], { encoding: 'utf8' }).trim();

const second: Migration = {
  version: 2,
  sql: 'ALTER TABLE edit ADD COLUMN author TEXT; CREATE TABLE author (name TEXT PRIMARY KEY) WITHOUT ROWID;',
};

describe('Opening refuses, with a sentence and without touching it,', () => {
  const cases: [string, string, (path: string) => void][] = [
    ['an empty file', 'not-a-pilot', (path) => writeFileSync(path, '')],
    ['a text file', 'not-a-pilot', (path) => writeFileSync(path, 'order,total\n1,2\n'.repeat(50))],
    [
      'another program’s SQLite file',
      'not-a-pilot',
      (path) => void sqlite(path, 'CREATE TABLE t (a); INSERT INTO t VALUES (1)'),
    ],
    [
      'a file with our mark but no version',
      'not-a-pilot',
      (path) => void sqlite(path, 'PRAGMA application_id = 0x50494C54; CREATE TABLE t (a)'),
    ],
    [
      'a file of a newer version',
      'file-newer',
      (path) => void sqlite(path, 'PRAGMA application_id = 0x50494C54; PRAGMA user_version = 999; CREATE TABLE t (a)'),
    ],
  ];
  for (const [what, code, make] of cases) {
    it(what, async ({ path, folder }) => {
      make(path);
      const before = readFileSync(path);
      for (const open of [openPilot, viewPilot]) {
        const error = await errorOf(open(path, ledger));
        expect(error.code).toBe(code);
        expect(error.sentence).toContain(basename(path));
      }
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(readdirSync(folder)).toEqual([basename(path)]);
    });
  }

  it('a folder, and a file that is not there', async ({ path, folder }) => {
    expect((await errorOf(openPilot(path, ledger))).code).toBe('not-found');
    mkdirSync(path);
    expect((await errorOf(openPilot(path, ledger))).code).toBe('not-a-pilot');
    expect(readdirSync(folder)).toEqual([basename(path)]);
  });

  it('a file with another SQLite tool’s unfinished work beside it', async ({ path }) => {
    await (await newLedger(path)).close();
    writeFileSync(`${path}-wal`, 'unfinished');
    const error = await errorOf(openPilot(path, ledger));
    expect(error.code).toBe('open-in-other-tool');
    expect(error.sentence).toContain(`${basename(path)}-wal`);
  });
});

describe('Opening', () => {
  it('marks the file as a pilot for other programs', async ({ path }) => {
    await (await newLedger(path)).close();
    expect(sqlite(path, 'PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode')).toBe(
      '1346980948\n1\ndelete',
    );
  });

  it('reads a file that another tool left in WAL mode', async ({ path }) => {
    await (await newLedger(path)).close();
    sqlite(path, "PRAGMA journal_mode = wal; INSERT INTO edit VALUES (1, 'shell', 0)");
    const file = await openPilot(path, ledger);
    expect(file.read.all('SELECT n FROM edit')).toEqual([{ n: 1 }]);
    await file.change('edit', (db) => writeEdit(db, 2, 'change', 1));
    await file.close();
    expect(sqlite(path, 'SELECT count(*) FROM edit; PRAGMA integrity_check')).toBe('2\nok');
  });

  it('gives one lock and one log to a file with several names', async ({ path, folder }) => {
    const file = await newLedger(path);
    const link = join(folder, 'link.pilot');
    symlinkSync(path, link);
    expect((await errorOf(openPilot(link, ledger))).code).toBe('open-elsewhere');
    await file.close();
  });

  it('makes the released schema anew without a default that draws on chance or the clock', async ({ path }) => {
    const text = migrations.map(({ sql }) => sql).join('\n');
    expect(text).not.toMatch(/current_(time|date|timestamp)|random|'now'/i);
    const file = await createPilot(path, () => {});
    expect(file.read.get('PRAGMA user_version')).toEqual({ user_version: migrations.length });
    await file.close();
  });
});

describe('A pilot of an older version', () => {
  it('is brought up to date with its log, the old file kept beside', async ({ path, folder }) => {
    const old = await newLedger(path);
    await old.change('edit', (db) => writeEdit(db, 1, 'change', 3));
    copyFileSync(path, join(folder, 'crashed.pilot'));
    copyFileSync(`${path}.log`, join(folder, 'crashed.pilot.log'));
    const crashed = join(folder, 'crashed.pilot');
    const file = await openPilot(crashed, [...ledger, second]);
    expect(file.notes.join()).toContain('crashed.pilot.v1.bak');
    expect(file.read.all('SELECT n, author FROM edit')).toEqual([{ n: 1, author: null }]);
    await file.change('author', (db) => db.run('INSERT INTO author (name) VALUES (?)', ['A']));
    await file.close();
    expect(sqlite(crashed, 'PRAGMA user_version; SELECT count(*) FROM author; PRAGMA integrity_check')).toBe(
      '2\n1\nok',
    );
    expect(sqlite(`${crashed}.v1.bak`, 'PRAGMA user_version; SELECT count(*) FROM line')).toBe('1\n3');
    expect(readdirSync(folder).filter((name) => /log|lock|tmp/.test(name) && name.startsWith('crashed'))).toEqual([]);
    await old.close();
  });

  it('never overwrites an earlier kept file', async ({ path, folder }) => {
    await (await newLedger(path)).close();
    writeFileSync(`${path}.v1.bak`, 'kept');
    await (await openPilot(path, [...ledger, second])).close();
    expect(readFileSync(`${path}.v1.bak`, 'utf8')).toBe('kept');
    expect(readdirSync(folder)).toContain(`${basename(path)}.v1-2.bak`);
  });

  it('stays as it was when a migration fails', async ({ path, folder }) => {
    await (await newLedger(path)).close();
    const before = readFileSync(path);
    const broken: Migration = { version: 2, sql: 'CREATE TABLE half (a); INSERT INTO nowhere VALUES (1)' };
    const error = await errorOf(openPilot(path, [...ledger, broken]));
    expect(error.code).toBe('migration-failed');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual([basename(path)]);
  });

  it('is shown in the new form without being written when it is only looked at', async ({ path, folder }) => {
    await (await newLedger(path)).close();
    const before = readFileSync(path);
    const view = await viewPilot(path, [...ledger, second]);
    expect(view.read.all('SELECT * FROM author')).toEqual([]);
    await view.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual([basename(path)]);
  });
});
