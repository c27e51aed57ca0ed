import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importExport } from '#engine/import/index.ts';
import { secondThreadAt } from '#engine/threads/second-thread.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { builtThread, NOWHERE } from '../../fixtures/built-thread.ts';
import { Desk, ORDERS, onceBegun, sumHolds } from './desk.ts';

let thread: Awaited<ReturnType<typeof builtThread>>;
beforeAll(async () => {
  thread = await builtThread();
});
afterAll(() => thread.remove());

/** Enough for two threads, which take files of 8 MB and more. */
const ROWS = 20_000;

const desks: Desk[] = [];
afterEach(async () => {
  secondThreadAt(NOWHERE);
  for (const desk of desks.splice(0)) {
    await desk.pilot.close();
    rmSync(desk.folder, { recursive: true });
  }
});

async function freshDesk(): Promise<Desk> {
  const desk = await Desk.make();
  desks.push(desk);
  return desk;
}

/** Orders as exports have them at their worst, with notes so long that the file is one for two threads. */
function worstOrders(rows: number): string {
  const draws = xoroshiro128plus(20261127);
  const draw = (below: number) => uniformInt(draws, 0, below - 1);
  const lines = ['id,email,phone,when,total,note'];
  for (let i = 0; i < rows; i++) {
    const customer = draw(5000);
    const email = ['', 'null', 'info@shop.example', ` Kunde${customer}@Mail.Example `][draw(40)];
    const phone = draw(30) === 0 ? `+4930${1_000_000 + draw(200)}` : '';
    const when = draw(500) === 0 ? '2026-13-45' : `2026-0${1 + draw(9)}-1${draw(10)} 1${draw(10)}:22:05`;
    const note = ['"two\nlines, ""said"""', '"plain, quoted"', 'größer', '', 'open 5"'][draw(30)];
    const total = draw(300) === 0 ? 'much' : `${draw(90)}.${10 + draw(90)}`;
    const id = draw(100) === 0 ? `#${draw(i + 1)}` : `#${i}`;
    const long = `note ${draw(9)} ${'of many words '.repeat(40)}`;
    lines.push([id, email ?? `kunde${customer}@mail.example`, phone, when, total, note ?? long].join());
    if (draw(500) === 0) lines.push(['', `${id},too,few`, `${lines.at(-1)},more,cells`, ',,,,,'][draw(4)]!);
  }
  return lines.join('\n');
}

const WORST: Mapping = {
  ...ORDERS,
  columns: {
    ...ORDERS.columns,
    phone: { to: 'identity', key: 'phone' },
    note: { to: 'property', name: 'note' },
  },
};

/** A second thread that finds no memory for what it is to read. */
const FULL = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ kind }) => {
    if (kind === 'begin') throw new RangeError('Array buffer allocation failed');
  });
  parentPort.postMessage({ kind: 'ready' });`;

/** All a pilot holds but the moments of its imports, table by table. */
function heldBy(desk: Desk): unknown {
  const names = desk.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'pilot'");
  return names.map(({ name }) => {
    const rows = desk.all(`SELECT * FROM ${name} ORDER BY 1`).map((row) => ({ ...row, imported_at: 0, used_at: 0 }));
    return [name, rows.length, createHash('sha256').update(JSON.stringify(rows)).digest('hex')];
  });
}

describe('A large file, read and written by two threads', () => {
  it.each([
    ['told apart by an id', { ...WORST, rowKey: ['id'] }],
    ['told apart by all they say', WORST],
  ] satisfies [string, Mapping][])('leaves the pilot that one thread leaves, with rows %s', async (_, mapping) => {
    const rows = worstOrders(ROWS);
    const results: unknown[] = [];
    for (const place of [NOWHERE, thread.url]) {
      secondThreadAt(place);
      const desk = await freshDesk();
      const first = await desk.import('orders.csv', rows, mapping);
      const again = await desk.import('orders.csv', rows, mapping);
      const more = await desk.import('later.csv', rows.replaceAll('9.', '8.'), mapping);
      for (const result of [first, again, more]) expect(sumHolds(result)).toBe(true);
      expect(first.quarantined).toBeGreaterThan(100);
      expect(desk.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      results.push([first, again, more, heldBy(desk)]);
    }
    expect(results[1]).toEqual(results[0]);
  });

  it('leaves it also where rows carry a record on', async () => {
    const lines = ['Name,Email,Created at,Total,Lineitem name,Lineitem quantity'];
    for (let i = 0; i < 30_000; i++) {
      lines.push(
        `#${i},k${i % 900}@mail.example,2026-03-0${1 + (i % 9)} 10:00:00,${i % 97}.50,${'A thing for the house '.repeat(12)},1`,
      );
      if (i % 3 === 0) lines.push(`#${i},,,,Another thing that goes with it,${1 + (i % 4)}`);
    }
    const mapping: Mapping = {
      kind: 'activities',
      activity: 'order',
      rowKey: ['Name'],
      columns: {
        Name: { to: 'reference' },
        Email: { to: 'identity', key: 'email' },
        'Created at': { to: 'at' },
        Total: { to: 'amount' },
        'Lineitem name': { to: 'property', name: 'item' },
        'Lineitem quantity': { to: 'property', name: 'quantity' },
      },
      continuation: {
        same: 'Name',
        empty: ['Email', 'Created at', 'Total'],
        items: { 'Lineitem name': 'name' },
        as: 'items',
      },
    };
    const held: unknown[] = [];
    for (const place of [NOWHERE, thread.url]) {
      secondThreadAt(place);
      const desk = await freshDesk();
      const result = await desk.import('orders.csv', lines.join('\n'), mapping);
      expect(result.kept).toBe(40_000);
      held.push(heldBy(desk));
    }
    expect(held[1]).toEqual(held[0]);
  });

  it('is read by one thread where the system refuses another', async () => {
    secondThreadAt(NOWHERE);
    const desk = await freshDesk();
    expect((await desk.import('orders.csv', worstOrders(ROWS), WORST)).kept).toBeGreaterThan(15_000);
  });

  it('says so, and leaves no trace, where there is too little memory for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pilotlight-thread-'));
    writeFileSync(join(folder, 'full.mjs'), FULL);
    secondThreadAt(pathToFileURL(join(folder, 'full.mjs')));
    const desk = await freshDesk();
    const before = heldBy(desk);
    await expect(desk.import('orders.csv', worstOrders(ROWS), WORST)).rejects.toMatchObject({
      code: 'out-of-memory',
      sentence: expect.stringMatching(
        /^There is too little memory to import orders\.csv at once; nothing was imported\./,
      ),
    });
    expect(heldBy(desk)).toEqual(before);
    rmSync(folder, { recursive: true });
  });

  it('leaves no trace when it changes or disappears while it is read', async () => {
    secondThreadAt(thread.url);
    const desk = await freshDesk();
    const rows = worstOrders(ROWS);
    for (const meddle of [(path: string) => appendFileSync(path, 'x'), (path: string) => rmSync(path)]) {
      const path = desk.put('orders.csv', rows);
      const progress = onceBegun(() => meddle(path));
      const wish = { mapping: WORST, preset: null, as: null };
      await expect(
        importExport(desk.pilot, path, wish, { progress, signal: new AbortController().signal }),
      ).rejects.toThrow('orders.csv changed or disappeared while it was being read, so nothing was imported.');
      expect(desk.count('activity')).toBe(0);
    }
  });

  it.each(['Reading', 'Joining'])('leaves no trace when it is stopped while %s', async (moment) => {
    secondThreadAt(thread.url);
    const desk = await freshDesk();
    const path = desk.put('orders.csv', worstOrders(ROWS));
    const controller = new AbortController();
    const stop = async () => {
      await setTimeout(0);
      controller.abort();
    };
    const progress = (done: number, total: number | null, sentence: string) => {
      if (sentence.startsWith(moment) && done > (total ?? 0) / 3) void stop();
    };
    const wish = { mapping: WORST, preset: null, as: null };
    const watch = { progress, signal: controller.signal };
    await expect(importExport(desk.pilot, path, wish, watch)).rejects.toMatchObject({ code: 'cancelled' });
    expect(desk.count('activity') + desk.count('source') + desk.count('identity')).toBe(0);
    expect(readdirSync(desk.folder).toSorted()).toEqual(['a.pilot', 'a.pilot.lock', 'orders.csv'].toSorted());
    expect((await importExport(desk.pilot, path, wish)).kept).toBeGreaterThan(15_000);
  });
});

/** Starts the thread and prints how far each thread of its process stands back. */
const NICE = `
  const { readdirSync, readFileSync } = require('node:fs');
  const thread = new (require('node:worker_threads').Worker)(new URL(process.argv[1]), { workerData: 'read' });
  thread.on('message', () => {
    const of = (task) => readFileSync('/proc/self/task/' + task + '/stat', 'latin1').split(') ')[1].split(' ')[16];
    console.log([...new Set(readdirSync('/proc/self/task').map(of))].join());
    process.exit();
  });`;

it.runIf(process.platform === 'linux')('starts where the whole process stands back, and does not come forward', () => {
  const told = execFileSync('nice', ['-n', '19', process.execPath, '-e', NICE, thread.url.href], { encoding: 'utf8' });
  expect(told.trim()).toBe('19');
});
