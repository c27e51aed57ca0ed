import { beforeEach, describe, expect, it } from 'vitest';
import { findCustomer } from '#engine/identity/find.ts';
import { customerStory } from '#engine/identity/story.ts';
import { Desk, sumHolds } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

const SHOPIFY =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount,Billing Country,Phone,Recovery URL';
const shopify = (cells: Record<string, string>) =>
  SHOPIFY.split(',')
    .map((name) => `"${cells[name] ?? ''}"`)
    .join(',');

const ORDER = {
  Name: '#1001',
  Email: 'Ann@x.org',
  'Financial Status': 'paid',
  'Paid at': '2026-03-01 10:22:05 -0500',
  Currency: 'EUR',
  Subtotal: '30.00',
  Total: '35.00',
  'Created at': '2026-03-01 10:22:05 -0500',
  'Lineitem quantity': '2',
  'Lineitem name': 'Tea, black',
  'Lineitem price': '10.00',
  'Refunded Amount': '5.00',
  'Billing Country': 'DE',
};
const SECOND_ITEM = {
  Name: '#1001',
  Email: 'Ann@x.org',
  'Created at': ORDER['Created at'],
  'Lineitem quantity': '1',
  'Lineitem name': 'Cup',
  'Lineitem price': '10.00',
};

describe('a Shopify orders export', () => {
  const orders = [
    SHOPIFY,
    shopify(ORDER),
    shopify(SECOND_ITEM),
    shopify({
      ...ORDER,
      Name: '#1002',
      Email: 'bob@x.org',
      'Refunded Amount': '0.00',
      'Cancelled at': '2026-03-02 08:00:00 -0500',
    }),
  ].join('\n');

  it('is recognised and explained', async () => {
    const guess = await desk.guess('orders_export_1.csv', orders);
    expect(guess).toMatchObject({ preset: 'shopify-orders', kind: 'activities', encoding: 'utf-8', delimiter: ',' });
    expect(guess.finding).toBe('orders_export_1.csv looks like a Shopify orders export.');
    expect(guess.columns.every(({ because }) => because !== '')).toBe(true);
  });

  it('becomes orders with their items, refunds and cancellations; further item rows are kept rows', async () => {
    const result = await desk.import('orders.csv', orders);
    expect(result).toMatchObject({ rowsRead: 3, kept: 3, quarantined: 0, customersNew: 2 });
    expect(desk.all('SELECT kind, reference, amount, currency, at FROM activity ORDER BY reference, kind')).toEqual([
      { kind: 'order', reference: '#1001', amount: 35, currency: 'EUR', at: Date.UTC(2026, 2, 1, 15, 22, 5) },
      { kind: 'refund', reference: '#1001', amount: 5, currency: 'EUR', at: Date.UTC(2026, 2, 1, 15, 22, 5) },
      { kind: 'cancellation', reference: '#1002', amount: 35, currency: 'EUR', at: Date.UTC(2026, 2, 2, 13) },
      { kind: 'order', reference: '#1002', amount: 35, currency: 'EUR', at: Date.UTC(2026, 2, 1, 15, 22, 5) },
    ]);
    const story = customerStory(desk.pilot.read, findCustomer(desk.pilot.read, 'ann@x.org')!);
    expect(story.activities[0]!.properties).toMatchObject({
      financial_status: 'paid',
      items: [
        { name: 'Tea, black', quantity: '2', price: '10.00' },
        { name: 'Cup', quantity: '1', price: '10.00' },
      ],
    });
    expect(story.traits).toEqual([{ key: 'country', value: 'DE', source: 's1' }]);
  });

  it('next week replaces an order that changed, with all its rows', async () => {
    await desk.import('w1.csv', orders);
    const changed = [SHOPIFY, shopify({ ...ORDER, 'Refunded Amount': '35.00' }), shopify(SECOND_ITEM)].join('\n');
    expect(await desk.import('w2.csv', changed)).toMatchObject({ rowsRead: 2, kept: 2, replaced: 2, duplicates: 0 });
    expect(desk.all("SELECT amount FROM activity WHERE kind = 'refund'")).toEqual([{ amount: 35 }]);
    expect(
      await desk.import(
        'w1.csv',
        orders
          .split('\n')
          .slice(0, 1)
          .concat(shopify({ ...ORDER, Name: '#9', Total: 'x' }))
          .join('\n'),
      ),
    ).toMatchObject({ kept: 0, quarantined: 1 });
  });

  it('sets an item row aside whose order is not above it', async () => {
    const result = await desk.import('cut.csv', [SHOPIFY, shopify(SECOND_ITEM), shopify(ORDER)].join('\n'));
    expect(result).toMatchObject({ kept: 1, reasons: { 'line-without-record': 1 } });
  });

  it('with nothing paid is one of abandoned checkouts', async () => {
    const { 'Financial Status': _, 'Paid at': __, ...unpaid } = ORDER;
    const cart = { ...unpaid, Name: '#37107487441214', 'Recovery URL': 'https://shop.example/37107487441214/recover' };
    const text = [SHOPIFY, shopify(cart), shopify({ ...SECOND_ITEM, Name: '#37107487441214' })].join('\r\n');
    const guess = await desk.guess('checkouts_export_1.csv', text);
    expect(guess).toMatchObject({ preset: 'shopify-checkouts', mapping: { activity: 'cart' } });
    expect(await desk.import('checkouts.csv', text)).toMatchObject({ kept: 2, quarantined: 0 });
    const [row] = desk.all<{ kind: string; amount: number; properties: string }>(
      'SELECT kind, amount, properties FROM activity',
    );
    expect(row).toMatchObject({ kind: 'cart', amount: 35 });
    expect(JSON.parse(row!.properties).recovery_url).toBe(cart['Recovery URL']);
  });
});

describe('a mail tool’s log of sends', () => {
  const sends = [
    'Email,Customer ID,Campaign,Group,Status,Sent At,Opened At,Clicked At,Unsubscribed At',
    'a@x.org,1,Cart reminder,Reminder,sent,2026-08-01T10:00:00Z,2026-08-01T11:00:00Z,,2026-08-02T09:00:00Z',
    'b@x.org,2,Cart reminder,Holdout,held out,2026-08-01T10:00:00Z,,,',
    'c@x.org,3,Cart reminder,Reminder,bounced,2026-08-01T10:00:00Z,,,',
  ].join('\n');

  it('gives mails only where they were sent, and the arm of everyone', async () => {
    expect(await desk.import('sends.csv', sends)).toMatchObject({ rowsRead: 3, kept: 3, customersNew: 3 });
    expect(desk.all('SELECT kind, customer FROM activity ORDER BY at')).toEqual([
      { kind: 'email_sent', customer: 1 },
      { kind: 'email_opened', customer: 1 },
      { kind: 'unsubscribe', customer: 1 },
    ]);
    const at = Date.UTC(2026, 7, 1, 10);
    expect(desk.all('SELECT arm, at FROM arm_named ORDER BY line')).toEqual([
      { arm: 'Reminder', at },
      { arm: 'Holdout', at },
      { arm: 'Reminder', at },
    ]);
  });

  it('can be imported as the log of contacts', async () => {
    await desk.importFile(desk.put('sends.csv', sends), null, 'contacts');
    expect(desk.all('SELECT kind FROM source')).toEqual([{ kind: 'contacts' }]);
    const plain = 'Email,Date,Outcome\nd@x.org,2026-08-01 10:00,reached\n';
    await desk.importFile(desk.put('calls.csv', plain), null, 'contacts');
    expect(desk.all('SELECT kind, properties FROM activity WHERE source = 2')).toEqual([
      { kind: 'contact', properties: '{"outcome":"reached"}' },
    ]);
  });
});

describe('answers and complaints', () => {
  it('an NPS table gives scores and words, a repeated row only once', async () => {
    const text = [
      'Email,Customer ID,Score,Comment,Answered At',
      'a@x.org,1,9,Lovely,2026-09-24 18:05:09',
      'a@x.org,1,9,Lovely,2026-09-24 18:05:09',
      'b@x.org,2,3,"Too slow, twice",2026-09-24 18:05:09',
    ].join('\n');
    expect(await desk.import('nps.csv', text)).toMatchObject({ rowsRead: 3, kept: 2, duplicates: 1 });
    expect(desk.all('SELECT kind, question, score, verbatim FROM feedback ORDER BY score')).toEqual([
      { kind: 'nps', question: 'nps', score: 3, verbatim: 'Too slow, twice' },
      { kind: 'nps', question: 'nps', score: 9, verbatim: 'Lovely' },
    ]);
  });

  it('a ticket export joins by the shop’s customer number, whatever address was used', async () => {
    await desk.import('nps.csv', 'Email,Customer ID,Score,Comment,Answered At\na@x.org,17,2,Bad,2026-09-24 18:05:09\n');
    const tickets = [
      'Summation column,Id,Requester,Requester id,Requester external id,Requester email,Group,Subject,Status,Via,Created at,Satisfaction Score',
      '1,501,Ann,9001,17,other@x.org,Support,Where is my order?,Open,Email,2026-08-19 14:32,Bad',
    ].join('\n');
    const result = await desk.import('tickets.csv', tickets);
    expect(result).toMatchObject({ kept: 1, customersNew: 0, customersMatched: 1 });
    const story = customerStory(desk.pilot.read, findCustomer(desk.pilot.read, 'other@x.org')!);
    expect(story.identities.map(({ value }) => value)).toEqual(['a@x.org', '17', 'other@x.org', '9001']);
    expect(story.feedback.map(({ kind, channel, verbatim }) => [kind, channel, verbatim])).toEqual([
      ['complaint', 'Email', 'Where is my order?'],
      ['nps', null, 'Bad'],
    ]);
    expect(story.activities.map(({ kind, reference }) => [kind, reference])).toEqual([['complaint', '501']]);
  });
});

describe('an unknown file', () => {
  it('is read in the encoding it is written in', async () => {
    const text = 'Email;Stadt;Umsatz\na@x.org;Köln;1.299,50\nb@x.org;Zürich;12,00\n';
    const utf16 = (order: 'le' | 'be', mark: readonly number[]) => {
      const bytes = Buffer.from(text, 'utf16le');
      return Buffer.concat([Buffer.from(mark), order === 'be' ? bytes.swap16() : bytes]);
    };
    const files = {
      'utf-8': Buffer.from(text),
      bom: Buffer.from(`\ufeff${text}`),
      'windows-1252': Buffer.from(text, 'latin1'),
      'utf-16le': utf16('le', [0xff, 0xfe]),
      'utf-16be': utf16('be', [0xfe, 0xff]),
      bare: utf16('le', []),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const fresh = await Desk.make();
      const guess = await fresh.guess(`${name}.csv`, bytes);
      expect([name, guess.header, guess.delimiter]).toEqual([name, ['Email', 'Stadt', 'Umsatz'], ';']);
      const expected = { bom: 'utf-8', bare: 'utf-16le' }[name] ?? name;
      expect(guess.encoding).toBe(expected);
      const result = await fresh.importFile(`${fresh.folder}/${name}.csv`);
      expect(result.kept).toBe(2);
      expect(fresh.all('SELECT value FROM trait ORDER BY customer, key')).toEqual([
        { value: 'Köln' },
        { value: 1299.5 },
        { value: 'Zürich' },
        { value: 12 },
      ]);
      await fresh.pilot.close();
    }
  });

  it('keeps an ambiguous date in quarantine until its order is said', async () => {
    const text = 'id,email,when,total\n1,a@x.org,03/04/2026,5\n2,a@x.org,05/05/2026,5\n';
    const guess = await desk.guess('orders.csv', text);
    expect(guess.warnings.join(' ')).toMatch(/"03\/04\/2026" could be two different days/);
    expect(guess.mapping.format?.dateOrder).toBeUndefined();
    expect(await desk.importFile(`${desk.folder}/orders.csv`)).toMatchObject({
      kept: 1,
      reasons: { 'ambiguous-date: when': 1 },
    });
    const said = { ...guess.mapping, format: { ...guess.mapping.format, dateOrder: 'mdy' as const } };
    expect(await desk.importFile(`${desk.folder}/orders.csv`, said)).toMatchObject({ kept: 1, duplicates: 1 });
  });

  it('settles the order of its dates by a row far below the first', async () => {
    const early = Array.from({ length: 60_000 }, (_, i) => `${i},a@x.org,03/04/2026 10:00,5.00`).join('\n');
    const guess = await desk.guess(
      'orders.csv',
      `id,email,when,total\n${early}\n60000,a@x.org,13/04/2026 10:00,5.00\n`,
    );
    expect(guess.mapping.format?.dateOrder).toBe('dmy');
    expect(guess.warnings.join(' ')).not.toMatch(/two different days/);
  });

  it('gives the same records by its guessed mapping as without one', async () => {
    const text = 'order_id,mail,date,total\n1,a@x.org,2026-01-02,1\n2,b@x.org,2026-01-03,n/a\n';
    const { mapping } = await desk.guess('orders.csv', text);
    const { source: _, ...guessed } = await desk.importFile(`${desk.folder}/orders.csv`);
    const other = await Desk.make();
    const { source: __, ...mapped } = await other.import('orders.csv', text, JSON.parse(JSON.stringify(mapping)));
    expect(mapped).toEqual(guessed);
    expect(sumHolds(guessed as never)).toBe(true);
    expect(other.all('SELECT * FROM activity')).toEqual(desk.all('SELECT * FROM activity'));
    await other.pilot.close();
  });
});
