import { beforeEach, expect, it } from 'vitest';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const MAPPING: Mapping = {
  kind: 'activities',
  activity: 'order',
  rowKey: ['id'],
  format: { dateOrder: 'ymd' },
  columns: {
    id: { to: 'reference' },
    email: { to: 'identity', key: 'email' },
    when: { to: 'at' },
    total: { to: 'amount' },
    channel: { to: 'property', name: 'channel' },
    note: { to: 'property', name: 'note' },
  },
};
const HEADER = 'id,email,when,total,channel,note';

type Week = { readonly from: number; readonly total: (i: number) => string; readonly channel: (i: number) => string };

function week({ from, total, channel }: Week): string[] {
  return Array.from({ length: 60 }, (_, i) => {
    const id = from + i;
    return `${id},p${id}@x.org,2026-03-${String(1 + (id % 28)).padStart(2, '0')},${total(i)},${channel(i)},ok`;
  });
}

const usual: Week = { from: 1, total: (i) => String(10 + (i % 20)), channel: (i) => (i % 2 === 0 ? 'web' : 'shop') };
const file = (header: string, rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;

it("next week's file like the last one goes in without a word about changes", async () => {
  await desk.import('w1.csv', file(HEADER, week(usual)), MAPPING);
  const result = await desk.import('w2.csv', file(HEADER, week({ ...usual, from: 40 })));
  expect(result).toMatchObject({ rowsRead: 60, kept: 60 - result.duplicates, quarantined: 0 });
  expect(result.warnings.filter((warning) => /last time/.test(warning))).toEqual([]);
});

it('says which numbers, shares and empty cells have moved, before and while importing', async () => {
  await desk.import('w1.csv', file(HEADER, week(usual)), MAPPING);
  const moved = file(
    HEADER,
    week({ from: 100, total: (i) => (i % 4 === 0 ? '' : String(1000 + i)), channel: (i) => (i < 54 ? 'web' : 'shop') }),
  );
  const told = [
    '"total" is empty in 25 % of the rows; last time in 0 %.',
    '"channel" is "web" in 90 % of the rows; last time in 50 %.',
  ];
  const guess = await desk.guess('w2.csv', moved);
  expect(guess.remembered).toBe(true);
  expect(guess.warnings).toEqual(expect.arrayContaining(told));
  expect((await desk.import('w2.csv', moved)).warnings).toEqual(expect.arrayContaining(told));
  const dearer = file(HEADER, week({ ...usual, from: 200, total: (i) => (i % 4 === 0 ? '' : String(9000 + i)) }));
  expect((await desk.guess('w3.csv', dearer)).warnings).toContainEqual(
    expect.stringMatching(/^"total" has moved: its median is 90\d\d; last time 10\d\d\.$/),
  );
});

it('a column that came and one that went leave the mapping as it was, and rows are known again', async () => {
  const rows = week(usual);
  await desk.import('w1.csv', file(HEADER, rows), MAPPING);
  const changed = rows.map((row) => `${row.replace(/,ok$/, '')},gold`);
  const text = file('id,email,when,total,channel,tier', [...changed, '99,z@x.org,2026-03-02,5,web,gold']);
  const guess = await desk.guess('w2.csv', text);
  expect(guess.remembered).toBe(true);
  expect(guess.warnings).toEqual(
    expect.arrayContaining([
      'New since last time: "tier"; left out until you say what it is.',
      'Missing since last time: "note".',
    ]),
  );
  const result = await desk.import('w2.csv', text);
  expect(result).toMatchObject({ kept: 61, replaced: 60, quarantined: 0 });
  expect(desk.count('activity')).toBe(61);
  const third = await desk.import('w3.csv', text.replace('99,z', '98,y'));
  expect(third).toMatchObject({ kept: 1, duplicates: 60 });
  expect(desk.count('activity')).toBe(62);
});

it('a file that lacks a column the mapping needs is not taken for the same silo', async () => {
  await desk.import('w1.csv', file(HEADER, week(usual)), MAPPING);
  const without = week(usual).map((row) => row.split(',').toSpliced(3, 1).join(','));
  const guess = await desk.guess('w2.csv', file('id,email,when,channel,note', without));
  expect(guess.remembered).toBe(false);
});

it('keeps no value of a column that names people, nor one that few rows hold', async () => {
  await desk.import('w1.csv', file(HEADER, week(usual)), MAPPING);
  const [row] = desk.all<{ seen: string }>('SELECT seen FROM mapping');
  expect(row?.seen).not.toMatch(/@x\.org/);
  expect(row?.seen).toContain('"web":0.5');
});

it('what moves in a column that is left out is not told, and a narrow file may gain one column', async () => {
  const MAP: Mapping = {
    ...MAPPING,
    columns: { id: { to: 'reference' }, email: { to: 'identity', key: 'email' }, when: { to: 'at' } },
  };
  const rows = (from: number, step: number) =>
    week({ ...usual, from }).map((row, i) => [...row.split(',').slice(0, 3), String(step * i)].join(','));
  await desk.import('w1.csv', file('id,email,when,count', rows(1, 1)), MAP);
  const moved = await desk.guess('w2.csv', file('id,email,when,count', rows(100, 1000)));
  expect(moved.since).toMatchObject({ file: 'w1.csv', changes: [] });
  const wider = await desk.guess(
    'w3.csv',
    file(
      'id,email,when,count,tier',
      rows(200, 1).map((row) => `${row},gold`),
    ),
  );
  expect(wider.since?.changes).toEqual(['New since last time: "tier"; left out until you say what it is.']);
});

it('a small file that grew a column is still the same silo, so that its rows come in once', async () => {
  const mapping: Mapping = {
    ...MAPPING,
    columns: { id: { to: 'reference' }, email: { to: 'identity', key: 'email' }, when: { to: 'at' } },
  };
  await desk.import('w1.csv', 'id,email,when\n1,a@x.org,2026-03-01\n', mapping);
  const again = await desk.import(
    'w2.csv',
    'shop,when,id,email\nRome,2026-03-01,1,a@x.org\nOslo,2026-03-02,2,b@x.org\n',
  );
  expect(again).toMatchObject({ rowsRead: 2, kept: 2, replaced: 1 });
  expect(again.warnings.join(' ')).toContain('New since last time: "shop"');
  expect(desk.all('SELECT reference FROM activity ORDER BY 1')).toEqual([{ reference: '1' }, { reference: '2' }]);
});

it('a column that was empty last week is not left out when it is filled', async () => {
  await desk.import(
    'w1.csv',
    'email,phone,order_id,total,created_at\na@x.org,,A1,1,2026-01-13\nb@x.org,,A2,2,2026-01-14\n',
  );
  const filled =
    'email,phone,order_id,total,created_at\nc@x.org,+491711234567,A3,1,2026-01-15\nd@x.org,,A4,2,2026-01-16\n';
  const { warnings } = await desk.import('w2.csv', filled);
  expect(warnings.join(' ')).toContain('"phone" was empty last time; now it names the customer (phone).');
  expect(desk.all("SELECT value FROM identity WHERE kind = 'phone'")).toEqual([{ value: '+491711234567' }]);
});

it('a guess at rows of which none got in is not remembered, and says why it knows nothing', async () => {
  const header = 'email,order_id,created_at,total\n';
  const guess = await desk.guess('bad.csv', `${header}a@x.org,A1\nb@x.org,A2,2026-01-02,1,2,3\n`);
  expect(guess.rowEstimate).toBe(2);
  expect(guess.warnings.join(' ')).toContain('None of the 2 rows looked at has the 4 cells of the header');
  expect(guess.warnings.join(' ')).not.toContain('no rows below');
  expect(await desk.import('bad.csv', `${header}a@x.org,A1\nb@x.org,A2,2026-01-02,1,2,3\n`)).toMatchObject({
    kept: 0,
    quarantined: 2,
  });
  expect(await desk.import('good.csv', `${header}a@x.org,A1,2026-01-02,5\n`)).toMatchObject({
    kept: 1,
    customersNew: 1,
  });
  expect(desk.all('SELECT kind, amount FROM activity')).toEqual([{ kind: 'order', amount: 5 }]);
});
