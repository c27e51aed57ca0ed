import { expect, it } from 'vitest';
import { removeSource } from '#engine/records/remove-source.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk } from '../import/desk.ts';

const TWO_KEYS: Mapping = {
  kind: 'traits',
  columns: { email: { to: 'identity', key: 'email' }, id: { to: 'identity', key: 'number:shop' } },
};

/** A seeded table of rows with one or two keys, so that joins run every which way. */
function rows(seed: number, count: number): string[] {
  let state = seed;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, (_, row) => {
    const email = draw(3) > 0 ? `p${draw(40)}@x.org` : '';
    return `${email},${email === '' || draw(3) === 0 ? 100 + draw(40) : ''},${seed}-${row}`;
  });
}

const file = (lines: readonly string[]) => `email,id,row\n${lines.join('\n')}\n`;
const people = (desk: Desk) =>
  desk
    .all<{ keys: string }>(
      "SELECT group_concat(value, ' ') AS keys FROM (SELECT customer, value FROM identity ORDER BY value) GROUP BY customer",
    )
    .map(({ keys }) => keys.split(' ').sort().join(' '))
    .sort();

it('customers are the same whether rows come in one file or in three, and in whatever order', async () => {
  const all = [1, 2, 3].map((seed) => rows(seed, 25));
  const outcomes = [];
  for (const files of [[all.flat()], all, [...all].reverse()]) {
    const desk = await Desk.make();
    for (const [i, lines] of files.entries()) await desk.import(`${i}.csv`, file(lines), TWO_KEYS);
    outcomes.push(people(desk));
    expect(desk.count('customer')).toBe(people(desk).length);
    expect(
      desk.all('SELECT id FROM customer WHERE id NOT IN (SELECT min(id) FROM identity GROUP BY customer)'),
    ).toEqual([]);
    await desk.pilot.close();
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(outcomes[2]).toEqual(outcomes[0]);
});

it('a removed source leaves the customers as if it had never come in', async () => {
  const [first, second, third] = [4, 5, 6].map((seed) => file(rows(seed, 25)));
  const without = await Desk.make();
  await without.import('1.csv', first!, TWO_KEYS);
  await without.import('3.csv', third!, TWO_KEYS);
  const desk = await Desk.make();
  for (const [i, text] of [first, second, third].entries()) await desk.import(`${i + 1}.csv`, text!, TWO_KEYS);
  await removeSource(desk.pilot, 's2');
  expect(people(desk)).toEqual(people(without));
  expect(desk.count('customer')).toBe(without.count('customer'));
  await desk.pilot.close();
  await without.pilot.close();
});

it('an assignment follows its customer through a join, and two arms in one person are told', async () => {
  const desk = await Desk.make();
  await desk.import('1.csv', 'email,id\na@x.org,\n,7\nb@x.org,\n,8\n', TWO_KEYS);
  await desk.pilot.change('assign', (db) => {
    for (const [customer, arm] of [
      [1, 'control'],
      [2, 'mail'],
      [4, 'mail'],
    ] as const) {
      db.run("INSERT INTO assignment (identity, customer, arm, stratum, at, batch) VALUES (?, ?, ?, '', 0, 1)", [
        customer,
        customer,
        arm,
      ]);
    }
  });
  const joined = await desk.import('2.csv', 'email,id\na@x.org,7\nb@x.org,8\n', TWO_KEYS);
  expect(joined.warnings.join(' ')).toMatch(/1 person stands in two arms, because rows of this file join them/);
  const drawn = () => desk.all('SELECT customer, arm FROM assignment ORDER BY identity');
  expect(drawn()).toEqual([
    { customer: 1, arm: 'control' },
    { customer: 1, arm: 'mail' },
    { customer: 3, arm: 'mail' },
  ]);
  await removeSource(desk.pilot, 's2');
  expect(drawn().map(({ customer }) => customer)).toEqual([1, 2, 4]);
  await desk.pilot.close();
});
