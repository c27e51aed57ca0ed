import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { checkoutsHeader } from '#shared/template/sample/checkouts-header.ts';
import { complaintsHeader } from '#shared/template/sample/complaints-header.ts';
import { npsHeader } from '#shared/template/sample/nps-header.ts';
import { ordersHeader } from '#shared/template/sample/orders-header.ts';
import { sampleShop } from '#shared/template/sample/sample-shop.ts';
import { sendsHeader } from '#shared/template/sample/sends-header.ts';
import { type ShopOptions, shoppers } from '#shared/template/sample/shop.ts';
import { stories } from '#shared/template/sample/story.ts';

const options: ShopOptions = { customers: 1500, seed: 4, story: 'win' };

/** The exports as whole texts, by name. */
function written(of: ShopOptions): Record<string, string> {
  const shop = sampleShop(of);
  const texts: Record<string, string> = Object.fromEntries(
    shop.files.map((file) => [file.name, `${file.headerLine}\n`]),
  );
  for (const shopper of shop.lines()) {
    for (const { file, lines } of shopper) texts[file] += lines.map((line) => `${line}\n`).join('');
  }
  return texts;
}

/** A reader of its own, so that the writer is not checked by itself; the sample has no line breaks in cells. */
function rowsOf(text: string): Record<string, string>[] {
  const cells = (line: string) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    );
  const [header = [], ...rows] = text.trimEnd().split('\n').map(cells);
  expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
  return rows.map((row) => {
    return Object.fromEntries(header.map((column, i) => [column, row[i] ?? '']));
  });
}

const clean = (email: string | undefined) => (email ?? '').trim().toLowerCase();
const hour = 3_600_000;

function byEmail(rows: Record<string, string>[]): Map<string, Record<string, string>[]> {
  const groups = new Map<string, Record<string, string>[]>();
  for (const row of rows) groups.set(clean(row.Email), [...(groups.get(clean(row.Email)) ?? []), row]);
  return groups;
}

test('the same options give the same bytes on every machine', () => {
  const all = Object.values(written({ customers: 60, seed: 1, story: 'win' })).join('');
  expect(bytesToHex(sha256(utf8ToBytes(all)))).toBe('5242d4f8cdc34a228a6fb31cb98d338926cd0fc11e001f51ff1e7665eba6d1ea');
});

test('another seed is another shop', () => {
  expect(written({ ...options, seed: 5 })['email-sends.csv']).not.toBe(written(options)['email-sends.csv']);
});

test('every export has the layout of its tool', () => {
  const headers = Object.entries(written({ ...options, customers: 5 })).map(([name, text]) => [
    name,
    text.slice(0, text.indexOf('\n')),
  ]);
  expect(Object.fromEntries(headers)).toEqual({
    'orders.csv': ordersHeader.join(','),
    'checkouts.csv': checkoutsHeader.join(','),
    'email-sends.csv': sendsHeader.join(','),
    'nps.csv': npsHeader.join(','),
    'complaints.csv': complaintsHeader.join(','),
  });
});

describe.each(stories)('the exports of the story "%s"', (story) => {
  const texts = written({ ...options, story });
  const orders = byEmail(rowsOf(texts['orders.csv'] ?? ''));
  const checkouts = byEmail(rowsOf(texts['checkouts.csv'] ?? ''));
  const sends = rowsOf(texts['email-sends.csv'] ?? '');
  const sendsOf = byEmail(sends);

  /** What anyone finds by the plan's words: first cart without an order within the hour, then seven days. */
  function found(email: string) {
    const mine = (rows: Record<string, string>[] = []) =>
      rows
        .filter((row) => row.Total !== '')
        .map((row) => ({ at: Date.parse(row['Created at'] ?? ''), total: Number(row.Total), name: row.Name }))
        .filter((row) => Number.isFinite(row.at) && Number.isFinite(row.total));
    const bought = [...new Map(mine(orders.get(email)).map((order) => [order.name, order])).values()];
    const cart = mine(checkouts.get(email))
      .sort((a, b) => a.at - b.at)
      .find(({ at }) => !bought.some((order) => order.at >= at && order.at < at + hour));
    if (cart === undefined) return null;
    const anchor = cart.at + hour;
    const within = bought.filter((order) => order.at >= anchor && order.at < anchor + 7 * 24 * hour);
    return {
      anchor,
      recovered: within.length > 0,
      cents: Math.round(within.reduce((sum, o) => sum + o.total, 0) * 100),
    };
  }

  test('say exactly what the truth counts', () => {
    for (const { person, outcome } of shoppers({ ...options, story })) {
      const seen = found(person.email);
      const groups = new Set(sendsOf.get(person.email)?.map((row) => row.Group));
      if (outcome === null) {
        expect(groups.size).toBe(0);
        continue;
      }
      expect(seen).toEqual({
        anchor: outcome.anchor * 1000,
        recovered: outcome.recovered,
        cents: outcome.revenueCents,
      });
      expect([...groups]).toEqual([outcome.arm === 'control' ? 'Holdout' : 'Reminder']);
    }
  });

  test('log for a held-out customer when the mail would have left, and nothing that follows from a mail', () => {
    const held = sends.filter((row) => row.Group === 'Holdout');
    expect(held.length).toBeGreaterThan(500);
    for (const row of held) {
      expect(row).toMatchObject({ Status: 'held out', 'Opened At': '', 'Clicked At': '' });
      expect(row['Sent At']).not.toBe('');
    }
    expect(sends.some((row) => row.Group === 'Reminder' && row['Clicked At'] !== '')).toBe(true);
  });

  test('date every unsubscribe within its window of 14 days', () => {
    const anchors = new Map([...shoppers({ ...options, story })].map((s) => [s.person.email, s.outcome?.anchor ?? 0]));
    for (const row of sends.filter((each) => each['Unsubscribed At'] !== '')) {
      const anchor = (anchors.get(clean(row.Email)) ?? 0) * 1000;
      const at = Date.parse(row['Unsubscribed At'] ?? '');
      expect(at).toBeGreaterThanOrEqual(anchor);
      expect(at).toBeLessThan(anchor + 14 * 24 * hour);
    }
  });
});

describe('the mess', () => {
  const texts = written(options);
  const people = new Set([...shoppers(options)].flatMap(({ person }) => [person.email, person.otherEmail]));

  test('is about a tenth of odd addresses, some rows twice, and some that nobody can use, in every export', () => {
    for (const [name, text] of Object.entries(texts)) {
      const column = name === 'complaints.csv' ? 'Requester email' : 'Email';
      const emails = rowsOf(text).map((row) => row[column] ?? '');
      const odd = emails.filter((email) => email !== clean(email)).length / emails.length;
      expect(odd, name).toBeGreaterThan(0.04);
      expect(odd, name).toBeLessThan(0.16);
      if (emails.length > 300)
        expect(
          emails.some((email) => !people.has(clean(email))),
          name,
        ).toBe(true);
    }
  });

  test('falls on the same rows whatever the arm and the outcome', () => {
    const emails = (story: ShopOptions['story']) =>
      rowsOf(written({ ...options, story })['email-sends.csv'] ?? '').map((row) => row.Email);
    expect(emails('none')).toEqual(emails('win'));
    expect(emails('harm')).toEqual(emails('win'));
  });

  test('breaks only rows that are no customer’s: without its keys, under another name', () => {
    const broken = rowsOf(texts['orders.csv'] ?? '').filter((row) => row.Name?.startsWith('X'));
    expect(broken.length).toBeGreaterThan(10);
    for (const row of broken) {
      expect(people.has(clean(row.Email))).toBe(false);
      expect(row['Billing Name'] || row['Billing Phone'] || row.Phone).toBe('');
      const usable = row.Email !== '' && Number.isFinite(Date.parse(row['Created at'] ?? '')) && row.Total !== 'n/a';
      expect(usable && !row['Created at']?.startsWith('2026-02-30')).toBe(false);
    }
  });

  test('repeats no order of the pilot', () => {
    const names = rowsOf(texts['orders.csv'] ?? '')
      .filter((row) => row.Total !== '' && (row['Created at'] ?? '') >= '2026-08-03')
      .map((row) => row.Name);
    expect(new Set(names).size).toBe(names.length);
  });
});
