import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtLift } from '#engine/lift/look.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { importSampleFiles } from '#engine/pilot/import-sample.ts';
import { sealPlan } from '#engine/plan/plan-work.ts';
import { readPortfolio } from '#engine/portfolio/read-portfolio.ts';
import { writePortfolio } from '#engine/portfolio/write-portfolio.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import type { PortfolioRow } from '#shared/report/portfolio/portfolio-row.ts';

const work = { progress: () => undefined, signal: new AbortController().signal };
const reading = (folder: string) => readPortfolio(folder, work.progress, work.signal);

describe('a folder of pilots', () => {
  let folder: string;
  let held: PilotFile;
  let rows: readonly PortfolioRow[];
  let before: Map<string, Buffer>;
  const contents = () => {
    const files = readdirSync(join(folder, 'pilots')).filter((name) => name !== 'more.pilot');
    return new Map(files.map((name) => [name, readFileSync(join(folder, 'pilots', name))]));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pilotlight-portfolio-'));
    const at = (name: string) => join(folder, 'pilots', name);
    mkdirSync(join(folder, 'pilots/more.pilot'), { recursive: true });
    const options = { customers: 1000, seed: 3, story: 'win', follow: null } as const;
    const sample = await writeSample(join(folder, 'exports'), options, () => undefined);
    // Still open and locked by its writer, with its last look in the log only.
    held = await newPilot(at('won.pilot'), knownTemplate('abandoned-cart'), '=Won', Date.now());
    await importSampleFiles(held, sample.files, work);
    await sealPlan(held, Date.now());
    await lookAtLift(held, Date.parse('2026-10-20'), Date.now());
    await (await newPilot(at('bare.pilot'), knownTemplate('lapsed-customer'), 'Bare', Date.now())).close();
    await (await newPilot(at('torn.pilot'), knownTemplate('lapsed-customer'), 'Torn', Date.now())).close();
    truncateSync(at('torn.pilot'), 9000);
    const newer = readFileSync(at('bare.pilot'));
    newer.writeUInt32BE(999, 60);
    writeFileSync(at('newer.pilot'), newer);
    writeFileSync(at('words.pilot'), 'only words');
    before = contents();
    rows = await reading(join(folder, 'pilots'));
  });

  afterAll(async () => {
    await held.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read pilot by pilot, and a file that cannot be read is a row that says why', () => {
    expect(rows.map((row) => [row.file, row.kind])).toEqual([
      ['bare.pilot', 'pilot'],
      ['newer.pilot', 'unreadable'],
      ['torn.pilot', 'unreadable'],
      ['won.pilot', 'pilot'],
      ['words.pilot', 'unreadable'],
    ]);
    const sentences = rows.map((row) => (row.kind === 'unreadable' ? row.sentence : ''));
    expect(sentences[1]).toContain('newer Pilotlight');
    expect(sentences[2]).toContain('torn.pilot');
    expect(sentences[4]).toContain('is not a pilot');
  });

  it('tells the last look with its interval and money with its range, also of a pilot somebody works on', () => {
    const won = rows.find((row) => row.file === 'won.pilot');
    if (won?.kind !== 'pilot' || won.look === null) throw new Error('the pilot was looked at');
    expect(won).toMatchObject({
      name: '=Won',
      decideBy: '2026-10-15',
      look: { looks: 1, stands: true, currency: 'USD' },
    });
    const { lift, money } = won.look;
    expect(lift?.lower).toBeLessThan(lift?.middle ?? Number.NaN);
    expect(lift?.upper).toBeGreaterThan(lift?.middle ?? Number.NaN);
    expect(money?.lower).toBeLessThan(money?.middle ?? Number.NaN);
  });

  it('takes no look, no lock, and changes no byte', () => {
    expect(rows.find((row) => row.file === 'bare.pilot')).toMatchObject({ look: null, step: 'charter' });
    expect(held.read.get('SELECT count(*) AS n FROM look')).toEqual({ n: 1 });
    expect(contents()).toEqual(before);
  });

  it('goes out as a page and as CSV, neither of which runs anything', async () => {
    const out = (name: string) => join(folder, name);
    await writePortfolio(rows, 'pilots', out('all.html'), 'html', Date.now());
    await writePortfolio(rows, 'pilots', out('all.csv'), 'csv', Date.now());
    const page = readFileSync(out('all.html'), 'utf8');
    expect(page).toContain('=Won');
    expect(page).toContain('newer Pilotlight');
    expect(page).not.toMatch(/<script|https?:/);
    const [header = '', ...lines] = readFileSync(out('all.csv'), 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(rows.length);
    expect(lines[3]).toContain(",'=Won,");
    expect(header.split(',')).toHaveLength(24);
  });

  it('names the file too where two pilots have one name', async () => {
    const page = async (list: readonly PortfolioRow[]) => {
      await writePortfolio(list, 'pilots', join(folder, 'names.html'), 'html', Date.now());
      return readFileSync(join(folder, 'names.html'), 'utf8');
    };
    expect(await page(rows)).not.toContain('bare.pilot');
    const alike = rows.map((row) => (row.kind === 'pilot' ? { ...row, name: 'Carts' } : row));
    const told = await page(alike);
    for (const file of ['bare.pilot', 'won.pilot']) expect(told.split(file)).toHaveLength(3);
  });

  it('says so when the folder is gone', async () => {
    await expect(reading(join(folder, 'nowhere'))).rejects.toThrow('nowhere');
  });
});
