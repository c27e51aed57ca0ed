import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { mendQuarantine } from '#engine/import/index.ts';
import { exportDuplicates, readDuplicates } from '#engine/records/duplicates.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import { Desk, ORDERS } from '../import/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const KEYED = { ...ORDERS, rowKey: ['id'] };
const HEADER = 'id,email,when,total\n';
const page = (source: string) => readDuplicates(desk.pilot.read, source, 0, 100);

it('a row that came again is shown with the row of which file it is the same as, and what that says', async () => {
  await desk.import('w1.csv', `${HEADER}1,a@x.org,2026-03-01,10\n2,b@x.org,2026-03-02,20\n`, KEYED);
  await desk.import('w2.csv', `${HEADER}3,c@x.org,2026-03-03,30\n2,b@x.org,2026-03-02,20\n3,c@x.org,2026-03-03,30\n`);
  const { counted, total, rows } = page('s2');
  expect([counted, total]).toEqual([2, 2]);
  expect(rows.map(({ line, of }) => [line, of.file, of.line])).toEqual([
    [3, 'w1.csv', 3],
    [4, 'w2.csv', 2],
  ]);
  expect(rows[0]?.record).toMatchObject({
    key: { kind: 'email', value: 'b@x.org' },
    kind: 'order',
    at: '2026-03-02T00:00:00.000Z',
    amount: 20,
    reference: '2',
  });
});

it('pages follow the file, and an older source has its count alone', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i},p${i}@x.org,2026-03-01,1\n`).join('');
  await desk.import('w1.csv', HEADER + rows, KEYED);
  await desk.import('w2.csv', `${HEADER + rows}40,q@x.org,2026-03-01,1\n`);
  const lines = [0, 15, 30].flatMap((offset) => readDuplicates(desk.pilot.read, 's2', offset, 15).rows);
  expect(lines.map(({ line }) => line)).toEqual(Array.from({ length: 40 }, (_, i) => i + 2));
  await desk.pilot.change('older', (db) => void db.run('UPDATE source SET duplicate_rows = NULL'));
  expect(page('s2')).toEqual({ counted: 40, total: 0, rows: [] });
});

it('the row it is the same as may be gone since: its file is not named, and nothing is made up', async () => {
  await desk.import('w1.csv', `${HEADER}1,a@x.org,someday,10\n2,b@x.org,2026-03-01,10\n`, KEYED);
  await desk.import('w2.csv', `${HEADER}1,a@x.org,2026-03-01,10\n`);
  await mendQuarantine(desk.pilot, {
    by: 'cells',
    row: desk.all<{ id: number }>('SELECT rowid AS id FROM quarantine')[0]!.id,
    cells: ['1', 'a@x.org', '2026-02-01', '10'],
  });
  await removeSource(desk.pilot, 's2');
  expect(page('s1').rows).toEqual([{ line: 2, of: { source: 's2', file: null, line: 2 }, record: null }]);
});

it('a row mended in quarantine that was there already joins the duplicates', async () => {
  await desk.import('w1.csv', `${HEADER}1,a@x.org,2026-03-01,10\n1,a@x.org,someday,10\n`, KEYED);
  await mendQuarantine(desk.pilot, {
    by: 'cells',
    row: desk.all<{ id: number }>('SELECT rowid AS id FROM quarantine')[0]!.id,
    cells: ['1', 'a@x.org', '2026-03-01', '10'],
  });
  expect(page('s1')).toMatchObject({ counted: 1, total: 1, rows: [{ line: 3, of: { file: 'w1.csv', line: 2 } }] });
});

it('they are saved as CSV that a spreadsheet runs nothing in', async () => {
  await desk.import('w1.csv', `${HEADER}1,a@x.org,2026-03-01,10\n`, KEYED);
  await desk.import('=w2.csv', `${HEADER}1,a@x.org,2026-03-01,10\n2,b@x.org,2026-03-01,10\n`);
  const path = join(desk.folder, 'out.csv');
  expect(exportDuplicates(desk.pilot.read, 's2', path)).toBe(1);
  expect(readFileSync(path, 'utf8')).toBe(
    "\ufeffsource,file,line,same_as_source,same_as_file,same_as_line\r\ns2,'=w2.csv,2,s1,w1.csv,2\r\n",
  );
});
