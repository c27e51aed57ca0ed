import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { SqlValue } from '#engine/store/db.ts';
import { encodeChange, encodeStart, parseLog } from '#engine/store/log-format.ts';
import { openPilot, viewPilot } from '#engine/store/open.ts';
import { it, newLedger } from '../../fixtures/store/fresh.ts';
import { ledger, writeEdit } from '../../fixtures/store/ledger.ts';

type Reading = { read: { all<T>(sql: string): T[] } };
const edits = (file: Reading) => file.read.all<{ n: number }>('SELECT n FROM edit ORDER BY n').map(({ n }) => n);
const content = (file: Reading) =>
  ['edit', 'line', 'tally'].map((table) => file.read.all(`SELECT rowid, * FROM ${table} ORDER BY rowid`));

/** A pilot as a crash left it after these edits: the file as created, and its log. */
async function crashed(path: string, count: number): Promise<string> {
  const file = await newLedger(path);
  for (let n = 1; n <= count; n++) await file.change('edit', (db) => writeEdit(db, n, 'change', n));
  const copy = path.replace('.pilot', '-crashed.pilot');
  copyFileSync(path, copy);
  copyFileSync(`${path}.log`, `${copy}.log`);
  await file.close();
  return copy;
}

describe('A log torn by a crash', () => {
  it('gives its whole changes, wherever it was torn, and takes new ones after them', async ({ path, folder }) => {
    const left = await crashed(path, 3);
    const log = readFileSync(`${left}.log`);
    const parsed = parseLog(log);
    if (parsed.kind !== 'log') throw new Error('no log');
    const tornAt = [
      0,
      1,
      8,
      30,
      parsed.start - 1,
      parsed.start,
      ...parsed.ends.flatMap((end) => [end - 1, end, end + 2]),
    ];
    for (const at of tornAt.filter((length) => length <= log.length)) {
      const torn = join(folder, `torn-${at}.pilot`);
      copyFileSync(left, torn);
      writeFileSync(`${torn}.log`, log.subarray(0, at));
      const whole = parsed.ends.filter((end) => end <= at).map((_, index) => index + 1);
      const file = await openPilot(torn, ledger);
      expect(edits(file)).toEqual(whole);
      expect(file.notes).toEqual([]);
      await file.change('next', (db) => writeEdit(db, 9, 'next', 1));
      const view = await viewPilot(torn, ledger);
      expect(edits(view)).toEqual([...whole, 9]);
      await view.close();
      await file.close();
    }
    expect(readdirSync(folder).filter((name) => name.includes('aside'))).toEqual([]);
  });

  it('may end in blank blocks that were never written', async ({ path }) => {
    const left = await crashed(path, 2);
    const log = readFileSync(`${left}.log`);
    writeFileSync(`${left}.log`, Buffer.concat([log.subarray(0, -10), Buffer.alloc(4106)]));
    const file = await openPilot(left, ledger);
    expect(edits(file)).toEqual([1]);
    expect(file.notes).toEqual([]);
    await file.close();
  });

  it('that is damaged before its end is kept beside, and said so', async ({ path, folder }) => {
    const left = await crashed(path, 3);
    const log = readFileSync(`${left}.log`);
    const parsed = parseLog(log);
    if (parsed.kind !== 'log') throw new Error('no log');
    log[parsed.ends[0]! + 60]! ^= 1;
    writeFileSync(`${left}.log`, log);
    const view = await viewPilot(left, ledger);
    expect(view.notes.join()).toContain('damaged after its change 1');
    await view.close();
    const file = await openPilot(left, ledger);
    expect(edits(file)).toEqual([1]);
    expect(file.notes.join()).toContain('.log.aside-1');
    await file.whenChecked;
    await file.close();
    expect(readFileSync(`${left}.log.aside-1`).equals(log)).toBe(true);
    expect(readdirSync(folder)).not.toContain(`${basename(left)}.log`);
  });
});

describe('A log of another state', () => {
  it('of an earlier generation is set aside: the crash between rename and the log’s end', async ({ path }) => {
    const log = readFileSync(`${await crashed(path, 3)}.log`);
    writeFileSync(`${path}.log`, log);
    const file = await openPilot(path, ledger);
    expect(edits(file)).toEqual([1, 2, 3]);
    expect(file.read.get('SELECT lines FROM tally')).toEqual({ lines: 6 });
    expect(file.notes.join()).toContain('.log.aside-1');
    await file.change('next', (db) => writeEdit(db, 4, 'next', 1));
    await file.close();
    expect(readFileSync(`${path}.log.aside-1`).equals(log)).toBe(true);
  });

  it('of a crash before the rename is replayed, and the unfinished file removed', async ({ path, folder }) => {
    const left = await crashed(path, 3);
    writeFileSync(`${left}.4711.tmp`, readFileSync(path).subarray(0, 5000));
    const file = await openPilot(left, ledger);
    expect(edits(file)).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).not.toContain(`${basename(left)}.4711.tmp`);
    await file.close();
  });

  it('of another pilot is set aside', async ({ path, folder }) => {
    const left = await crashed(path, 3);
    const other = join(folder, 'other.pilot');
    await (await newLedger(other)).close();
    copyFileSync(`${left}.log`, `${other}.log`);
    const view = await viewPilot(other, ledger);
    expect(view.notes.join()).toContain('was not used');
    await view.close();
    const file = await openPilot(other, ledger);
    expect(edits(file)).toEqual([]);
    await file.close();
    expect(readdirSync(folder)).toContain('other.pilot.log.aside-1');
  });

  it('of a copy that went its own way is set aside, though the generation is the same', async ({ path, folder }) => {
    const first = await newLedger(path);
    await first.close();
    const copy = join(folder, 'copy.pilot');
    copyFileSync(path, copy);
    for (const [name, n] of [
      [path, 1],
      [copy, 2],
    ] as const) {
      const file = await openPilot(name, ledger);
      await file.change('edit', (db) => writeEdit(db, n, 'change', 1));
      await file.checkpoint();
      await file.change('edit', (db) => writeEdit(db, n + 10, 'change', 1));
      copyFileSync(`${name}.log`, `${name}.kept`);
      await file.close();
    }
    const file = await openPilot(path, ledger);
    await file.close();
    copyFileSync(`${copy}.kept`, `${path}.log`);
    const again = await openPilot(path, ledger);
    expect(edits(again)).toEqual([1, 11]);
    expect(again.notes.length).toBe(1);
    await again.close();
  });

  it('that is no log at all is set aside', async ({ path, folder }) => {
    await (await newLedger(path)).close();
    writeFileSync(`${path}.log`, 'notes of somebody\n');
    const file = await openPilot(path, ledger);
    expect(file.notes.length).toBe(1);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 1));
    await file.close();
    expect(readFileSync(join(folder, `${basename(path)}.log.aside-1`), 'utf8')).toBe('notes of somebody\n');
  });
});

describe('Replay', () => {
  it('gives the same rows, to the row number, as running the changes did', async ({ path }) => {
    const file = await newLedger(path);
    for (let n = 1; n <= 30; n++) {
      await file.change('edit', (db) => {
        writeEdit(db, n, 'change', n % 7);
        if (n % 5 === 0) db.run('DELETE FROM line WHERE rowid > (SELECT max(rowid) - 4 FROM line)');
        db.all('WITH last AS (SELECT max(n) AS n FROM edit) UPDATE edit SET kind = ? WHERE n IN last RETURNING n', [
          `k${n}`,
        ]);
      });
    }
    const view = await viewPilot(path, ledger);
    expect(content(view)).toEqual(content(file));
    await view.close();
    await file.close();
  });

  it('gives back every value as it was', async ({ path }) => {
    const file = await newLedger(path);
    const values: SqlValue[] = [
      ...[null, 0, -0, 1.5, 2 ** 53, -1e-300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN],
      ...['', 'naïve ✓ 😀', '"\\\n\u2028', new Uint8Array([0, 1, 255]), new Uint8Array()],
    ];
    await file.change('values', (db) => {
      db.run('CREATE TABLE cell (id INTEGER PRIMARY KEY, value)');
      for (const value of values) db.run('INSERT INTO cell (value) VALUES (?)', [value]);
    });
    const sql = 'SELECT typeof(value) AS type, quote(value) AS text FROM cell ORDER BY id';
    const view = await viewPilot(path, ledger);
    expect(view.read.all(sql)).toEqual(file.read.all(sql));
    await view.close();
    await file.close();
  });

  it('never takes a record with a changed byte for a whole one', () => {
    const belonging = { pilot: 'p', generation: 3, checkpoint: 'c', header: 'h' };
    const change = { name: 'edit', entries: [{ sql: 'INSERT INTO t VALUES (?)', params: ['some text'] }] };
    const log = Buffer.concat([encodeStart(belonging), encodeChange(belonging, 1, change)]);
    const start = encodeStart(belonging).length;
    fc.assert(
      fc.property(fc.integer({ min: start, max: log.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const spoilt = Buffer.from(log);
        spoilt[at]! ^= flip;
        const parsed = parseLog(spoilt);
        expect(parsed.kind === 'log' && parsed.changes.length).toBe(0);
      }),
    );
  });

  it('takes a record neither at another place nor under another checkpoint', () => {
    const belonging = { pilot: 'p', generation: 3, checkpoint: 'c', header: 'h' };
    const change = { name: 'edit', entries: [] };
    for (const wrong of [
      encodeChange(belonging, 2, change),
      encodeChange({ ...belonging, checkpoint: 'd' }, 1, change),
    ]) {
      const parsed = parseLog(Buffer.concat([encodeStart(belonging), wrong]));
      expect(parsed.kind === 'log' && parsed.changes).toEqual([]);
    }
  });
});
