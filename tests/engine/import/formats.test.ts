import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { guessExport } from '#engine/import/index.ts';
import { valuelessCells } from '#engine/import/valueless-cells.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk, sumHolds } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const CSV = 'email,order_id,created_at,total\nann@x.org,A1,2026-03-01 10:22:05,12.50\nbob@x.org,A2,2026-04-02,1299\n';
const ROWS = [
  ['email', 'order_id', 'created_at', 'total'],
  ['ann@x.org', 'A1', new Date(Date.UTC(2026, 2, 1, 10, 22, 5)), 12.5],
  ['bob@x.org', 'A2', new Date(Date.UTC(2026, 3, 2)), 1299],
];
const ORDERS = [
  { kind: 'order', reference: 'A1', amount: 12.5, at: Date.UTC(2026, 2, 1, 10, 22, 5) },
  { kind: 'order', reference: 'A2', amount: 1299, at: Date.UTC(2026, 3, 2) },
];
const orders = () => desk.all('SELECT kind, reference, amount, at FROM activity ORDER BY reference');
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; sentence: string }) => error,
  );

const MAPPED: Mapping = {
  kind: 'activities',
  activity: 'order',
  format: { decimal: '.' },
  columns: { email: { to: 'identity', key: 'email' }, created_at: { to: 'at' }, total: { to: 'amount' } },
};

describe('text as old and other machines write it', () => {
  const text = 'email,name,city\na@x.org,José Müller,Besançon\nb@x.org,Zoë “Z” Lefèvre,Málaga\n';
  const traits = () => desk.all("SELECT value FROM trait WHERE key IN ('name', 'city') ORDER BY value");
  const expected = ['Besançon', 'José Müller', 'Málaga', 'Zoë “Z” Lefèvre'].map((value) => ({ value }));

  it.each(['macintosh', 'windows-1252', 'utf-32le', 'utf-32be'])('%s is recognised', async (encoding) => {
    const bytes = iconv.encode(text, encoding, { addBOM: true });
    expect(await desk.guess('people.csv', bytes)).toMatchObject({ encoding });
    await desk.importFile(`${desk.folder}/people.csv`);
    expect(traits()).toEqual(expected);
  });
});

it('Parquet: a column without any value packed with LZ4, and times of day', async () => {
  const path = resolve(import.meta.dirname, '../../fixtures/exports/times.parquet');
  expect(await desk.importFile(path)).toMatchObject({ rowsRead: 3, kept: 3 });
  expect(desk.all('SELECT key, value FROM trait ORDER BY key, value')).toEqual([
    { key: 'micros', value: '00:00:00' },
    { key: 'micros', value: '10:30:00' },
    { key: 'millis', value: '01:02:03' },
    { key: 'millis', value: '23:59:59' },
  ]);
});

it('moments counted from 1970 are dates where the column says so, and numbers where it does not', async () => {
  const rows = 'a@x.org,1,1767225600,5,1767225600\nb@x.org,2,1767312000,6,1767312000\n';
  expect(await desk.import('epoch.csv', `email,order_id,created_at,total,points\n${rows}`)).toMatchObject({ kept: 2 });
  expect(desk.all('SELECT at, properties FROM activity ORDER BY at')).toEqual([
    { at: 1767225600000, properties: '{"points":"1767225600"}' },
    { at: 1767312000000, properties: '{"points":"1767312000"}' },
  ]);
});

describe('one table in any format gives the same records', () => {
  const kept = { rowsRead: 2, kept: 2, quarantined: 0, customersNew: 2 };

  it('CSV packed with gzip', async () => {
    expect(await desk.guess('orders.csv.gz', gzipSync(CSV))).toMatchObject({ encoding: 'utf-8', delimiter: ',' });
    expect(await desk.importFile(`${desk.folder}/orders.csv.gz`)).toMatchObject(kept);
    expect(orders()).toEqual(ORDERS);
    expect(await desk.importFile(`${desk.folder}/orders.csv.gz`)).toMatchObject({ source: null, duplicates: 2 });
  });

  it('an Excel workbook, by what is in the file and not by its ending', async () => {
    const workbook = await writeXlsx({ sheets: [{ name: 'Data', rows: ROWS }] });
    const guess = await desk.guess('orders.csv', workbook);
    expect(guess).toMatchObject({ encoding: null, delimiter: null, sheets: ['Data'] });
    expect(guess.mapping.format).toMatchObject({ sheet: 'Data' });
    expect(await desk.importFile(`${desk.folder}/orders.csv`)).toMatchObject(kept);
    expect(orders()).toEqual(ORDERS);
  });

  it('JSON lines, and a list of objects', async () => {
    const objects = [
      { email: 'ann@x.org', order_id: 'A1', created_at: '2026-03-01T10:22:05', total: 12.5 },
      { email: 'bob@x.org', order_id: 'A2', created_at: '2026-04-02', total: 1299 },
    ];
    const lines = objects.map((object) => JSON.stringify(object)).join('\n');
    expect(await desk.import('orders.jsonl', lines)).toMatchObject(kept);
    expect(orders()).toEqual(ORDERS);
    expect(await desk.import('orders.json', JSON.stringify(objects, null, 2))).toMatchObject({
      kept: 0,
      duplicates: 2,
    });
    expect(await desk.import('orders.jsonl.gz', gzipSync(lines))).toMatchObject({ kept: 0, duplicates: 2 });
  });

  it('Parquet', async () => {
    const column = (i: number) => ROWS.slice(1).map((row) => row[i]!);
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'email', data: column(0), type: 'STRING' },
        { name: 'order_id', data: column(1), type: 'STRING' },
        { name: 'created_at', data: column(2), type: 'TIMESTAMP' },
        { name: 'total', data: column(3), type: 'DOUBLE' },
      ],
    });
    const guess = await desk.guess('orders.parquet', new Uint8Array(buffer));
    expect(guess).toMatchObject({ encoding: null, delimiter: null, rowEstimate: 2 });
    expect(await desk.importFile(`${desk.folder}/orders.parquet`)).toMatchObject(kept);
    expect(orders()).toEqual(ORDERS);
  });

  it('a folder of files with the same columns in any order, lines counted on', async () => {
    const folder = join(desk.folder, 'weeks');
    mkdirSync(folder);
    desk.put('weeks/1.csv', CSV);
    desk.put(
      'weeks/2.csv',
      'total;created_at;order_id;email\n7,50;2026-05-01;A3;ann@x.org\nx;2026-05-02;A4;ann@x.org\n',
    );
    desk.put('weeks/notes.md', '# by hand');
    const result = await desk.importFile(folder, MAPPED);
    expect(result).toMatchObject({ file: 'weeks', rowsRead: 4, kept: 2, reasons: { 'bad-number: total': 2 } });
    expect(desk.all('SELECT line FROM quarantine ORDER BY line')).toEqual([{ line: 5 }, { line: 6 }]);
    expect(result.warnings.join(' ')).toMatch(/2 files are read as one.*Left out of the folder: notes.md/);
    desk.put('weeks/3.csv', 'email,order_id\nc@x.org,A9\n');
    expect(await failure(desk.importFile(folder))).toMatchObject({
      sentence: expect.stringContaining('3.csv has no column "created_at", unlike 1.csv'),
    });
  });
});

describe('a workbook', () => {
  const fixture = resolve(import.meta.dirname, '../../fixtures/exports/orders.xlsx');

  it('of another writer is read from its first sheet with data, below the notes, dates and figures typed', async () => {
    const guess = await guessExport(fixture, null);
    expect(guess.header.slice(0, 6)).toEqual(['Email', 'Order', 'Created', 'Day', 'Total', 'Paid']);
    expect(guess.firstRows[0]!.slice(0, 6)).toEqual([
      'ann@x.org',
      'A1',
      '2026-03-01T10:22:05',
      '2026-03-01',
      '12.5',
      'true',
    ]);
    expect(guess.mapping.format).toMatchObject({ sheet: 'Orders', skipRows: 2 });
    expect(guess.warnings.join(' ')).toContain('The workbook has 2 sheets ("Notes", "Orders"); "Orders" is read.');
    expect(await desk.importFile(fixture)).toMatchObject({ rowsRead: 2, kept: 2 });
  });

  it('is read in the sheet and range that are said', async () => {
    const side = [
      ['x', null, 'email', 'score'],
      ['y', null, 'a@x.org', 9],
      ['z', null, 'b@x.org', 3],
      [null, null, 'total', 12],
    ];
    const workbook = await writeXlsx({
      sheets: [
        { name: 'One', rows: ROWS },
        { name: 'My sheet', rows: side },
      ],
    });
    const path = desk.put('two.xlsx', workbook);
    const said = (sheet: string) => guessExport(path, null, { kind: 'activities', columns: {}, format: { sheet } });
    expect((await said('One')).header).toEqual(ROWS[0]);
    const part = await said('My sheet!C1:D3');
    expect(part.header).toEqual(['email', 'score']);
    expect(part.firstRows).toEqual([
      ['a@x.org', '9'],
      ['b@x.org', '3'],
    ]);
    expect((await said("'My sheet'!$C:$D")).firstRows).toHaveLength(3);
    expect(await failure(said('Three'))).toMatchObject({
      sentence:
        'format.sheet: two.xlsx has no sheet "Three"; its sheets are "One", "My sheet". A part of a sheet is written Orders!B3:H400.',
    });
  });

  it('counts a formula as the value it had when it was saved, and never computes one', async () => {
    const rows = [
      ['email', 'total'],
      ['a@x.org', null],
      ['b@x.org', null],
    ];
    const cells = new Map([
      ['1,1', { formula: 'WEBSERVICE("http://example.org")', formulaResult: 42 }],
      ['2,1', { formula: '1/0', formulaResult: '#DIV/0!' }],
    ]);
    const guess = await desk.guess('f.xlsx', await writeXlsx({ sheets: [{ name: 'S', rows, cells }] }));
    expect(guess.firstRows).toEqual([
      ['a@x.org', '42'],
      ['b@x.org', ''],
    ]);
  });

  it('says how many formulas have no saved value, in the part that is read, and that errors are no values', async () => {
    const rows = [
      ['email', 'total', 'note'],
      ['a@x.org', null, 'kept'],
      ['b@x.org', null, null],
      ['c@x.org', null, null],
    ];
    const cells = new Map([
      ['1,1', { formula: 'SUM(A1:A2)' }],
      ['2,1', { formula: 'SUM(A1:A3)' }],
      ['3,1', { formula: '1/0', formulaResult: '#DIV/0!' }],
      ['3,2', { formula: 'IF(1=1,"","x")', formulaResult: '' }],
    ]);
    const path = desk.put(
      'f.xlsx',
      await writeXlsx({
        sheets: [
          { name: 'Other', rows },
          { name: 'S', rows, cells },
        ],
      }),
    );
    const said = (sheet: string) => guessExport(path, null, { kind: 'activities', columns: {}, format: { sheet } });
    const { warnings } = await said('S');
    expect(warnings).toContain(
      '2 cells hold a formula whose value was never saved (the first is B2); they count as empty. Open the workbook in a spreadsheet program, save it there and import it again.',
    );
    const told = async (sheet: string) => (await said(sheet)).warnings.filter((one) => /formula|error/.test(one));
    expect(await told('S!A1:B2')).toEqual([
      expect.stringContaining('1 cell holds a formula whose value was never saved (B2); it counts'),
    ]);
    expect(await told('Other')).toEqual([]);
    const result = await desk.importFile(path, { ...(await said('S')).mapping });
    expect(result.warnings.join(' ')).toContain('2 cells hold a formula whose value was never saved');
  });

  it.each([1, 7, 4096])('finds such cells however the sheet is cut into pieces of %i characters', async (size) => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><f>B1</f></c><c r="B1" t="e"><f>1/0</f><v>#N/A</v></c><c r="C1"/></row><x:row><x:c><x:f>1</x:f></x:c></x:row></sheetData><cols/><conditionalFormatting><formula>1</formula></conditionalFormatting><extLst><xm:f>Z1</xm:f></extLst>';
    const found = { uncomputed: [] as string[], errors: [] as string[] };
    const pieces = sheet.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    for await (const { kind, place } of valuelessCells(Readable.from(pieces))) found[kind].push(place);
    expect(found).toEqual({ uncomputed: ['A1', ''], errors: ['B1'] });
  });

  it('reads its numbers right also where its texts have a decimal comma', async () => {
    const rows = [
      ['email', 'spent', 'weight'],
      ...Array.from({ length: 5 }, (_, i) => [`p${i}@x.org`, '1.299,50', 1.234]),
    ];
    const guess = await desk.guess('comma.xlsx', await writeXlsx({ sheets: [{ name: 'S', rows }] }));
    expect(guess.firstRows[0]).toEqual(['p0@x.org', '1.299,50', '1,234']);
    await desk.importFile(`${desk.folder}/comma.xlsx`);
    expect(desk.all('SELECT key, sum(value) AS n FROM trait GROUP BY key ORDER BY key')).toEqual([
      { key: 'spent', n: 6497.5 },
      { key: 'weight', n: expect.closeTo(6.17, 10) },
    ]);
  });
});

describe('Parquet', () => {
  it('keeps every digit, dates without a time, missing values and groups of rows in order', async () => {
    const many = Array.from({ length: 250 }, (_, i) => i);
    const file = parquetWriteBuffer({
      rowGroupSize: 100,
      columnData: [
        { name: 'email', data: many.map((i) => `p${i}@x.org`), type: 'STRING' },
        { name: 'id', data: many.map((i) => 1234567890123456789n + BigInt(i)), type: 'INT64' },
        { name: 'weight', data: many.map(() => Math.fround(0.1)), type: 'FLOAT' },
        { name: 'city', data: many.map((i) => (i % 2 === 0 ? null : 'Köln')), type: 'STRING', nullable: true },
        { name: 'seen', data: many.map((i) => new Date(Date.UTC(2026, 0, 1, 0, 0, i))), type: 'TIMESTAMP' },
        { name: 'more', data: many.map((i) => ({ i })), type: 'JSON' },
      ],
    });
    const guess = await desk.guess('people.parquet', new Uint8Array(file));
    expect(guess.rowEstimate).toBe(250);
    expect(guess.firstRows.slice(0, 2)).toEqual([
      ['p0@x.org', '1234567890123456789', '0.1', '', '2026-01-01T00:00:00Z', '{"i":0}'],
      ['p1@x.org', '1234567890123456790', '0.1', 'Köln', '2026-01-01T00:00:01Z', '{"i":1}'],
    ]);
    await desk.importFile(`${desk.folder}/people.parquet`);
    expect(desk.all("SELECT count(*) AS n, count(DISTINCT value) AS ids FROM identity WHERE kind = 'email'")).toEqual([
      { n: 250, ids: 250 },
    ]);
  });

  it('that would send its decoder round for ever is damaged after a moment', async () => {
    const started = performance.now();
    const path = resolve(import.meta.dirname, '../../fixtures/exports/endless.parquet');
    expect(await failure(desk.importFile(path))).toMatchObject({ code: 'damaged' });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('JSON', () => {
  it('gives nested fields dotted columns, lists as JSON, ids with every digit', async () => {
    const guess = await desk.guess(
      'events.jsonl',
      [
        '{"user":{"email":"a@x.org","address":{"city":"Köln"}},"id":1234567890123456789,"tags":["x","y"]}',
        '{"user":{"email":"b@x.org"},"id":2,"note":"id 1234567890123456789 said \\"hi\\"","late":true}',
      ].join('\n'),
    );
    expect(guess.header).toEqual(['user.email', 'user.address.city', 'id', 'tags', 'note', 'late']);
    expect(guess.firstRows).toEqual([
      ['a@x.org', 'Köln', '1234567890123456789', '["x","y"]', '', ''],
      ['b@x.org', '', '2', '', 'id 1234567890123456789 said "hi"', 'true'],
    ]);
  });

  it('sets lines aside that are cut off, no objects, or nested without end', async () => {
    const deep = `{"email":"a@x.org","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const lines = ['{"email":"a@x.org","city":"Bonn"}', deep, '[1]', '', '"text"', '{"email":"b@x.org","ci'];
    const result = await desk.import('people.jsonl', lines.join('\n'));
    expect(sumHolds(result)).toBe(true);
    expect(result).toMatchObject({ rowsRead: 5, kept: 1, reasons: { 'bad-json': 4 } });
    expect(desk.all('SELECT line FROM quarantine')).toEqual([2, 3, 5, 6].map((line) => ({ line })));
  });

  it('of another shape is refused with what to do', async () => {
    expect(await failure(desk.import('one.json', '{\n  "orders": [\n    {"id": 1}\n  ]\n}\n'))).toMatchObject({
      code: 'not-a-table',
      sentence: expect.stringContaining('Export it as JSON lines or CSV'),
    });
  });
});

describe('a file that is cut off, damaged or a bomb', () => {
  it('gets a clear sentence and leaves the pilot as it was', async () => {
    const workbook = await writeXlsx({ sheets: [{ name: 'Data', rows: ROWS }] });
    const zipped = gzipSync(Buffer.from(CSV.repeat(1000)));
    const parquet = new Uint8Array(
      parquetWriteBuffer({ columnData: [{ name: 'email', data: ['a@x.org'], type: 'STRING' }] }),
    );
    const broken: Record<string, Uint8Array> = {
      'cut.xlsx': workbook.subarray(0, workbook.length / 2),
      'cut.csv.gz': zipped.subarray(0, zipped.length / 2),
      'bad.csv.gz': zipped.map((byte, i) => (i > 100 && i < 140 ? byte ^ 0x5a : byte)),
      'cut.parquet': parquet.subarray(0, parquet.length - 20),
      'bad.parquet': parquet.map((byte, i) => (i > parquet.length - 60 && i < parquet.length - 8 ? 0xff : byte)),
    };
    const before = desk.snapshot();
    for (const [name, bytes] of Object.entries(broken)) {
      const failed = await failure(desk.import(name, bytes));
      expect([name, failed?.code]).toEqual([name, 'damaged']);
      expect(failed?.sentence).toContain(name);
    }
    expect(desk.snapshot()).toEqual(before);
  });

  it('is not unpacked beyond what an export comes to', async () => {
    const bomb = gzipSync(Buffer.alloc(100 << 20, 'a'));
    expect(await failure(desk.import('bomb.csv.gz', bomb))).toMatchObject({
      code: 'too-big',
      sentence: expect.stringContaining('more than 200 times its size'),
    });
    const started = performance.now();
    expect(await failure(desk.import('bomb.xlsx', zipOf('xl/worksheets/sheet1.xml', 300 << 20)))).toMatchObject({
      code: 'too-big',
      sentence: expect.stringContaining('bomb.xlsx would unpack to more than a workbook can hold'),
    });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is named for what it is when it holds no table', async () => {
    const named: Record<string, [Uint8Array, string]> = {
      'a.xls': [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'an old Excel workbook'],
      'a.csv': [Buffer.from('%PDF-1.7 …'), 'a PDF'],
      'b.csv': [zipOf('orders.csv', 100), 'is a ZIP file and no workbook; it holds orders.csv'],
      'c.gz': [gzipSync(gzipSync('a,b\n1,2\n')), 'another packed file'],
    };
    for (const [name, [bytes, words]] of Object.entries(named)) {
      expect((await failure(desk.import(name, bytes)))?.sentence).toContain(words);
    }
  });
});

/** A ZIP file of one entry of zeros. */
function zipOf(name: string, length: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(length), { level: 1 });
  const path = Buffer.from(name);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(length, 8);
  const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, uint16(path.length), uint16(0)]);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, packed]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, Buffer.alloc(14), path]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
