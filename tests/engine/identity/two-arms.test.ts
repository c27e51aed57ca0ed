import { beforeEach, expect, it } from 'vitest';
import { peopleInTwoArms } from '#engine/identity/two-arms.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk } from '../import/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const SENDS: Mapping = { kind: 'traits', columns: { email: { to: 'identity', key: 'email' }, group: { to: 'arm' } } };
const BOTH: Mapping = {
  kind: 'traits',
  columns: { email: { to: 'identity', key: 'email' }, phone: { to: 'identity', key: 'phone' } },
};

it('names who stands in two arms because of a join, with the rows that put each key there', async () => {
  await desk.import('sends.csv', 'email,group\na@x.org,control\nb@x.org,reminder\nc@x.org,reminder\n', SENDS);
  expect(peopleInTwoArms(desk.pilot.read, 10)).toEqual({ total: 0, people: [] });
  await desk.import('calls.csv', 'email,phone\na@x.org,+49 30 901820\nb@x.org,+49 30 901820\n', BOTH);
  const email = (value: string) => ({ kind: 'email', value });
  const place = (line: number) => ({ source: 's1', file: 'sends.csv', line });
  expect(peopleInTwoArms(desk.pilot.read, 10)).toEqual({
    total: 1,
    people: [
      {
        key: email('a@x.org'),
        because: 'join',
        places: [
          { arm: 'control', key: email('a@x.org'), ...place(2) },
          { arm: 'reminder', key: email('b@x.org'), ...place(3) },
        ],
      },
    ],
  });
});

it('tells exports that disagree about one key from joins', async () => {
  await desk.import('a.csv', 'email,group\na@x.org,control\n', SENDS);
  await desk.import('b.csv', 'email,group\na@x.org,reminder\n', SENDS);
  expect(peopleInTwoArms(desk.pilot.read, 10).people).toMatchObject([
    { because: 'disagreement', places: [{ file: 'a.csv' }, { file: 'b.csv' }] },
  ]);
});
