import { beforeEach, expect, it } from 'vitest';
import { dataPicture } from '#engine/records/data-picture.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import { Desk, ORDERS } from '../import/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const HEADER = 'id,email,when,total\n';
const orders = (days: readonly number[]) =>
  HEADER +
  days
    .map((d, i) => `${i},p${i % 9}@x.org,2026-03-${String(d).padStart(2, '0')} 23:30,${i === 5 ? 99_000 : 10 + i}\n`)
    .join('');

it('tells of each source which days it covers, its gaps, what is missing and what is far from the rest', async () => {
  const days = [...Array.from({ length: 20 }, (_, i) => 1 + (i % 10)), ...Array.from({ length: 10 }, (_, i) => 20 + i)];
  await desk.import('orders.csv', `${orders(days)}99,z@x.org,2026-03-05,\n`, ORDERS);
  const { sources, keys, customers } = await dataPicture(desk.pilot.read);
  expect([customers, keys]).toEqual([10, [{ kind: 'email', keys: 10, customers: 10 }]]);
  expect(sources).toHaveLength(1);
  const [one] = sources;
  expect(one).toMatchObject({
    source: 's1',
    customers: 10,
    records: [{ kind: 'order', n: 31 }],
    first: '2026-03-01',
    last: '2026-03-29',
    gaps: [{ from: '2026-03-11', to: '2026-03-19', days: 9 }],
    lacking: [{ what: 'amount', n: 1, of: 31 }],
    farOut: [{ kind: 'order', n: 1, of: 30, furthest: [{ line: 7, amount: 99_000 }] }],
  });
  expect(one?.empty).toMatchObject({ rows: 31, columns: [{ name: 'total' }] });
  expect(one?.days?.counts.reduce((a, b) => a + b)).toBe(31);
});

it('counts keys by their kind, those that know most customers first', async () => {
  const mapping = {
    ...ORDERS,
    columns: {
      ...ORDERS.columns,
      phone: { to: 'identity', key: 'phone' },
      shop: { to: 'identity', key: 'number:shop' },
    },
  } as const;
  const rows = ['1,a@x.org,2026-03-01,1,,7', '2,b@x.org,2026-03-01,1,+49301234567,', '3,c@x.org,2026-03-01,1,,'];
  await desk.import(
    'orders.csv',
    `id,email,when,total,phone,shop\n${[...rows, '4,b@y.org,2026-03-01,1,+49301234567,'].join('\n')}\n`,
    mapping,
  );
  expect((await dataPicture(desk.pilot.read)).keys).toEqual([
    { kind: 'email', keys: 4, customers: 3 },
    { kind: 'number:shop', keys: 1, customers: 1 },
    { kind: 'phone', keys: 1, customers: 1 },
  ]);
});

it('is counted anew once a source came or went', async () => {
  await desk.import('a.csv', orders([1, 2]), ORDERS);
  expect((await dataPicture(desk.pilot.read)).sources).toHaveLength(1);
  await desk.import('b.csv', orders([3, 4, 5]), ORDERS);
  expect((await dataPicture(desk.pilot.read)).sources.map(({ customers }) => customers)).toEqual([2, 3]);
  await removeSource(desk.pilot, 's1');
  expect((await dataPicture(desk.pilot.read)).sources.map(({ source }) => source)).toEqual(['s2']);
});
