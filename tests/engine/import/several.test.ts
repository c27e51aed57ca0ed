import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { importExports } from '#engine/import/index.ts';
import { Desk, ORDERS } from './desk.ts';

const WISH = { mapping: { ...ORDERS, rowKey: ['id'] }, preset: null, as: null };
const HEADER = 'id,email,when,total\n';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

it('when one of several exports cannot be imported none is, and the file on disk is as it was', async () => {
  const good = desk.put('good.csv', `${HEADER}1,a@x.org,2026-03-01,1\n`);
  const bad = desk.put('bad.csv', 'nothing,that,fits\n1,2,3\n');
  const before = desk.snapshot();
  const bytes = readFileSync(desk.pilot.path);
  await expect(importExports(desk.pilot, [good, bad], WISH)).rejects.toThrow(/bad\.csv/);
  expect(desk.snapshot()).toEqual(before);
  expect(readFileSync(desk.pilot.path).equals(bytes)).toBe(true);
});

it('several exports see one another: a later one finds the rows of an earlier one', async () => {
  const one = desk.put('one.csv', `${HEADER}1,a@x.org,2026-03-01,1\n2,b@x.org,2026-03-01,1\n`);
  const two = desk.put('two.csv', `${HEADER}2,b@x.org,2026-03-01,1\n3,c@x.org,2026-03-01,1\n`);
  const results = await importExports(desk.pilot, [one, one, two], WISH);
  expect(results.map(({ source, kept, duplicates }) => [source, kept, duplicates])).toEqual([
    ['s1', 2, 0],
    [null, 0, 2],
    ['s2', 1, 1],
  ]);
  expect(desk.count('activity')).toBe(3);
});

it('an export whose rows are all there leaves the records of the others and the indexes', async () => {
  const rows = Array.from({ length: 1500 }, (_, i) => `${i},p${i}@x.org,2026-03-01,1\n`).join('');
  const whole = desk.put('whole.csv', HEADER + rows);
  await importExports(desk.pilot, [whole], WISH);
  const indexes = desk.all("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name");
  const more = desk.put('more.csv', `${HEADER}9999,z@x.org,2026-03-01,1\n`);
  const results = await importExports(desk.pilot, [more, whole], WISH);
  expect(results.map(({ kept }) => kept)).toEqual([1, 0]);
  expect(desk.count('activity')).toBe(1501);
  expect(desk.all("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name")).toEqual(indexes);
});
