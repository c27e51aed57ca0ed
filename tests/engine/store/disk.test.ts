import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect } from 'vitest';
import { openPilot, viewPilot } from '#engine/store/open.ts';
import { errorOf, it, newLedger } from '../../fixtures/store/fresh.ts';
import { ledger, writeEdit } from '../../fixtures/store/ledger.ts';
import { bundle, startOwn } from '../../fixtures/store/own-process.ts';

let filler: string;
beforeAll(async () => {
  filler = await bundle('filler');
});

type Met = {
  n: number;
  change: { code: string; sentence: string };
  bulk: { code: string; sentence: string };
  afterChange: { edits: number; lines: number };
  afterBulk: { edits: number; lines: number };
  onDisk: { edits: number; lines: number };
  untouched: boolean;
  lockLeft: boolean;
};

/** Every write that found no room was refused, and memory, file and log hold what was acknowledged before. */
async function expectNothingLost(path: string, met: Met): Promise<void> {
  const acknowledged = { edits: met.n, lines: met.n * 200 };
  expect(met).toMatchObject({ afterChange: acknowledged, afterBulk: acknowledged, onDisk: acknowledged });
  expect(met).toMatchObject({
    change: { code: 'disk-full' },
    bulk: { code: 'disk-full' },
    untouched: true,
    lockLeft: false,
  });
  expect(met.n).toBeGreaterThan(0);
  expect(met.bulk.sentence).toContain('The disk is full, so shop.pilot could not be written. Nothing was changed');
  const view = await viewPilot(path, ledger);
  expect(view.read.get('SELECT count(*) AS edits FROM edit')).toEqual({ edits: met.n });
  await view.close();
}

describe('A full disk', () => {
  it('met as a limit on what a process may write costs nothing that was acknowledged', async ({ path }) => {
    await (await newLedger(path)).close();
    const command = `ulimit -f 300; exec "${process.execPath}" "${filler}" "${path}"`;
    const own = startOwn('bash', ['-c', command]);
    const met = JSON.parse(await own.lineLike(/^{/)) as Met;
    await own.exited;
    await expectNothingLost(path, met);
  });

  it('met as a tiny disk costs nothing that was acknowledged, and room made lets it go on', async ({ folder }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const tiny = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tiny', disk]).status === 0;
    try {
      const path = join(disk, 'shop.pilot');
      await (await newLedger(path)).close();
      const limit = tiny ? '' : 'ulimit -f 250;';
      const own = startOwn('bash', ['-c', `${limit} exec "${process.execPath}" "${filler}" "${path}"`]);
      const met = JSON.parse(await own.lineLike(/^{/)) as Met;
      await own.exited;
      await expectNothingLost(path, met);
      if (tiny) execFileSync('mount', ['-o', 'remount,size=30m', disk]);
      const file = await openPilot(path, ledger);
      await file.change('edit', (db) => writeEdit(db, met.n + 1, 'change', 200));
      await file.close();
      expect(readdirSync(disk)).toEqual(['shop.pilot']);
    } finally {
      if (tiny) execFileSync('umount', [disk]);
    }
  });
});

describe('A folder that cannot be written to', () => {
  /** The superuser may write anywhere, so the test steps down for the moment. */
  async function asNobody<T>(work: () => Promise<T>): Promise<T> {
    const root = process.getuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      return await work();
    } finally {
      if (root) process.seteuid?.(0);
    }
  }

  it('is said so, and the pilot may be looked at', async ({ path, folder }) => {
    const file = await newLedger(path);
    await file.change('edit', (db) => writeEdit(db, 1, 'change', 3));
    await file.close();
    const before = readFileSync(path);
    chmodSync(folder, 0o555);
    const { error, seen } = await asNobody(async () => {
      const view = await viewPilot(path, ledger);
      const seen = view.read.all('SELECT n FROM edit');
      await view.close();
      return { error: await errorOf(openPilot(path, ledger)), seen };
    });
    chmodSync(folder, 0o755);
    expect(error.code).toBe('read-only');
    expect(error.sentence).toContain('The folder of shop.pilot cannot be written to');
    expect(seen).toEqual([{ n: 1 }]);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['shop.pilot']);
  });

  it('takes no new pilot', async ({ path, folder }) => {
    chmodSync(folder, 0o555);
    const error = await asNobody(() => errorOf(newLedger(path)));
    chmodSync(folder, 0o755);
    expect(error.code).toBe('read-only');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('while the pilot is open refuses changes and keeps the earlier ones', async ({ path, folder }) => {
    if (process.getuid?.() === 0) chownSync(folder, 65534, 65534);
    await asNobody(async () => {
      const file = await newLedger(path);
      await file.change('edit', (db) => writeEdit(db, 1, 'change', 3));
      await file.checkpoint();
      chmodSync(folder, 0o555);
      const change = file.change('edit', (db) => writeEdit(db, 2, 'change', 3));
      expect((await errorOf(change)).code).toBe('read-only');
      const bulk = file.bulk('import', async (db) => writeEdit(db, 2, 'import', 300));
      expect((await errorOf(bulk)).code).toBe('read-only');
      expect(file.read.all('SELECT n FROM edit')).toEqual([{ n: 1 }]);
      chmodSync(folder, 0o755);
      await file.change('edit', (db) => writeEdit(db, 3, 'change', 3));
      await file.close();
    });
    const again = await openPilot(path, ledger);
    expect(again.read.all('SELECT n FROM edit')).toEqual([{ n: 1 }, { n: 3 }]);
    await again.close();
  });
});
