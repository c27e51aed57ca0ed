import { beforeEach, describe, expect, it } from 'vitest';
import { findCustomer } from '#engine/identity/find.ts';
import { customerStory } from '#engine/identity/story.ts';
import { importExport, tryImport } from '#engine/import/index.ts';
import { readKnown } from '#engine/records/known.ts';
import { readQuarantine } from '#engine/records/quarantine.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import { readSources } from '#engine/records/sources.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk, ORDERS, sumHolds } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const HEADER = 'id,email,when,total\n';
const KEYED: Mapping = { ...ORDERS, rowKey: ['id'] };

describe('an event export', () => {
  it('becomes activities of customers, many rows a customer', async () => {
    const text = `${HEADER}1,A@x.org,2026-03-01 10:22:05 -0500,1299.00\n2, a@x.org ,2026-03-02,5\n3,b@x.org,2026-03-02T08:00:00Z,7.5\n`;
    const result = await desk.import('orders.csv', text, ORDERS);
    expect(result).toMatchObject({ source: 's1', rowsRead: 3, kept: 3, customersNew: 2, customersMatched: 0 });
    const order = { kind: 'order', currency: null, source: 1 };
    expect(
      desk.all(
        'SELECT customer, kind, at, at_day, amount, currency, reference, source, line FROM activity ORDER BY line',
      ),
    ).toEqual([
      { ...order, customer: 1, at: Date.UTC(2026, 2, 1, 15, 22, 5), at_day: 0, amount: 1299, reference: '1', line: 2 },
      { ...order, customer: 1, at: Date.UTC(2026, 2, 2), at_day: 1, amount: 5, reference: '2', line: 3 },
      { ...order, customer: 2, at: Date.UTC(2026, 2, 2, 8), at_day: 0, amount: 7.5, reference: '3', line: 4 },
    ]);
  });

  it('has its times in the zone its mapping names', async () => {
    const mapping: Mapping = { ...ORDERS, format: { timeZone: 'America/New_York' } };
    await desk.import(
      'orders.csv',
      `${HEADER}1,a@x.org,2026-07-01 10:00:00,1\n2,a@x.org,2026-01-01 10:00:00,1\n3,a@x.org,2026-01-02,1\n`,
      mapping,
    );
    expect(desk.all('SELECT at FROM activity ORDER BY reference')).toEqual([
      { at: Date.UTC(2026, 6, 1, 14) },
      { at: Date.UTC(2026, 0, 1, 15) },
      { at: Date.UTC(2026, 0, 2, 5) },
    ]);
  });

  it('says which times were in an hour that the clocks showed twice or skipped, and how they are read', async () => {
    const mapping: Mapping = { ...ORDERS, format: { timeZone: 'Europe/Berlin' } };
    const times = [
      '2025-10-26 02:30:00',
      '2025-10-26 2:59',
      '2025-10-26 03:00:00',
      '2025-03-30 02:10:00',
      '2025-10-26',
    ];
    const rows = times.map((time, i) => `${i},a@x.org,${time},1\n`);
    const result = await desk.import('orders.csv', HEADER + rows.join(''), mapping);
    expect(
      desk.all('SELECT at FROM activity ORDER BY reference').map(({ at }) => new Date(Number(at)).toISOString()),
    ).toEqual([
      '2025-10-26T00:30:00.000Z',
      '2025-10-26T00:59:00.000Z',
      '2025-10-26T02:00:00.000Z',
      '2025-03-30T01:10:00.000Z',
      '2025-10-25T22:00:00.000Z',
    ]);
    expect(result.warnings).toEqual([
      '2 times are in an hour that the clocks of Europe/Berlin showed twice; they are read as the first of the two.',
      '1 time is in an hour that the clocks of Europe/Berlin skipped; it is read as an hour later.',
    ]);
  });

  it('takes kinds of activity from a column', async () => {
    const mapping: Mapping = {
      kind: 'activities',
      columns: { user: { to: 'identity', key: 'number:shop' }, event: { to: 'activity' }, time: { to: 'at' } },
    };
    const text = 'user,event,time\n1,view,2026-01-01\n1,purchase,2026-01-02\n2,,2026-01-02\n';
    const result = await desk.import('events.csv', text, mapping);
    expect(result.reasons).toEqual({ 'no-activity': 1 });
    expect(readKnown(desk.pilot.read).activities.map(({ kind, n }) => [kind, n])).toEqual([
      ['purchase', 1],
      ['view', 1],
    ]);
  });
});

describe('a result table', () => {
  it('becomes arms and typed traits, also where no column names a customer', async () => {
    const text =
      'segment,visit,spend,since\nControl,0,0,2026-01-05\nTreated,1,12.5,2026-01-06\nTreated,1,12.5,2026-01-06\n';
    const result = await desk.import('result.csv', text);
    expect(result).toMatchObject({ kept: 3, duplicates: 0, customersNew: 3 });
    expect(readKnown(desk.pilot.read)).toMatchObject({
      armValues: [
        { value: 'Treated', n: 2 },
        { value: 'Control', n: 1 },
      ],
      traits: [
        { key: 'since', n: 3 },
        { key: 'spend', n: 3 },
        { key: 'visit', n: 3 },
      ],
      customers: 3,
    });
    expect(desk.all('SELECT DISTINCT key, value FROM trait WHERE line = 3 ORDER BY key')).toEqual([
      { key: 'since', value: '2026-01-06' },
      { key: 'spend', value: 12.5 },
      { key: 'visit', value: 1 },
    ]);
  });
});

describe('the same rows again', () => {
  it('from the same file change nothing and say so', async () => {
    const text = `${HEADER}1,a@x.org,2026-01-01,1\n1,a@x.org,2026-01-01,1\n2,b@x.org,never,2\n`;
    const first = await desk.import('orders.csv', text, ORDERS);
    expect(first).toMatchObject({ rowsRead: 3, kept: 2, duplicates: 0, quarantined: 1 });
    const before = desk.snapshot();
    const second = await desk.import('orders.csv', text, ORDERS);
    expect(second).toMatchObject({
      source: null,
      rowsRead: 3,
      kept: 0,
      duplicates: 2,
      quarantined: 1,
      customersNew: 0,
    });
    expect(second.warnings[0]).toBe('Every row of orders.csv is already here as s1; nothing was changed.');
    expect(desk.snapshot()).toEqual(before);
  });

  it('from a longer file are duplicates, each as often as it stood there', async () => {
    await desk.import('week1.csv', `${HEADER}1,a@x.org,2026-01-01,1\n`, ORDERS);
    const result = await desk.import(
      'week2.csv',
      `${HEADER}1,a@x.org,2026-01-01,1\n1,a@x.org,2026-01-01,1\n2,a@x.org,2026-01-02,1\n`,
      ORDERS,
    );
    expect(result).toMatchObject({ rowsRead: 3, kept: 2, duplicates: 1, customersNew: 0, customersMatched: 1 });
  });

  it('are known also when the columns stand in another order', async () => {
    await desk.import('week1.csv', `${HEADER}1,a@x.org,2026-01-01,1\n`, ORDERS);
    const result = await desk.import('week2.csv', 'total,when,email,id\n1,2026-01-01,a@x.org,1\n', ORDERS);
    expect(result).toMatchObject({ kept: 0, duplicates: 1 });
  });

  it('with the same key and other content take the place of the earlier ones', async () => {
    await desk.import('week1.csv', `${HEADER}1,a@x.org,2026-01-01,1\n2,b@x.org,2026-01-01,2\n`, KEYED);
    const result = await desk.import(
      'week2.csv',
      `${HEADER}1,a@x.org,2026-01-01,9\n2,b@x.org,2026-01-01,2\n3,c@x.org,2026-01-01,3\n`,
      KEYED,
    );
    expect(result).toMatchObject({ rowsRead: 3, kept: 2, replaced: 1, duplicates: 1, quarantined: 0 });
    expect(desk.all('SELECT reference, amount, source FROM activity ORDER BY reference')).toEqual([
      { reference: '1', amount: 9, source: 2 },
      { reference: '2', amount: 2, source: 1 },
      { reference: '3', amount: 3, source: 2 },
    ]);
  });

  it('come back as they were when the file that replaced them is removed', async () => {
    await desk.import('week1.csv', `${HEADER}1,a@x.org,2026-01-01,1\n2,b@x.org,2026-01-01,2\n`, KEYED);
    const before = [
      desk.all('SELECT customer, reference, amount, line FROM activity ORDER BY reference'),
      desk.all('SELECT kind, value FROM identity ORDER BY 2'),
    ];
    await desk.import('week2.csv', `${HEADER}1,z@x.org,2026-01-01,9\n`, KEYED);
    expect(desk.count('customer')).toBe(2);
    await removeSource(desk.pilot, 's2');
    const after = [
      desk.all('SELECT customer, reference, amount, line FROM activity ORDER BY reference'),
      desk.all('SELECT kind, value FROM identity ORDER BY 2'),
    ];
    expect(after[1]).toEqual(before[1]);
    expect(after[0]!.map((row) => ({ ...row, customer: 0 }))).toEqual(
      before[0]!.map((row) => ({ ...row, customer: 0 })),
    );
    expect(desk.count('customer')).toBe(2);
  });

  it('in another currency come in once the last amount of the first currency is removed', async () => {
    const priced: Mapping = { ...ORDERS, format: { currency: 'EUR' } };
    await desk.import('eur.csv', `${HEADER}1,a@x.org,2026-01-01,1\n`, priced);
    const dollars: Mapping = { ...ORDERS, format: { currency: 'USD' } };
    const text = `${HEADER}2,a@x.org,2026-01-01,1\n`;
    expect((await desk.import('usd.csv', text, dollars)).reasons).toEqual({ 'other-currency: total': 1 });
    await removeSource(desk.pilot, 's1');
    expect(await desk.import('usd.csv', text, dollars)).toMatchObject({ kept: 1 });
  });

  it('are different rows in different arms’ files', async () => {
    await desk.import('control.csv', `${HEADER}1,a@x.org,2026-01-01,1\n`, { ...ORDERS, arm: 'control' });
    const result = await desk.import('mail.csv', `${HEADER}1,a@x.org,2026-01-01,1\n`, { ...ORDERS, arm: 'mail' });
    expect(result.kept).toBe(1);
    expect(desk.all('SELECT arm FROM arm_named ORDER BY 1')).toEqual([{ arm: 'control' }, { arm: 'mail' }]);
  });
});

describe('one customer', () => {
  const both: Mapping = {
    kind: 'traits',
    columns: {
      email: { to: 'identity', key: 'email' },
      phone: { to: 'identity', key: 'phone' },
      city: { to: 'trait', name: 'city', type: 'text' },
    },
    format: { country: 'DE' },
  };
  const header = 'email,phone,city\n';

  it('is joined over keys that stand in one row, also when the row comes later', async () => {
    await desk.import('a.csv', `${header}a@x.org,,Ulm\n,030 1234567,Berlin\nb@x.org,,Köln\n`, both);
    expect(desk.count('customer')).toBe(3);
    const result = await desk.import('b.csv', `${header}A@x.org,+49 30 1234567,Bonn\n`, both);
    expect(result).toMatchObject({ customersNew: 0, customersMatched: 1 });
    expect(desk.count('customer')).toBe(2);
    expect(desk.all("SELECT DISTINCT customer FROM trait WHERE value IN ('Ulm', 'Berlin', 'Bonn')")).toHaveLength(1);
    expect(findCustomer(desk.pilot.read, '030 1234567')).toBe(findCustomer(desk.pilot.read, ' a@X.org'));
  });

  it('comes apart again when the row that joined it is removed', async () => {
    await desk.import('a.csv', `${header}a@x.org,,Ulm\n,030 1234567,Berlin\n`, both);
    const before = desk.snapshot();
    await desk.import('b.csv', `${header}a@x.org,+49 30 1234567,Bonn\nnew@x.org,,Kiel\n`, both);
    await removeSource(desk.pilot, 's2');
    expect((desk.snapshot() as unknown[]).slice(0, 8)).toEqual((before as unknown[]).slice(0, 8));
    expect(readSources(desk.pilot.read).map(({ source }) => source)).toEqual(['s1']);
    const again = await desk.import('c.csv', `${header}c@x.org,,Jena\n`, both);
    expect(again.source).toBe('s3');
  });

  it('is not made of addresses of roles, placeholders or nonsense', async () => {
    const rows = [
      'noreply@x.org,+4930111222,A',
      'noreply@x.org,+4930111333,B',
      'null,,C',
      'info@x.org,,D',
      'test@test.com,0000,E',
      'no address,,F',
    ];
    const result = await desk.import('a.csv', `${header}${rows.join('\n')}\n`, both);
    expect(result).toMatchObject({ kept: 2, customersNew: 2, reasons: { 'no-key': 4 } });
    expect(result.warnings.join()).toMatch(/3 rows have an address of a role/);
  });

  it('is one also when a spreadsheet wrote its number as a float or with an apostrophe', async () => {
    const mapping: Mapping = {
      kind: 'traits',
      columns: { id: { to: 'identity', key: 'number:shop' }, v: { to: 'trait', name: 'v', type: 'text' } },
    };
    await desk.import('a.csv', "id,v\n17850.0,a\n'17850,b\n 17850 ,c\n", mapping);
    expect(desk.count('customer')).toBe(1);
    expect(customerStory(desk.pilot.read, 1)).toMatchObject({
      identities: [{ kind: 'number:shop', value: '17850' }],
      traits: [{ key: 'v', value: 'c', source: 's1' }],
    });
  });
});

describe('feedback', () => {
  it('keeps score, scale and words of each answer', async () => {
    const mapping: Mapping = {
      kind: 'feedback',
      feedback: 'nps',
      columns: {
        email: { to: 'identity', key: 'email' },
        score: { to: 'score', question: 'nps', scale: [0, 10] },
        ease: { to: 'score', question: 'ease', scale: [1, 5] },
        why: { to: 'verbatim' },
      },
    };
    const result = await desk.import(
      'nps.csv',
      'email,score,ease,why\na@x.org,9,4,"Good, mostly"\nb@x.org,,,Only words\nc@x.org,11,,\n',
      mapping,
    );
    expect(result.reasons).toEqual({ 'score-off-scale: score': 1 });
    expect(desk.all('SELECT kind, question, score, scale_low, scale_high, verbatim FROM feedback ORDER BY id')).toEqual(
      [
        { kind: 'nps', question: 'nps', score: 9, scale_low: 0, scale_high: 10, verbatim: 'Good, mostly' },
        { kind: 'nps', question: 'ease', score: 4, scale_low: 1, scale_high: 5, verbatim: null },
        { kind: 'nps', question: 'nps', score: null, scale_low: null, scale_high: null, verbatim: 'Only words' },
      ],
    );
  });
});

describe('an import under way', () => {
  const many = `${HEADER}${Array.from({ length: 200_000 }, (_, i) => `${i},a${i % 9000}@x.org,2026-01-02,3`).join('\n')}\n`;

  it('leaves no trace when it is stopped, and stops within 200 ms', async () => {
    const before = desk.snapshot();
    const stop = new AbortController();
    let stoppedAt = 0;
    const progress = (done: number, total: number | null) => {
      if (stoppedAt > 0 || total === null || done < total / 2) return;
      stoppedAt = performance.now();
      stop.abort();
    };
    const path = desk.put('orders.csv', many);
    const wish = { mapping: ORDERS, preset: null, as: null };
    await expect(importExport(desk.pilot, path, wish, { progress, signal: stop.signal })).rejects.toThrow(
      'Stopped as you asked; nothing was changed.',
    );
    expect(performance.now() - stoppedAt).toBeLessThan(200);
    expect(desk.snapshot()).toEqual(before);
  });

  it('tried out, counts the same and writes nothing', async () => {
    const before = desk.snapshot();
    const path = desk.put('orders.csv', `${HEADER}1,a@x.org,2026-01-01,1\n2,,2026-01-01,1\n`);
    const tried = await tryImport(desk.pilot.read, path, { mapping: ORDERS, preset: null, as: null });
    expect(tried).toMatchObject({
      source: null,
      rowsRead: 2,
      kept: 1,
      customersNew: 1,
      quarantine: [{ line: 3, reason: 'no-key' }],
    });
    expect(desk.snapshot()).toEqual(before);
    const { quarantine: _, ...sums } = tried;
    expect(await desk.importFile(path, ORDERS)).toEqual({ ...sums, source: 's1' });
  });
});

describe('what the pilot remembers', () => {
  it('next week’s file is read by last week’s mapping', async () => {
    await desk.import('w1.csv', `${HEADER}1,a@x.org,03/04/2026,1\n`, { ...ORDERS, format: { dateOrder: 'dmy' } });
    const guess = await desk.guess('w2.csv', `${HEADER}2,a@x.org,05/04/2026,1\n`);
    expect(guess).toMatchObject({ remembered: true, mapping: { format: { dateOrder: 'dmy' } } });
    const result = await desk.import('w2.csv', `${HEADER}2,a@x.org,05/04/2026,1\n`);
    expect(result).toMatchObject({ kept: 1 });
    expect(desk.all('SELECT at FROM activity ORDER BY at')).toEqual([
      { at: Date.UTC(2026, 3, 3) },
      { at: Date.UTC(2026, 3, 5) },
    ]);
  });

  it('the quarantine by source, with how many for each reason', async () => {
    const result = await desk.import('w1.csv', `${HEADER}1,a@x.org,x,1\n2,,2026-01-01,1\n3,b@x.org,y,1\n`, ORDERS);
    expect(sumHolds(result)).toBe(true);
    expect(readQuarantine(desk.pilot.read, 's1', null, 1, 1)).toEqual({
      total: 3,
      rows: [{ row: 2, source: 's1', line: 3, reason: 'no-key', raw: '2,,2026-01-01,1' }],
      reasons: { 'bad-date: when': 2, 'no-key': 1 },
    });
  });
});
