import { beforeEach, expect, it } from 'vitest';
import { mendQuarantine } from '#engine/import/index.ts';
import { readQuarantine } from '#engine/records/quarantine.ts';
import { quarantinedCells } from '#engine/records/quarantined-cells.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import { readSources } from '#engine/records/sources.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { Mending } from '#shared/records/mend.ts';
import { Desk, ORDERS } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const KEYED: Mapping = { ...ORDERS, rowKey: ['id'], format: { dateOrder: 'ymd' } };
const TEXT =
  'id,email,when,total\n1,a@x.org,2026-03-01,5\n2,b@x.org,2026-03-02,five\n3,,2026-03-02,7\n4,d@x.org,n/a,8\n';

function waiting(reason: string | null = null) {
  return readQuarantine(desk.pilot.read, null, reason, 0, 100).rows;
}

async function mend(how: Mending) {
  const result = await mendQuarantine(desk.pilot, how);
  for (const source of readSources(desk.pilot.read)) {
    expect(source.rowsRead).toBe(source.kept + source.duplicates + source.quarantined);
    expect(source.quarantined).toBe(waiting().filter((row) => row.source === source.source).length);
    expect(Object.values(source.reasons).reduce((sum, n) => sum + n, 0)).toBe(source.quarantined);
  }
  return result;
}

it('a row whose cell was mended becomes a record of its source, on its line', async () => {
  await desk.import('orders.csv', TEXT, KEYED);
  const row = waiting('bad-number: total')[0]!.row;
  const shown = quarantinedCells(desk.pilot.read, row);
  expect(shown).toMatchObject({ header: ['id', 'email', 'when', 'total'], line: 3, column: 3, whyNot: null });
  expect(shown.cells).toEqual(['2', 'b@x.org', '2026-03-02', 'five']);
  const result = await mend({ by: 'cells', row, cells: ['2', 'b@x.org', '2026-03-02', '5.5'] });
  expect(result).toEqual({ tried: 1, kept: 1, replaced: 0, duplicates: 0, stillOut: 0 });
  expect(desk.all("SELECT amount, source, line FROM activity WHERE reference = '2'")).toEqual([
    { amount: 5.5, source: 1, line: 3 },
  ]);
  expect(desk.all("SELECT kind FROM identity WHERE value = 'b@x.org'")).toEqual([{ kind: 'email' }]);
});

it('a row that still cannot be read stays as it stood, with its reason of now', async () => {
  await desk.import('orders.csv', TEXT, KEYED);
  const { row, raw } = waiting('bad-number: total')[0]!;
  const result = await mend({ by: 'cells', row, cells: ['2', '', '2026-03-02', '5.5'] });
  expect(result).toMatchObject({ tried: 1, stillOut: 1 });
  expect(waiting('no-key')).toContainEqual({ row, source: 's1', line: 3, reason: 'no-key', raw });
});

it('a fix is applied to all rows of a reason and to no others', async () => {
  const text =
    'id,email,when,total\n1,a@x.org,2026-03-01,5\n2,a@x.org,04/05/2026,5\n3,b@x.org,05/06/2026,6\n4,,04/05/2026,1\n';
  await desk.import('orders.csv', text, { ...ORDERS, rowKey: ['id'] });
  const reason = 'ambiguous-date: when';
  const before = waiting(reason).length;
  expect(before).toBeGreaterThanOrEqual(2);
  const result = await mend({ by: 'date-order', source: 's1', reason, dateOrder: 'dmy' });
  expect(result.tried).toBe(before);
  expect(desk.all("SELECT at FROM activity WHERE reference = '2'")).toEqual([{ at: Date.UTC(2026, 4, 4) }]);
  expect(waiting().map(({ reason: now }) => now)).toEqual(['no-key']);
});

it('decimal commas, empty cells: what is mended for all goes in together', async () => {
  const text =
    'id,email,when,total\n1,a@x.org,2026-03-01,5.1\n2,a@x.org,2026-03-01,"1.234,50"\n3,a@x.org,2026-03-02,?\n';
  await desk.import('orders.csv', text, { ...KEYED, format: { dateOrder: 'ymd', decimal: '.' } });
  const reason = 'bad-number: total';
  expect(await mend({ by: 'decimal', source: null, reason, decimal: ',' })).toMatchObject({ kept: 1, stillOut: 1 });
  expect(await mend({ by: 'empty', source: null, reason })).toMatchObject({ kept: 1, stillOut: 0 });
  expect(desk.all('SELECT amount FROM activity ORDER BY reference')).toEqual([
    { amount: 5.1 },
    { amount: 1234.5 },
    { amount: null },
  ]);
});

it('a mended row is known again: the file mended outside brings only duplicates, the same file nothing', async () => {
  await desk.import('orders.csv', TEXT, KEYED);
  await mend({ by: 'cells', row: waiting('bad-number: total')[0]!.row, cells: ['2', 'b@x.org', '2026-03-02', '5'] });
  expect((await desk.import('orders.csv', TEXT, KEYED)).source).toBeNull();
  const mendedFile = TEXT.replace('five', '5');
  const again = await desk.import('mended.csv', mendedFile, KEYED);
  expect(again).toMatchObject({ kept: 0, duplicates: 2, quarantined: 2 });
});

it('a mended row that is there already is counted as a duplicate, and never takes the place of a newer one', async () => {
  await desk.import('orders.csv', TEXT, KEYED);
  await desk.import('newer.csv', 'id,email,when,total\n2,b@x.org,2026-03-09,9\n', KEYED);
  const row = waiting('bad-number: total')[0]!.row;
  const result = await mend({ by: 'cells', row, cells: ['2', 'b@x.org', '2026-03-02', '5'] });
  expect(result).toMatchObject({ kept: 0, duplicates: 1 });
  expect(desk.all("SELECT amount FROM activity WHERE reference = '2'")).toEqual([{ amount: 9 }]);
});

it('what was mended leaves with its source', async () => {
  await desk.import('orders.csv', TEXT, KEYED);
  await mend({ by: 'cells', row: waiting('bad-number: total')[0]!.row, cells: ['2', 'b@x.org', '2026-03-02', '5'] });
  await removeSource(desk.pilot, 's1');
  for (const table of ['activity', 'identity', 'customer', 'quarantine']) expect(desk.count(table)).toBe(0);
});

it('the further rows of a record go in with it', async () => {
  const mapping: Mapping = {
    ...KEYED,
    columns: { ...ORDERS.columns, item: { to: 'ignore' } },
    continuation: { same: 'id', empty: ['email', 'when', 'total'], items: { item: 'name' }, as: 'items' },
  };
  const text = 'id,email,when,total,item\n1,a@x.org,2026-03-01,5,cup\n2,b@x.org,2026-03-02,five,pot\n2,,,,lid\n';
  const result = await desk.import('orders.csv', text, mapping);
  expect(result).toMatchObject({ kept: 1, quarantined: 2 });
  const row = waiting()[0]!.row;
  await mend({ by: 'cells', row, cells: ['2', 'b@x.org', '2026-03-02', '5', 'pot'] });
  expect(waiting()).toEqual([]);
  expect(desk.all("SELECT properties FROM activity WHERE reference = '2'")).toEqual([
    { properties: '{"items":[{"name":"pot"},{"name":"lid"}]}' },
  ]);
});
