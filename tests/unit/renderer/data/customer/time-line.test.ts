import { expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import type { CustomerStory, StoryActivity, StoryFeedback } from '#shared/identity/customer-story.ts';
import type { KeyBond } from '#shared/identity/why-one.ts';
import { customerSentence, customerTitle } from '../../../../../renderer/data/customer/customer-words.ts';
import { previewSentence } from '../../../../../renderer/data/customer/matching-words.ts';
import { countGroups, groupOf, kindWords, timeLine } from '../../../../../renderer/data/customer/time-line.ts';
import { bondWords, placesWords } from '../../../../../renderer/data/customer/why-words.ts';

const format = formatter({ locale: 'en-GB', timeZone: 'UTC', currency: 'EUR' });
const activity = (kind: string, at: string, line: number): StoryActivity => ({
  kind,
  at,
  dayOnly: false,
  amount: null,
  currency: null,
  reference: null,
  properties: {},
  source: 's1',
  line,
});
const said = (kind: string, at: string | null, source: string, line: number): StoryFeedback => ({
  kind,
  at,
  dayOnly: false,
  channel: null,
  question: null,
  score: null,
  verbatim: 'late',
  source,
  line,
});
const story: CustomerStory = {
  customer: 1,
  identities: [
    { kind: 'phone', value: '+49301234567', people: null },
    { kind: 'email', value: 'ana@x.org', people: null },
  ],
  traits: [],
  activities: [activity('order', '2026-03-01T08:00:00Z', 2), activity('complaint', '2026-03-04T08:00:00Z', 3)],
  feedback: [said('complaint', '2026-03-04T08:00:00Z', 's1', 3), said('nps', null, 's2', 3)],
  assignment: null,
  arms: [],
  contacts: [],
  cases: [],
};

it('a time line is latest first, and a row that tells of a deed and of words is one entry', () => {
  const entries = timeLine(story);
  expect(entries.map(({ group, at, said: words }) => [group, at, words.length])).toEqual([
    ['ticket', '2026-03-04T08:00:00Z', 1],
    ['order', '2026-03-01T08:00:00Z', 0],
    ['answer', null, 1],
  ]);
  expect(countGroups(entries)).toEqual([
    ['order', 1],
    ['ticket', 1],
    ['answer', 1],
  ]);
});

it.each([
  ['order', 'order'],
  ['refund', 'order'],
  ['abandoned_checkout', 'cart'],
  ['email_sent', 'mail'],
  ['unsubscribe', 'mail'],
  ['complaint', 'ticket'],
  ['nps', 'answer'],
  ['call', 'call'],
  ['visit', 'visit'],
  ['birthday', 'other'],
])('the kind %s stands among %s', (kind, group) => expect(groupOf(kind)).toBe(group));

it('a customer is named and summed up in words', () => {
  const shown = { kind: 'phone', value: '+49301234567' };
  expect(customerTitle(story, shown)).toBe('ana@x.org');
  const named = [
    { key: 'First Name', value: 'Ana', source: 's1' },
    { key: 'Last Name', value: 'Lee', source: 's1' },
  ];
  expect(customerTitle({ ...story, traits: named }, shown)).toBe('Ana Lee, ana@x.org');
  expect(customerSentence(story, format)).toBe('1 order, 1 ticket and 1 answer, from 1 Mar 2026 to 4 Mar 2026.');
  expect(kindWords('email_sent')).toBe('Email sent');
});

it('the rows that join two keys are named', () => {
  const bond: KeyBond = {
    a: { kind: 'email', value: 'ana@x.org' },
    b: { kind: 'phone', value: '+49301234567' },
    because: 'row',
    state: 'joins',
    rows: [{ source: 's1', file: 'orders.csv', line: 1012 }],
    customers: [1, 1],
  };
  expect(bondWords(bond, format)).toBe('ana@x.org and +49301234567 stand together in orders.csv row 1,012.');
  expect(bondWords({ ...bond, state: 'cut' }, format)).toMatch(/row 1,012, but were cut by hand and stay apart\.$/);
  const key = { kind: 'email', value: 'ana@x.org' };
  const places = [
    { source: 's1', file: 'orders.csv', line: 12, rows: 3 },
    { source: 's2', file: 'nps.csv', line: 7, rows: 1 },
  ];
  expect(placesWords({ ...key, places }, format)).toBe('orders.csv row 12 (and 2 more rows) and nps.csv row 7');
  const five = ['a', 'b', 'c', 'd', 'e'].map((file) => ({ file, source: 's1', line: 2, rows: 1 }));
  expect(placesWords({ ...key, places: five }, format)).toBe('a row 2, b row 2, c row 2, d row 2 and 1 more export');
});

it('what another matching would change is told in one sentence or two', () => {
  const preview = {
    customersNow: 100,
    customersThen: 103,
    joined: 0,
    parted: 3,
    twoArmsNow: 1,
    twoArmsThen: 0,
    setAside: [],
  };
  expect(previewSentence(preview, format)).toBe(
    '3 people would come apart. 100 customers would be 103. Nobody would stand in two arms any more (now 1).',
  );
  expect(previewSentence({ ...preview, parted: 0 }, format)).toBe('Nobody would change: the same people come out.');
});
