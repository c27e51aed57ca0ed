import { beforeEach, expect, it } from 'vitest';
import { findCustomers } from '#engine/identity/find.ts';
import { customerStory } from '#engine/identity/story.ts';
import { customerStory as storyShape } from '#shared/identity/customer-story.ts';
import type { Desk } from '../import/desk.ts';
import { threeSilos } from './three-silos.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await threeSilos();
  await desk.import('more.csv', 'email,when,score,why\nanabel@x.org,2026-03-05,9,fine\n_%@x.org,2026-03-05,9,\n');
  return () => desk.pilot.close();
});

const values = (query: string) => findCustomers(desk.pilot.read, query, 10).map(({ value }) => value);

it('a customer is found by any key, however it is typed', () => {
  const [ana] = findCustomers(desk.pilot.read, ' ANA@x.org', 10);
  expect(ana).toMatchObject({ kind: 'email', value: 'ana@x.org', records: 7 });
  for (const key of ['030 / 123 45 67', '+49 30 1234567', 'ben@x.org', '<ben@x.org>', '0170-1234567']) {
    expect(findCustomers(desk.pilot.read, key, 1)[0]?.customer).toBe(ana?.customer);
  }
});

it('what is typed so far finds all whose key begins so, each once', () => {
  expect(values('ana')).toEqual(['ana@x.org', 'anabel@x.org']);
  expect(values('+4930')).toEqual(['+49301234567']);
  expect(values('%')).toEqual([]);
  expect(values('_%')).toEqual(['_%@x.org']);
  expect(values('zoe')).toEqual([]);
});

it('the story of a customer is what the contract says it is', () => {
  const story = customerStory(desk.pilot.read, findCustomers(desk.pilot.read, 'ana@x.org', 1)[0]?.customer ?? 0);
  expect(storyShape.parse(story)).toEqual(story);
  expect(story.identities.map(({ kind }) => kind).sort()).toEqual(['email', 'email', 'phone', 'phone']);
  expect(story).toMatchObject({ assignment: null, arms: [], contacts: [], cases: [] });
});
