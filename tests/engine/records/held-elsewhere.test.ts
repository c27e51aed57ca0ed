import { beforeEach, expect, it } from 'vitest';
import { checkPilot } from '#engine/check/check-pilot.ts';
import { mendQuarantine } from '#engine/import/index.ts';
import { writePlan } from '#engine/plan/plan-row.ts';
import { readDuplicates } from '#engine/records/duplicates.ts';
import { removalOf } from '#engine/records/removal.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import { viewPilot } from '#engine/store/open.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk, ORDERS } from '../import/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const KEYED: Mapping = { ...ORDERS, rowKey: ['id'] };
const HEADER = 'id,email,when,total\n';
const [A, B, C, D, E] = [
  '1,a@x.org,2026-03-01,10\n',
  '2,b@x.org,2026-03-02,20\n',
  '3,c@x.org,2026-03-03,30\n',
  '4,,2026-03-04,1\n',
  '9,z@x.org,2026-03-09,9\n',
];
const FIRST = HEADER + A + B;
/** Holds all of FIRST, in another order and with more. */
const LONGER = HEADER + C + B + D + A;

const orders = () => desk.all('SELECT reference, amount, source, line FROM activity ORDER BY reference');
const sums = () =>
  desk.all('SELECT id, rows_read AS "read", kept, duplicates AS same, quarantined AS out FROM source ORDER BY id');
const customers = () =>
  desk.all<{ value: string }>('SELECT value FROM identity ORDER BY value').map(({ value }) => value);

const PLAN: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [{ id: 'bought', role: 'primary', kind: 'conversion', of: { trait: 'bought' }, better: 'higher' }],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'bought', relativeLiftAtLeast: 0.1 }, decideBy: '2026-04-01' },
};

/** What a pilot holds that does not depend on when it came in. */
const told = () => [orders().map(({ reference, amount }) => [reference, amount]), customers(), desk.count('customer')];

/** What `check` finds amiss. */
async function faults() {
  await desk.pilot.change('plan', (db) => writePlan(db, PLAN, 0));
  const view = await viewPilot(desk.pilot.path);
  try {
    return (await checkPilot(view)).findings.filter(({ ok }) => !ok);
  } finally {
    await view.close();
  }
}

it.each([
  ['by a key', KEYED],
  ['by all their cells', ORDERS],
])('rows that a later file held too stay as rows of that file, told apart %s', async (_, mapping) => {
  const first = desk.put('first.csv', FIRST);
  const longer = desk.put('longer.csv', LONGER);
  await desk.importFile(first, mapping);
  await desk.importFile(longer, mapping);
  await removeSource(desk.pilot, 's1');
  expect(orders()).toEqual([
    { reference: '1', amount: 10, source: 2, line: 5 },
    { reference: '2', amount: 20, source: 2, line: 3 },
    { reference: '3', amount: 30, source: 2, line: 2 },
  ]);
  expect(customers()).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
  expect(desk.count('customer')).toBe(3);
  expect(sums()).toEqual([{ id: 2, read: 4, kept: 3, same: 0, out: 1 }]);
  expect(readDuplicates(desk.pilot.read, 's2', 0, 10)).toEqual({ counted: 0, total: 0, rows: [] });
  const before = desk.snapshot();
  expect(await desk.importFile(longer, mapping)).toMatchObject({ source: null, kept: 0, duplicates: 3 });
  expect(await desk.importFile(first, mapping)).toMatchObject({ source: null, kept: 0, duplicates: 2 });
  expect(desk.snapshot()).toEqual(before);
  await removeSource(desk.pilot, 's2');
  expect([orders(), customers(), sums(), desk.count('customer')]).toEqual([[], [], [], 0]);
});

it('the longer file first: what the shorter one holds stays, the rest goes', async () => {
  await desk.import('longer.csv', LONGER, KEYED);
  await desk.import('first.csv', `${FIRST}5,e@x.org,2026-03-05,50\n`, KEYED);
  await removeSource(desk.pilot, 's1');
  expect(orders().map(({ reference, source, line }) => [reference, source, line])).toEqual([
    ['1', 2, 2],
    ['2', 2, 3],
    ['5', 2, 4],
  ]);
  expect(customers()).toEqual(['a@x.org', 'b@x.org', 'e@x.org']);
  expect(sums()).toEqual([{ id: 2, read: 3, kept: 3, same: 0, out: 0 }]);
});

it('of several files that hold a row the first gets it, and the others are the same as that one', async () => {
  await desk.import('w1.csv', FIRST, KEYED);
  await desk.import('w2.csv', HEADER + B + C + B, KEYED);
  await desk.import('w3.csv', HEADER + A + B + C + D, KEYED);
  const whole = told();
  await removeSource(desk.pilot, 's1');
  expect(told()).toEqual(whole);
  expect(sums()).toEqual([
    { id: 2, read: 3, kept: 2, same: 1, out: 0 },
    { id: 3, read: 4, kept: 1, same: 2, out: 1 },
  ]);
  expect(readDuplicates(desk.pilot.read, 's2', 0, 10).rows.map(({ line, of }) => [line, of.source, of.line])).toEqual([
    [4, 's2', 2],
  ]);
  expect(readDuplicates(desk.pilot.read, 's3', 0, 10).rows.map(({ line, of }) => [line, of.source, of.line])).toEqual([
    [3, 's2', 2],
    [4, 's2', 3],
  ]);
  await removeSource(desk.pilot, 's2');
  expect(told()).toEqual(whole);
  expect(sums()).toEqual([{ id: 3, read: 4, kept: 3, same: 0, out: 1 }]);
  expect(await faults()).toEqual([]);
  await removeSource(desk.pilot, 's3');
  expect([orders(), customers(), sums()]).toEqual([[], [], []]);
});

it('as often as a row stands in the other file, it stays', async () => {
  await desk.import('w1.csv', HEADER + A + A + B, ORDERS);
  await desk.import('w2.csv', HEADER + A + A + A, ORDERS);
  await removeSource(desk.pilot, 's1');
  expect(orders().map(({ reference, source, line }) => [reference, source, line])).toEqual([
    ['1', 2, 2],
    ['1', 2, 3],
    ['1', 2, 4],
  ]);
  expect(await desk.import('w1.csv', HEADER + A + A + B, ORDERS)).toMatchObject({ kept: 1, duplicates: 2 });
});

it('a newer version that a later file holds too keeps the place of the older one', async () => {
  const [older, newer] = ['1,a@x.org,2026-03-01,5\n', A];
  await desk.import('w1.csv', HEADER + older + B, KEYED);
  await desk.import('w2.csv', HEADER + newer, KEYED);
  await desk.import('w3.csv', HEADER + newer + C, KEYED);
  expect(removalOf(desk.pilot.read, 's2')).toMatchObject({ activities: 0, comeBack: 0, customersGone: 0 });
  await removeSource(desk.pilot, 's2');
  expect(orders().map(({ reference, amount, source }) => [reference, amount, source])).toEqual([
    ['1', 10, 3],
    ['2', 20, 1],
    ['3', 30, 3],
  ]);
  await removeSource(desk.pilot, 's3');
  expect(orders().map(({ reference, amount }) => [reference, amount])).toEqual([
    ['1', 5],
    ['2', 20],
  ]);
});

it('a version between goes without bringing the oldest back beside the newest', async () => {
  await desk.import('w1.csv', `${HEADER}1,a@x.org,2026-03-01,5\n`, KEYED);
  await desk.import('w2.csv', `${HEADER}1,a@x.org,2026-03-01,6\n`, KEYED);
  await desk.import('w3.csv', `${HEADER}1,a@x.org,2026-03-01,7\n`, KEYED);
  expect(removalOf(desk.pilot.read, 's2')).toMatchObject({ activities: 0, comeBack: 0 });
  await removeSource(desk.pilot, 's2');
  expect(orders().map(({ amount }) => amount)).toEqual([7]);
  await removeSource(desk.pilot, 's3');
  expect(orders().map(({ amount }) => amount)).toEqual([5]);
});

it('an older version that another file holds too comes back as a row of that file', async () => {
  await desk.import('w1.csv', HEADER + A, KEYED);
  await desk.import('w2.csv', HEADER + A + B, KEYED);
  await desk.import('w3.csv', `${HEADER}1,a@x.org,2026-03-01,99\n`, KEYED);
  await removeSource(desk.pilot, 's1');
  await removeSource(desk.pilot, 's3');
  expect(orders().map(({ reference, amount, source, line }) => [reference, amount, source, line])).toEqual([
    ['1', 10, 2, 2],
    ['2', 20, 2, 3],
  ]);
});

it('a record of several rows stays with all of them', async () => {
  const mapping: Mapping = {
    ...ORDERS,

    rowKey: ['id'],
    continuation: { same: 'id', empty: ['total'], items: { item: 'item' }, as: 'items' },
  };
  const header = 'id,email,when,total,item\n';
  const one = '1,a@x.org,2026-03-01,10,tea\n1,,,,milk\n1,,,,sugar\n';
  await desk.import('w1.csv', header + one, mapping);
  await desk.import('w2.csv', `${header}2,b@x.org,2026-03-01,10,tea\n2,,,,milk\n${one}`, mapping);
  expect(sums()[1]).toEqual({ id: 2, read: 5, kept: 2, same: 3, out: 0 });
  expect(removalOf(desk.pilot.read, 's1').heldElsewhere).toEqual([{ file: 'w2.csv', rows: 3 }]);
  await removeSource(desk.pilot, 's1');
  expect(sums()).toEqual([{ id: 2, read: 5, kept: 5, same: 0, out: 0 }]);
  expect(orders().map(({ reference, line }) => [reference, line])).toEqual([
    ['1', 4],
    ['2', 2],
  ]);
});

it('two keys in one row of each file stay one person', async () => {
  const mapping: Mapping = {
    ...ORDERS,
    columns: { ...ORDERS.columns, phone: { to: 'identity', key: 'phone' } },
    format: { country: 'DE' },
  };
  const header = 'id,email,when,total,phone\n';
  const [early, late] = ['1,a@x.org,2026-03-01,10,030 1234567\n', '2,a@x.org,2026-03-02,20,030 1234567\n'];
  await desk.import('w1.csv', header + early + late, mapping);
  await desk.import('w2.csv', header + late, mapping);
  await desk.import('w3.csv', `${header}3,b@x.org,2026-03-03,30,\n${late}`, mapping);
  await removeSource(desk.pilot, 's1');
  expect(customers()).toEqual(['+49301234567', 'a@x.org', 'b@x.org']);
  expect(desk.count('customer')).toBe(2);
});

it('rows that are customers of their own stay under the name of the other file', async () => {
  const text = 'segment,visit,spend\nControl,0,0\nTreated,1,12.5\n';
  await desk.import('r1.csv', text);
  await desk.import('r2.csv', `${text}Treated,0,0\n`);
  await removeSource(desk.pilot, 's1');
  expect(customers()).toEqual(['s2 line 2', 's2 line 3', 's2 line 4']);
  expect(desk.all('SELECT arm, source, line FROM arm_named ORDER BY line')).toEqual([
    { arm: 'Control', source: 2, line: 2 },
    { arm: 'Treated', source: 2, line: 3 },
    { arm: 'Treated', source: 2, line: 4 },
  ]);
});

it('an older version that was mended after the newer came in is not taken for it', async () => {
  await desk.import('w1.csv', `${HEADER}1,a@x.org,someday,5\n`, KEYED);
  await desk.import('w2.csv', HEADER + A, KEYED);
  await mendQuarantine(desk.pilot, {
    by: 'cells',
    row: desk.all<{ id: number }>('SELECT rowid AS id FROM quarantine')[0]!.id,
    cells: ['1', 'a@x.org', '2026-02-01', '5'],
  });
  expect(removalOf(desk.pilot.read, 's2')).toMatchObject({ activities: 1, heldElsewhere: [], onlyCounted: 1 });
  await removeSource(desk.pilot, 's2');
  expect(orders()).toEqual([]);
  expect(sums()).toEqual([{ id: 1, read: 1, kept: 0, same: 1, out: 0 }]);
});

it('says beforehand what stays because other files hold it, and how much is not known', async () => {
  await desk.import('w1.csv', HEADER + A + B + C, KEYED);
  await desk.import('w2.csv', HEADER + A + D, KEYED);
  await desk.import('w3.csv', HEADER + A + B + E, KEYED);
  const removal = removalOf(desk.pilot.read, 's1');
  expect(removal).toMatchObject({
    activities: 1,
    customersGone: 1,
    customersStay: 3,
    heldElsewhere: [
      { file: 'w2.csv', rows: 1 },
      { file: 'w3.csv', rows: 1 },
    ],
    onlyCounted: 0,
  });
  await desk.pilot.change('older', (db) => void db.run('UPDATE source SET duplicate_rows = NULL WHERE id = 3'));
  const less = removalOf(desk.pilot.read, 's1');
  expect(less).toMatchObject({ activities: 2, heldElsewhere: [{ file: 'w2.csv', rows: 1 }], onlyCounted: 2 });
  const before = desk.count('activity');
  await removeSource(desk.pilot, 's1');
  expect([desk.count('activity'), desk.count('customer')]).toEqual([before - less.activities, less.customersStay]);
});
