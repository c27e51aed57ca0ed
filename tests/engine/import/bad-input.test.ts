import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { importExport } from '#engine/import/index.ts';
import { viewPilot } from '#engine/store/open.ts';
import { PilotError } from '#shared/api/error.ts';
import { bundle } from '../../fixtures/store/own-process.ts';
import { Desk, ORDERS, onceBegun, sumHolds } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const before = desk.snapshot();
  const error = await desk.import(name, content).then(
    (result) => new Error(`It was imported: ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PilotError);
  expect(desk.snapshot()).toEqual(before);
  return (error as PilotError).sentence;
}

describe('a file that cannot be imported gives a sentence and leaves the pilot as it was', () => {
  it('when it is empty', async () => {
    expect(await refusal('empty.csv', '')).toBe('empty.csv is empty. Export it again; nothing was imported.');
  });

  it('when it is a header alone', async () => {
    expect(await refusal('orders.csv', 'id,email,when,total\n')).toBe(
      'orders.csv has a header but no rows below it; there is nothing to import.',
    );
  });

  it('when it holds nothing but blank lines', async () => {
    expect(await refusal('blank.csv', '\n\n\n')).toMatch(/no header row/);
  });

  it('when a guess would have to choose between columns of one name; where it need not, both are kept', async () => {
    expect(await refusal('two.csv', 'email,total,total,when\na@x.org,1,2,2026-01-13\n')).toMatch(/named "total"/);
    const notes = 'email,order_id,when,total,note,note\na@x.org,1,2026-01-13,2,one,two\n';
    const { warnings } = await desk.import('notes.csv', notes);
    expect(warnings.join(' ')).toContain('2 columns named "note"');
    expect(desk.all('SELECT properties FROM activity')).toEqual([{ properties: '{"note":"one","note_2":"two"}' }]);
  });

  it('when it is a binary file', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 197 + (i >> 3) * 31) % 256);
    expect(await refusal('noise.csv', noise)).toMatch(/binary file/);
    expect(await refusal('book.csv', 'PK\u0003\u0004 and so on')).toMatch(
      /begins like an Excel workbook, but is not a whole one/,
    );
  });

  it('when it is one line of 50 MB', async () => {
    expect(await refusal('line.csv', Buffer.alloc(50_000_000, 'a,'))).toMatch(
      /Line 1 of line.csv should be its header, but is longer than a million characters/,
    );
  });

  it('when two columns it needs have the same name', async () => {
    expect(await refusal('twice.csv', 'email,total,date,total\na@x.org,1,2026-01-02,2\n')).toMatch(
      /more than one column named "total".*"total \(2\)"/,
    );
  });

  it('when it is not there, or is a folder without exports', async () => {
    await expect(desk.importFile(`${desk.folder}/nothing.csv`)).rejects.toThrow('There is no file nothing.csv.');
    await expect(desk.importFile(desk.folder)).rejects.toThrow('holds no exports');
  });

  it('when the mapping names a column it lacks', async () => {
    const path = desk.put('orders.csv', 'email,when\na@x.org,2026-01-02\n');
    await expect(desk.importFile(path, ORDERS)).rejects.toThrow('columns["total"]: orders.csv has no column "total"');
    expect(desk.count('source')).toBe(0);
  });

  it('when it changes or disappears while it is read', async () => {
    const rows = `id,email,when,total\n${'1,a@x.org,2026-01-02,3\n'.repeat(200_000)}`;
    for (const meddle of [(path: string) => appendFileSync(path, 'x'), (path: string) => rmSync(path)]) {
      const path = desk.put('orders.csv', rows);
      const progress = onceBegun(() => meddle(path));
      await expect(
        importExport(
          desk.pilot,
          path,
          { mapping: ORDERS, preset: null, as: null },
          { progress, signal: new AbortController().signal },
        ),
      ).rejects.toThrow('orders.csv changed or disappeared while it was being read, so nothing was imported.');
      expect(desk.count('activity')).toBe(0);
    }
  });
});

describe('rows that cannot be read stand in quarantine with their line, their text and the reason', () => {
  it('ragged rows', async () => {
    const text =
      'id,email,when,total\n1,a@x.org,2026-01-02,3\n2,b@x.org\n3,c@x.org,2026-01-02,4,extra\n4,d@x.org,2026-01-02,5,,\n';
    const result = await desk.import('orders.csv', text, ORDERS);
    expect(result).toMatchObject({ rowsRead: 4, kept: 2, quarantined: 2 });
    expect(desk.all('SELECT line, reason, raw FROM quarantine ORDER BY line')).toEqual([
      { line: 3, reason: 'too-few-cells', raw: '2,b@x.org' },
      { line: 4, reason: 'too-many-cells', raw: '3,c@x.org,2026-01-02,4,extra' },
    ]);
  });

  it('NUL bytes', async () => {
    const result = await desk.import(
      'orders.csv',
      'id,email,when,total\n1,a\0@x.org,2026-01-02,3\n2,b@x.org,2026-01-02,3\n',
      ORDERS,
    );
    expect(result).toMatchObject({ kept: 1, reasons: { 'nul-byte': 1 } });
  });

  it('dates that do not exist, with their column', async () => {
    const rows = ['2026-02-30', '2025-02-29 10:00:00', '2026-13-01', '0000-00-00', 'pending', '2026-02-28'];
    const text = `id,email,when,total\n${rows.map((date, i) => `${i},a@x.org,${date},1`).join('\n')}`;
    const result = await desk.import('orders.csv', text, ORDERS);
    expect(result).toMatchObject({ kept: 1, quarantined: 5, reasons: { 'bad-date: when': 5 } });
  });

  it('numbers, keys and empty rows', async () => {
    const rows = [
      '1,a@x.org,2026-01-02,n/a',
      '2,,2026-01-02,3',
      '3,null,2026-01-02,3',
      '4,a@x.org,,3',
      ',,,',
      '6,a@x.org,2026-01-02,',
    ];
    const result = await desk.import('orders.csv', `id,email,when,total\n${rows.join('\n')}\n`, ORDERS);
    expect(result).toMatchObject({
      rowsRead: 6,
      kept: 1,
      reasons: { 'bad-number: total': 1, 'no-key': 2, 'no-date': 1, 'empty-row': 1 },
    });
    expect(sumHolds(result)).toBe(true);
  });

  it('quotation marks in the wrong place, without losing the rows around them', async () => {
    const rows = [
      '1,a@x.org,2026-01-02,1',
      '2,"b@x.org,2026-01-02,2',
      '3,c@x.org,2026-01-02,3',
      '4,"d"@x.org,2026-01-02,4',
      '5,e@x.org,2026-01-02,5',
    ];
    const result = await desk.import('orders.csv', `id,email,when,total\n${rows.join('\n')}\n`, ORDERS);
    expect(result.rowsRead).toBe(result.kept + result.quarantined);
    expect(desk.all('SELECT reference FROM activity ORDER BY 1')).toEqual(
      expect.arrayContaining([{ reference: '1' }, { reference: '5' }]),
    );
  });

  it('a row of a million characters and more', async () => {
    const text = `id,email,when,total\n1,a@x.org,2026-01-02,3\n2,${'b'.repeat(3_000_000)}@x.org,2026-01-02,3\n3,c@x.org,2026-01-02,3\n`;
    const result = await desk.import('orders.csv', text, ORDERS);
    expect(result).toMatchObject({ rowsRead: 3, kept: 2, reasons: { 'too-long': 1 } });
  });

  it('rows of nothing but spaces', async () => {
    const text = 'name,city\n , \nAnn,Rome\n';
    const result = await desk.import('spaces.csv', text);
    expect(result).toMatchObject({ rowsRead: 2, kept: 1, reasons: { 'empty-row': 1 } });
  });

  it('amounts whose own sign is another currency, also where the first row has the rarer one', async () => {
    const text =
      'id,email,when,total\n1,a@x.org,2026-01-02,$5\n2,a@x.org,2026-01-02,7 €\n3,a@x.org,2026-01-02,€8\n4,a@x.org,2026-01-02,9\n';
    const result = await desk.import('signs.csv', text, ORDERS);
    expect(result).toMatchObject({ kept: 3, reasons: { 'other-currency: total': 1 } });
    expect(desk.all('SELECT DISTINCT currency FROM activity')).toEqual([{ currency: 'EUR' }]);
  });

  it('dollars are those of the pilot, and of the United States where nobody says which', async () => {
    const text = 'id,email,when,total\n1,a@x.org,2026-01-02,$5\n2,a@x.org,2026-01-02,CA$7\n3,a@x.org,2026-01-03,$6\n';
    const canada = await desk.import('cad.csv', text, { ...ORDERS, format: { currency: 'CAD' } });
    expect(canada).toMatchObject({ kept: 3, warnings: [] });
    const other = await Desk.make();
    const said = await other.import('usd.csv', 'id,email,when,total\n1,a@x.org,2026-01-02,$5\n', ORDERS);
    expect(said.warnings.join(' ')).toContain('"$" is taken for US dollars');
    expect(other.all('SELECT currency FROM activity')).toEqual([{ currency: 'USD' }]);
    expect(await other.import('eur.csv', 'id,email,when,total\n2,a@x.org,2026-01-02,€5\n', ORDERS)).toMatchObject({
      kept: 0,
      reasons: { 'other-currency: total': 1 },
    });
    await other.pilot.close();
  });

  it('amounts in another currency than the pilot’s', async () => {
    const rows = ['1,a@x.org,2026-01-02,3,EUR', '2,a@x.org,2026-01-02,3,USD', '3,a@x.org,2026-01-02,3,EUR'];
    const mapping = { ...ORDERS, columns: { ...ORDERS.columns, cur: { to: 'currency' as const } } };
    const result = await desk.import('orders.csv', `id,email,when,total,cur\n${rows.join('\n')}\n`, mapping);
    expect(result).toMatchObject({ kept: 2, reasons: { 'other-currency: cur': 1 } });
  });
});

describe('odd names and texts', () => {
  it('a column named __proto__ is a column like any other', async () => {
    const result = await desk.import('odd.csv', 'email,__proto__,constructor\na@x.org,1,2\nb@x.org,3,4\n');
    expect(result).toMatchObject({ kept: 2, quarantined: 0 });
    expect(desk.all('SELECT key, value FROM trait ORDER BY key, value')).toEqual([
      { key: '__proto__', value: 1 },
      { key: '__proto__', value: 3 },
      { key: 'constructor', value: 2 },
      { key: 'constructor', value: 4 },
    ]);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it('columns of the same name can be told apart by a mapping', async () => {
    const guess = await desk.guess(
      'twice.csv',
      'email,total,date,total\na@x.org,1,2026-01-02,2\nb@x.org,3,2026-01-03,4\n',
    );
    expect(guess.header).toEqual(['email', 'total', 'date', 'total (2)']);
    expect(guess.warnings.join()).toMatch(/2 columns named "total" \(columns 2 and 4\)/);
    const result = await desk.importFile(`${desk.folder}/twice.csv`, guess.mapping);
    expect(result).toMatchObject({ kept: 2 });
  });
});

describe('a full disk', () => {
  it('changes nothing and says so', async () => {
    const exportPath = desk.put(
      'orders.csv',
      `id,email,when,total\n${Array.from({ length: 20_000 }, (_, i) => `${i},a${i}@x.org,2026-01-02,3`).join('\n')}\n`,
    );
    await desk.pilot.close();
    const script = await bundle('../exports/import-one');
    const own = spawnSync(
      'bash',
      ['-c', `ulimit -f 300; exec "${process.execPath}" "${script}" "$0" "$1"`, desk.pilot.path, exportPath],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(own.stdout)).toMatchObject({
      code: 'disk-full',
      sentence: expect.stringContaining('Nothing was changed'),
      rowsInMemory: { n: 0 },
    });
    const view = await viewPilot(desk.pilot.path);
    expect(view.read.get('SELECT count(*) AS n FROM activity')).toEqual({ n: 0 });
    await view.close();
  });
});
