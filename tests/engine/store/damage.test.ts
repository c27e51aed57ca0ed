import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { openPilot, viewPilot } from '#engine/store/open.ts';
import { salvage } from '#engine/store/salvage.ts';
import { errorOf, it, newLedger } from '../../fixtures/store/fresh.ts';
import { ledger, writeEdit } from '../../fixtures/store/ledger.ts';

const PAGE = 4096;

/** A pilot with so many lines in one import and ten small edits. */
async function filled(path: string, lines: number): Promise<void> {
  const file = await newLedger(path);
  await file.bulk('import', async (db) => {
    writeEdit(db, 1, 'import', lines);
    for (let n = 2; n <= 11; n++) writeEdit(db, n, 'change', 5);
  });
  await file.close();
}

/** Overwrites whole pages, counted from 1 as SQLite does. */
function spoil(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(0xa5, (page - 1) * PAGE, page * PAGE);
  writeFileSync(path, bytes);
}

/** Leaf pages of the table of lines, in its order. */
function linePages(path: string): number[] {
  const sql = "SELECT pageno FROM dbstat WHERE name = 'line' AND pagetype = 'leaf' ORDER BY path";
  const text = execFileSync('sqlite3', [path, sql], { encoding: 'utf8' });
  return text.trim().split('\n').map(Number);
}

describe('A damaged pilot', () => {
  for (const [size, lines] of [
    ['small', 500],
    ['large, checked in a thread of its own', 40_000],
  ] as const) {
    it(`that is ${size} is read as far as it goes and never written to`, async ({ path, folder }) => {
      await filled(path, lines);
      const pages = linePages(path);
      spoil(path, [pages[Math.floor(pages.length / 2)]!]);
      const before = readFileSync(path);
      const file = await openPilot(path, ledger);
      expect(file.state).toBe('checking');
      expect(file.read.get('SELECT count(*) AS n FROM edit')).toEqual({ n: 11 });
      const refused = [
        errorOf(file.change('edit', (db) => writeEdit(db, 12, 'change', 1))),
        errorOf(file.bulk('import', async (db) => writeEdit(db, 12, 'import', 1))),
        errorOf(file.checkpoint()),
      ];
      expect((await Promise.all(refused)).map(({ code }) => code)).toEqual(['damaged', 'damaged', 'damaged']);
      expect(await file.whenChecked).toBe('damaged');
      expect(file.read.get('SELECT count(*) AS n FROM edit')).toEqual({ n: 11 });
      await file.close();
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(readdirSync(folder)).toEqual(['shop.pilot']);
    });
  }

  it('keeps its log, which the rescue uses', async ({ path, folder }) => {
    await filled(path, 2000);
    const file = await openPilot(path, ledger);
    await file.change('edit', (db) => writeEdit(db, 12, 'change', 5));
    const damaged = join(folder, 'damaged.pilot');
    copyFileSync(path, damaged);
    copyFileSync(`${path}.log`, `${damaged}.log`);
    await file.close();
    const pages = linePages(path);
    spoil(damaged, [pages[3]!]);
    const log = readFileSync(`${damaged}.log`);
    const again = await openPilot(damaged, ledger);
    expect(await again.whenChecked).toBe('damaged');
    await again.close();
    expect(readFileSync(`${damaged}.log`).equals(log)).toBe(true);
    const rescued = join(folder, 'rescued.pilot');
    const { tables, problem } = await salvage(damaged, rescued, ledger);
    expect(problem).toBeNull();
    expect(tables.find(({ table }) => table === 'edit')).toEqual({ table: 'edit', rows: 12, whole: true });
  });

  it('cut short is refused for writing', async ({ path }) => {
    await filled(path, 2000);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 5 * PAGE - 17));
    const file = await openPilot(path, ledger);
    const error = await errorOf(file.change('edit', (db) => writeEdit(db, 12, 'change', 1)));
    expect(error.code).toBe('damaged');
    expect(error.cause).toBe(`The last ${5 * PAGE + 17} bytes of it are missing.`);
    expect(file.read.get('SELECT count(*) AS n FROM edit')).toEqual({ n: 11 });
    await file.close();
  });

  it('whose first page is spoilt is refused with a sentence, by the rescue too', async ({ path, folder }) => {
    await filled(path, 500);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 100, PAGE);
    writeFileSync(path, bytes);
    const outcome = await openPilot(path, ledger).then(
      async (file) => {
        const state = await file.whenChecked;
        await file.close();
        return state;
      },
      (error: { code: string }) => error.code,
    );
    expect(outcome).toBe('damaged');
    const error = await errorOf(salvage(path, join(folder, 'rescued.pilot'), ledger));
    expect(['damaged', 'nothing-to-save']).toContain(error.code);
    expect(readdirSync(folder)).toEqual(['shop.pilot']);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

describe('The rescue', () => {
  it('brings out every row but those of the spoilt pages, into a whole new pilot', async ({ path, folder }) => {
    await filled(path, 20_000);
    const pages = linePages(path);
    const onPage = 20_050 / pages.length;
    spoil(path, [pages[2]!, pages[Math.floor(pages.length / 2)]!, pages.at(-3)!]);
    const before = readFileSync(path);
    const rescued = join(folder, 'rescued.pilot');
    const { tables } = await salvage(path, rescued, ledger);
    const lines = tables.find(({ table }) => table === 'line')!;
    expect(lines.whole).toBe(false);
    expect(lines.rows).toBeGreaterThan(20_050 - 3 * onPage * 1.2);
    expect(lines.rows).toBeLessThan(20_050);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(execFileSync('sqlite3', [rescued, 'PRAGMA integrity_check'], { encoding: 'utf8' }).trim()).toBe('ok');
    const file = await openPilot(rescued, ledger);
    expect(file.read.get('SELECT count(*) AS n FROM line')).toEqual({ n: lines.rows });
    await file.change('edit', (db) => writeEdit(db, 12, 'change', 1));
    await file.close();
  });

  it('of a whole pilot brings out all of it', async ({ path, folder }) => {
    await filled(path, 300);
    const rescued = join(folder, 'rescued.pilot');
    const { tables } = await salvage(path, rescued, ledger);
    expect(tables.every(({ whole }) => whole)).toBe(true);
    const [a, b] = [await viewPilot(path, ledger), await viewPilot(rescued, ledger)];
    for (const table of ['edit', 'line', 'tally']) {
      expect(b.read.all(`SELECT rowid, * FROM ${table}`)).toEqual(a.read.all(`SELECT rowid, * FROM ${table}`));
    }
    await Promise.all([a.close(), b.close()]);
  });

  it('never overwrites a file', async ({ path }) => {
    await filled(path, 10);
    expect((await errorOf(salvage(path, path, ledger))).code).toBe('file-exists');
  });
});
