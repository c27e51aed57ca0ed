import { beforeEach, expect, it } from 'vitest';
import { removalOf } from '#engine/records/removal.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import { Desk, ORDERS } from '../import/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const KEYED = { ...ORDERS, rowKey: ['id'] };
const HEADER = 'id,email,when,total\n';

it('says beforehand what goes with a source, what comes back, and what stays because another file holds it', async () => {
  await desk.import('w1.csv', `${HEADER}1,a@x.org,2026-03-01,10\n2,b@x.org,2026-03-02,20\n`, KEYED);
  await desk.import('w2.csv', `${HEADER}2,b@x.org,2026-03-02,25\n3,c@x.org,2026-03-03,30\n4,,2026-03-03,1\n`);
  await desk.import('w3.csv', `${HEADER}3,c@x.org,2026-03-03,30\n5,a@x.org,2026-03-05,7\n`);
  const told = removalOf(desk.pilot.read, 's2');
  expect(told).toEqual({
    activities: 1,
    answers: 0,
    armsNamed: 0,
    traits: 0,
    quarantined: 1,
    customersGone: 0,
    customersStay: 3,
    comeBack: 1,
    heldElsewhere: [{ file: 'w3.csv', rows: 1 }],
    onlyCounted: 0,
  });
  const before = desk.count('activity');
  await removeSource(desk.pilot, 's2');
  expect(desk.count('activity')).toBe(before - told.activities + told.comeBack);
  expect(desk.count('customer')).toBe(told.customersStay);
});
