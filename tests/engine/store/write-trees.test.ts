import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BroadcastChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ints } from '#engine/store/pages/column.ts';
import { Image } from '#engine/store/pages/image.ts';
import { Texts } from '#engine/store/pages/texts.ts';
import { type Tree, writeTrees } from '#engine/store/pages/write-trees.ts';
import { loadSqlJs } from '#engine/store/sqljs.ts';
import { secondThreadAt } from '#engine/threads/second-thread.ts';
import { builtThread, NOWHERE } from '../../fixtures/built-thread.ts';

const ROWS = 150_000;

let thread: Awaited<ReturnType<typeof builtThread>>;
beforeAll(async () => {
  thread = await builtThread();
});
afterAll(() => {
  secondThreadAt(NOWHERE);
  thread.remove();
});

/** Two tables with an index each, and rows for them. */
async function tables(): Promise<{ readonly empty: Uint8Array; readonly trees: readonly Tree[] }> {
  const db = new (await loadSqlJs()).Database();
  db.exec(`CREATE TABLE one (number INTEGER, text TEXT); CREATE INDEX one_number ON one (number);
    CREATE TABLE other (text TEXT, number INTEGER); CREATE INDEX other_text ON other (text)`);
  const number = new Ints(ROWS);
  const text = new Texts(ROWS);
  for (let i = 0; i < ROWS; i++) {
    number.add((i * 7919) % 100_003);
    text.add(`${'a text '.repeat(i % 5)}${(i * 104_729) % 1_000_003}`);
  }
  const rowids = Int32Array.from({ length: ROWS }, (_, i) => i + 1);
  const root = (name: string) =>
    Number(db.exec(`SELECT rootpage FROM sqlite_master WHERE name = '${name}'`)[0]!.values[0]![0]);
  const trees: Tree[] = [
    { kind: 'table', root: root('one'), columns: [number, text], rowids },
    { kind: 'index', root: root('one_number'), columns: [number], rowids },
    { kind: 'table', root: root('other'), columns: [text, number], rowids },
    { kind: 'index', root: root('other_text'), columns: [text], rowids },
  ];
  return { empty: db.export(), trees };
}

/** What SQLite says of the file, and reads from it: through the tables, and through the indexes. */
async function readBack(file: Uint8Array): Promise<unknown> {
  const db = new (await loadSqlJs()).Database(file);
  const sum = (select: string) => db.exec(select)[0]!.values;
  return [
    sum('PRAGMA integrity_check'),
    sum('SELECT count(*), sum(number * rowid % 9973), sum(length(text) * rowid % 9973) FROM one'),
    sum('SELECT count(*), sum(number * rowid % 9973), sum(length(text) * rowid % 9973) FROM other'),
    sum('SELECT sum(number * rowid % 9973) FROM one INDEXED BY one_number WHERE number > 5000'),
    sum("SELECT count(*), max(rowid), min(text) FROM other INDEXED BY other_text WHERE text > 'a text 5'"),
  ];
}

describe('Trees that two threads write', () => {
  it('are what one thread writes, also where the room made ready is too little', async () => {
    const { empty, trees } = await tables();
    const breathe = async () => {};
    const written: unknown[] = [];
    for (const [place, room] of [
      [NOWHERE, 64 << 20],
      [thread.url, 64 << 20],
      [thread.url, 1 << 20],
    ] as const) {
      secondThreadAt(place);
      const image = await writeTrees(empty, room, trees, breathe);
      image.close();
      written.push(await readBack(Uint8Array.from(image.bytes.subarray(0, image.length))));
    }
    expect(JSON.stringify(written[0])).toMatch(/^\[\[\["ok"\]\],\[\[150000,/);
    expect(written[1]).toEqual(written[0]);
    expect(written[2]).toEqual(written[0]);
  });

  it('are not taken for written where the second thread took one and died', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pilotlight-thread-'));
    writeFileSync(join(folder, 'dies.mjs'), DIES);
    secondThreadAt(pathToFileURL(join(folder, 'dies.mjs')));
    const { empty, trees } = await tables();
    const channel = new BroadcastChannel('trees');
    const taken = once(channel, 'message').then(() => {});
    const written = writeTrees(empty, 64 << 20, trees, () => taken).then(() => 'written');
    await expect(written).rejects.toThrow('There is no memory left.');
    channel.close();
    rmSync(folder, { recursive: true });
  });
});

/** A second thread that takes a tree and cannot write it. Of its error one may hear before one hears that it is ready. */
const DIES = `
  import { BroadcastChannel, parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ job }) => {
    Atomics.add(job.taken, 0, 1);
    new BroadcastChannel('trees').postMessage('taken');
    setImmediate(() => {
      throw new RangeError('There is no memory left.');
    });
  });`;

it('no page is written that would make the file larger than one that can be opened again', () => {
  const memory = new SharedArrayBuffer(2 ** 31 + 65_536);
  const image = Image.sharing({ memory, pageSize: 65_536, pages: Int32Array.of(32_766) });
  expect(image.allocate()).toBe(32_767);
  expect(() => image.allocate()).toThrow('With these rows the pilot would be larger than 2 GB');
});
