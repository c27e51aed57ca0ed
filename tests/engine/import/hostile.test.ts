import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeEach, describe, expect, it } from 'vitest';
import { hostileFiles } from '../../soak/fuzz/hostile-file.ts';
import { Desk, ORDERS, sumHolds } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

describe('what hostile files once brought down', () => {
  it('a Parquet group of rows with a broken column under a name the schema lacks is refused, and ends no process', async () => {
    const bytes = Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'email', data: ['a@x.org', 'b@x.org'], type: 'STRING' },
          { name: 'other', data: ['word '.repeat(50), 'word '.repeat(60)], type: 'STRING' },
        ],
      }),
    );
    bytes.write('0ther', bytes.lastIndexOf('other'));
    bytes.fill(0xff, bytes.indexOf('word') - 4, bytes.indexOf('word') + 40);
    await expect(desk.import('renamed.parquet', bytes)).rejects.toMatchObject({
      code: 'damaged',
      sentence: expect.stringContaining('renamed.parquet is cut off or damaged'),
    });
    await new Promise(setImmediate);
    expect(desk.count('source')).toBe(0);
  });

  it('a number, a date or a currency a megabyte long is told at once', { timeout: 10_000 }, async () => {
    const cells = [
      `3,a@x.org,2026-01-02,${'1'.repeat(400_000)}x`,
      `4,a@x.org,"1 jan 2026${' '.repeat(400_000)}\na\nb",1`,
      `5,a@x.org,2026-01-02,1${'-'.repeat(400_000)}x`,
    ];
    const columns = { ...ORDERS.columns, id: { to: 'currency' as const } };
    const text = `id,email,when,total\n${cells.join('\n')}\n${'-'.repeat(400_000)}x,a@x.org,2026-01-02,1\n,a@x.org,2026-01-02,1\n`;
    const result = await desk.import('long.csv', text, { ...ORDERS, columns });
    expect(sumHolds(result)).toBe(true);
    expect(result).toMatchObject({ kept: 1, reasons: { 'bad-number: total': 2, 'bad-date: when': 1 } });
  });

  it('a JSON line full of marks that never close is told at once', { timeout: 10_000 }, async () => {
    const line = `{"email":"a@x.org","n":1234567890123456,"t":"${'\\"'.repeat(300_000)}`;
    const result = await desk.import('marks.jsonl', `{"email":"b@x.org","n":1}\n{"email":"c@x.org","n":2}\n${line}\n`);
    expect(result).toMatchObject({ rowsRead: 3, kept: 2, reasons: { 'bad-json': 1 } });
  });

  it('a file with two versions of one row changes nothing the second time', async () => {
    const text = 'id,email,when,total\n1,a@x.org,2026-01-02,3\n1,a@x.org,2026-01-02,4\n2,b@x.org,2026-01-02,5\n';
    const mapping = { ...ORDERS, rowKey: ['id'] };
    expect(await desk.import('orders.csv', text, mapping)).toMatchObject({ rowsRead: 3, kept: 3, replaced: 1 });
    const before = desk.snapshot();
    const again = await desk.import('orders.csv', text, mapping);
    expect(again).toMatchObject({ source: null, rowsRead: 3, kept: 0, replaced: 0, duplicates: 3 });
    expect(desk.snapshot()).toEqual(before);
    expect(desk.all('SELECT amount FROM activity ORDER BY 1')).toEqual([{ amount: 4 }, { amount: 5 }]);
  });

  it('a header a megabyte long is kept short, not once for each row', { timeout: 10_000 }, async () => {
    const long = 'h'.repeat(900_000);
    const rows = Array.from({ length: 3000 }, (_, i) => `p${i}@x.org,${i % 2 === 0 ? i : 'x'}`).join('\n');
    const result = await desk.import('header.csv', `email,${long}\n${rows}\n`, {
      kind: 'traits',
      columns: { email: { to: 'identity', key: 'email' }, [long]: { to: 'trait', name: 'n', type: 'number' } },
    });
    expect(result).toMatchObject({ kept: 1500, quarantined: 1500 });
    expect(desk.pilot.read.get<{ n: number }>('SELECT max(length(reason)) AS n FROM quarantine')!.n).toBeLessThan(1100);
    const guess = await desk.guess('guessed.csv', `email,${long}\n${rows}\n`);
    expect(JSON.stringify(guess).length).toBeLessThan(20_000);
  });

  it('a workbook with a row whose number is none is refused', async () => {
    const { name, bytes } = hostileFiles(20260101)(62);
    await expect(desk.import(name, bytes)).rejects.toMatchObject({ code: 'damaged' });
    expect(desk.count('source')).toBe(0);
  });
});
