import { beforeEach, describe, expect, it } from 'vitest';
import { cutKeys, matchingState, uncutKeys } from '#engine/identity/decide.ts';
import { findCustomer } from '#engine/identity/find.ts';
import { customerStory } from '#engine/identity/story.ts';
import { whyOne } from '#engine/identity/why.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import type { Desk } from '../import/desk.ts';
import { ANA, ANA_PHONE, BEN, BEN_PHONE, NPS, ORDERS, ORDERS_HEADER, threeSilos } from './three-silos.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await threeSilos();
  return () => desk.pilot.close();
});

const of = (key: string) => customerStory(desk.pilot.read, findCustomer(desk.pilot.read, key) ?? 0);
const words = (key: string) => of(key).feedback.map(({ verbatim }) => verbatim);

describe('two people whom one mistyped telephone number joins', () => {
  it('are one customer, and the rows and keys that join them are named', () => {
    expect(desk.count('customer')).toBe(1);
    const why = whyOne(desk.pilot.read, findCustomer(desk.pilot.read, 'ana@x.org') ?? 0);
    expect(why.keys.find(({ value }) => value === ANA.value)?.places).toEqual([
      { source: 's1', file: 'orders.csv', line: 2, rows: 2 },
      { source: 's2', file: 'nps.csv', line: 2, rows: 1 },
    ]);
    expect(why.bonds.map(({ a, b, state, rows }) => [a.value, b.value, state, rows[0]?.line])).toEqual([
      [ANA.value, ANA_PHONE.value, 'joins', 2],
      [ANA.value, BEN_PHONE.value, 'joins', 4],
      [BEN.value, BEN_PHONE.value, 'joins', 3],
    ]);
  });

  it('come apart by one cut, each with the own records and the own words', async () => {
    const decided = await cutKeys(desk.pilot, ANA, BEN_PHONE, 'typed wrongly', 5);
    expect(decided.apart).toBe(true);
    expect(desk.count('customer')).toBe(2);
    expect(words('ana@x.org')).toEqual(['fine', 'where is it']);
    expect(words('ben@x.org')).toEqual(['late', 'broken']);
    expect(of('ana@x.org').activities.map(({ reference }) => reference)).toEqual(['1', '3']);
    expect(findCustomer(desk.pilot.read, '0170 1234567')).toBe(findCustomer(desk.pilot.read, 'ben@x.org'));
    expect(matchingState(desk.pilot.read).cuts).toEqual([
      { a: ANA, b: BEN_PHONE, at: '1970-01-01T00:00:00.005Z', why: 'typed wrongly' },
    ]);
    const bonds = whyOne(desk.pilot.read, findCustomer(desk.pilot.read, 'ana@x.org') ?? 0).bonds;
    expect(bonds.map(({ b, state }) => [b.value, state])).toEqual([
      [ANA_PHONE.value, 'joins'],
      [BEN_PHONE.value, 'cut'],
    ]);
  });

  it('stay apart when next week says the same again, and when a file is removed', async () => {
    await cutKeys(desk.pilot, BEN_PHONE, ANA, '', 5);
    const next = await desk.import(
      'next.csv',
      `${ORDERS_HEADER}3,ana@x.org,0170/1234567,2026-03-03,35\n4,ana@x.org,01701234567,2026-03-09,40\n5,ben@x.org,,2026-03-09,50\n`,
      ORDERS,
    );
    expect(next).toMatchObject({ kept: 3, replaced: 1, customersNew: 0, customersMatched: 2 });
    expect(of('ana@x.org').activities.map(({ reference }) => reference)).toEqual(['1', '3', '4']);
    expect(of('ben@x.org').activities.map(({ reference }) => reference)).toEqual(['2', '5']);
    await removeSource(desk.pilot, 's2');
    expect(desk.count('customer')).toBe(2);
    expect(words('ana@x.org')).toEqual(['where is it']);
  });

  it('stay apart also when every row that named them left and came again', async () => {
    await cutKeys(desk.pilot, ANA, BEN_PHONE, '', 5);
    await removeSource(desk.pilot, 's1');
    await desk.import('again.csv', `${ORDERS_HEADER}3,ana@x.org,0170/1234567,2026-03-03,30\n`, ORDERS);
    expect(findCustomer(desk.pilot.read, 'ana@x.org')).not.toBe(findCustomer(desk.pilot.read, '01701234567'));
  });

  it('are one again when the cut is taken back', async () => {
    const before = desk.snapshot();
    await cutKeys(desk.pilot, ANA, BEN_PHONE, '', 5);
    expect((await uncutKeys(desk.pilot, BEN_PHONE, ANA)).apart).toBe(false);
    expect(desk.snapshot()).toEqual(before);
    await expect(uncutKeys(desk.pilot, BEN_PHONE, ANA)).rejects.toThrow(/not cut from each other/);
  });

  it('are cut only by keys that some row names', async () => {
    const nobody = { kind: 'email', value: 'zoe@x.org' };
    await expect(cutKeys(desk.pilot, ANA, nobody, '', 5)).rejects.toThrow('No row of this pilot names zoe@x.org');
    await expect(cutKeys(desk.pilot, ANA, ANA, '', 5)).rejects.toThrow(/cannot be cut from itself/);
  });
});

it('an arm drawn for one of them is lost neither by a join nor by a cut', async () => {
  await cutKeys(desk.pilot, ANA, BEN_PHONE, '', 5);
  await desk.pilot.change('assign', (db) => {
    for (const [key, arm] of [
      ['ana@x.org', 'control'],
      ['ben@x.org', 'mail'],
    ] as const) {
      const customer = findCustomer(db, key);
      const put = 'INSERT INTO assignment (identity, customer, arm, stratum, at, batch) VALUES (?, ?, ?, ?, 0, 1)';
      db.run(put, [customer, customer, arm, '']);
    }
  });
  await uncutKeys(desk.pilot, ANA, BEN_PHONE);
  expect(of('ana@x.org').arms).toEqual(['control', 'mail']);
  await cutKeys(desk.pilot, ANA, BEN_PHONE, '', 6);
  expect([of('ana@x.org').arms, of('ben@x.org').arms]).toEqual([['control'], ['mail']]);
  const joined = await desk.import('more.csv', 'email,when,score,why\nben@x.org,2026-04-05,3,again\n', NPS);
  expect(joined.warnings.join(' ')).not.toMatch(/two arms/);
  for (const source of ['s1', 's2', 's3', 's4']) await removeSource(desk.pilot, source);
  expect(desk.all('SELECT arm FROM assignment ORDER BY arm')).toEqual([{ arm: 'control' }, { arm: 'mail' }]);
});
