import { beforeEach, describe, expect, it } from 'vitest';
import { guessExport, importExport } from '#engine/import/index.ts';
import { SHOPIFY_ORDERS } from '../../fixtures/exports/shopify-orders.ts';
import { Desk, sumHolds } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  return () => desk.pilot.close();
});

type Cells = Readonly<Record<string, string>>;

/** A CSV export: the tool's header as it stands, and rows made up here, by column. */
function csv(header: string, rows: readonly Cells[], below: readonly string[] = []): string {
  const names = header.split(',').map((name) => name.replace(/^"(.*)"$/, '$1'));
  const lines = rows.map((row) => {
    const unknown = Object.keys(row).find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Error(`no column ${unknown}`);
    return names.map((name) => quoted(row[name] ?? '')).join(',');
  });
  return `${[header, ...below, ...lines].join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

async function bringIn(name: string, text: string, preset: string) {
  const guess = await desk.guess(name, text);
  expect(guess.preset).toBe(preset);
  expect(guess.finding).toBe(`${name} looks like ${guess.presetName}.`);
  expect(guess.columns.filter(({ because }) => because === '')).toEqual([]);
  const result = await desk.importFile(`${desk.folder}/${name}`);
  expect(sumHolds(result)).toBe(true);
  expect(await desk.importFile(`${desk.folder}/${name}`)).toMatchObject({ source: null, kept: 0 });
  return result;
}

const traits = () =>
  Object.fromEntries(
    desk
      .all<{ key: string; value: unknown }>('SELECT key, value FROM trait WHERE customer = 1')
      .map((t) => [t.key, t.value]),
  );
const keys = () =>
  desk.all<{ key: string }>("SELECT kind || ' ' || value AS key FROM identity ORDER BY key").map(({ key }) => key);
const feedback = () => desk.all('SELECT kind, question, score, verbatim FROM feedback ORDER BY customer, question');

describe('each export in the exact header of its tool', () => {
  it('Shopify orders: items below their order, refunds, cancellations', async () => {
    const order = {
      Name: '#1001',
      Email: 'ann@x.org',
      'Financial Status': 'partially_refunded',
      'Paid at': '2026-03-01 10:22:06 -0500',
      Currency: 'EUR',
      Subtotal: '30.00',
      Total: '35.00',
      'Created at': '2026-03-01 10:22:05 -0500',
      'Lineitem quantity': '1',
      'Lineitem name': 'Tea',
      'Refunded Amount': '5.00',
      Phone: "'+49 30 12345678",
    };
    const item = { Name: '#1001', Email: 'ann@x.org', 'Created at': order['Created at'], 'Lineitem name': 'Cup' };
    const cancelled = {
      ...order,
      Name: '#1002',
      'Refunded Amount': '0.00',
      'Cancelled at': '2026-03-02 08:00:00 -0500',
    };
    const result = await bringIn('orders.csv', csv(SHOPIFY_ORDERS, [order, item, cancelled]), 'shopify-orders');
    expect(result).toMatchObject({ rowsRead: 3, kept: 3, customersNew: 1 });
    expect(desk.all('SELECT kind, reference, amount FROM activity ORDER BY reference, kind')).toEqual([
      { kind: 'order', reference: '#1001', amount: 35 },
      { kind: 'refund', reference: '#1001', amount: 5 },
      { kind: 'cancellation', reference: '#1002', amount: 35 },
      { kind: 'order', reference: '#1002', amount: 35 },
    ]);
    expect(keys()).toEqual(['email ann@x.org', 'phone +493012345678']);
  });

  it('Shopify customers: ids, phones and postcodes behind an apostrophe', async () => {
    const header =
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags';
    const rows = [
      {
        'Customer ID': "'7073339818302",
        'First Name': 'Ann',
        Email: 'ann@x.org',
        'Accepts Email Marketing': 'yes',
        'Default Address Zip': "'01067",
        'Default Address Country Code': 'DE',
        'Default Address Phone': "'+49 30 99999999",
        Phone: "'+49 30 12345678",
        'Accepts SMS Marketing': 'no',
        'Total Spent': '1299.00',
        'Total Orders': '2',
        Tags: 'vip, tea',
      },
      { 'Customer ID': "'7073339818303", 'Accepts Email Marketing': 'no', 'Total Spent': '0.00', 'Total Orders': '0' },
    ];
    expect(await bringIn('customers.csv', csv(header, rows), 'shopify-customers')).toMatchObject({
      kept: 2,
      customersNew: 2,
    });
    expect(keys()).toEqual([
      'email ann@x.org',
      'number:customer 7073339818302',
      'number:customer 7073339818303',
      'phone +493012345678',
    ]);
    expect(traits()).toEqual({
      first_name: 'Ann',
      accepts_marketing: 1,
      accepts_sms: 0,
      zip: '01067',
      country: 'DE',
      total_spent: 1299,
      total_orders: 2,
      tags: 'vip, tea',
    });
  });

  it('Shopify abandoned checkouts: the orders columns with nothing paid', async () => {
    const cart = {
      Name: '#37107487441214',
      Email: 'ann@x.org',
      Currency: 'USD',
      Subtotal: '132.26',
      Total: '132.26',
      'Created at': '2023-11-05 22:23:29 -0800',
      'Lineitem name': 'Shoes',
    };
    const result = await bringIn('checkouts.csv', csv(SHOPIFY_ORDERS, [cart]), 'shopify-checkouts');
    expect(result).toMatchObject({ kept: 1 });
    expect(desk.all('SELECT kind, amount FROM activity')).toEqual([{ kind: 'cart', amount: 132.26 }]);
  });

  it('Klaviyo profiles', async () => {
    const header =
      'Email,Klaviyo ID,First Name,Last Name,City,State / Region,Country,Zip Code,Source,Email Marketing Consent,Profile Created On,Date Added';
    const row = {
      Email: 'Ann@x.org',
      'Klaviyo ID': '01GDDKASAP8TKDDA2GRZDSVP4H',
      City: 'Köln',
      'Zip Code': '01067',
      'Email Marketing Consent': 'SUBSCRIBED',
      'Profile Created On': '2025-01-05 10:00:00',
      'Date Added': '2025-02-01 09:00:00',
    };
    expect(await bringIn('list.csv', csv(header, [row]), 'klaviyo-profiles')).toMatchObject({ kept: 1 });
    expect(keys()).toEqual(['email ann@x.org', 'number:klaviyo 01GDDKASAP8TKDDA2GRZDSVP4H']);
    expect(traits()).toMatchObject({
      zip: '01067',
      email_consent: 'SUBSCRIBED',
      profile_created_on: '2025-01-05T10:00:00.000Z',
    });
  });

  it("a Klaviyo campaign's recipients, told by moments or by counts (made-up header: no official one is at hand)", async () => {
    const header =
      'Email,Klaviyo ID,Campaign Name,Variation,Send Time,Received Email,Opened Email,Clicked Email,Bounced Email,Unsubscribed';
    const sent = { 'Klaviyo ID': 'K1', 'Campaign Name': 'Reminder', 'Send Time': '2026-03-01 10:00:00' };
    const moments = [
      { ...sent, Email: 'a@x.org', 'Received Email': '2026-03-01 10:00:09', 'Opened Email': '2026-03-01 11:00:00' },
      { ...sent, 'Klaviyo ID': 'K2', Email: 'b@x.org', 'Bounced Email': '2026-03-01 10:00:09' },
    ];
    await bringIn('recipients.csv', csv(header, moments), 'klaviyo-recipients');
    const counts = [
      {
        ...sent,
        'Campaign Name': 'Second',
        Email: 'a@x.org',
        'Received Email': '1',
        'Clicked Email': '0',
        Unsubscribed: '1',
      },
    ];
    const other = await Desk.make();
    await other.import('counts.csv', csv(header, counts));
    expect(other.all('SELECT kind FROM activity ORDER BY kind')).toEqual([
      { kind: 'email_sent' },
      { kind: 'unsubscribe' },
    ]);
    await other.pilot.close();
    expect(
      desk.all(
        "SELECT a.kind, i.value FROM activity a JOIN identity i ON i.customer = a.customer AND i.kind = 'email' ORDER BY at, a.kind",
      ),
    ).toEqual([
      { kind: 'email_bounced', value: 'b@x.org' },
      { kind: 'email_sent', value: 'a@x.org' },
      { kind: 'email_opened', value: 'a@x.org' },
    ]);
  });

  it('Mailchimp audience, the file of those who left included', async () => {
    const header =
      '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES';
    const row = {
      'Email Address': 'ann@x.org',
      'First Name': 'Ann',
      MEMBER_RATING: '4',
      CONFIRM_TIME: '2015-03-16 14:40:47',
      CC: 'DE',
      LEID: '12345',
      EUID: 'a1b2c3d4e5',
    };
    expect(await bringIn('subscribed.csv', csv(header, [row]), 'mailchimp-audience')).toMatchObject({ kept: 1 });
    expect(traits()).toEqual({
      first_name: 'Ann',
      member_rating: 4,
      confirmed_at: '2015-03-16T14:40:47.000Z',
      country: 'DE',
    });
    const left = header.replace('NOTES', 'NOTES,TAGS,UNSUB_TIME');
    const gone = { ...row, UNSUB_TIME: '2026-01-05 08:00:00', TAGS: '"tea"' };
    await bringIn('unsubscribed.csv', csv(left, [gone]), 'mailchimp-audience');
    expect(desk.all('SELECT kind, at FROM activity')).toEqual([{ kind: 'unsubscribe', at: Date.UTC(2026, 0, 5, 8) }]);
    expect(desk.count('customer')).toBe(1);
  });

  it('Stripe payments: taken, refunded, failed; amounts in their currency', async () => {
    const header =
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Fee,Status,Description,Customer Email,Invoice ID,Transfer,plan (metadata)';
    const row = { 'Created date (UTC)': '2026-03-01 10:00:00', Currency: 'eur', 'Amount Refunded': '0.00' };
    const rows = [
      { ...row, id: 'ch_1', Amount: '35.00', Status: 'Paid', 'Customer Email': 'ann@x.org' },
      {
        ...row,
        id: 'ch_2',
        Amount: '20.00',
        'Amount Refunded': '20.00',
        Status: 'Refunded',
        'Customer Email': 'ann@x.org',
      },
      { ...row, id: 'ch_3', Amount: '99.00', Status: 'Failed', 'Customer Email': 'bob@x.org' },
      { ...row, id: 'ch_4', Amount: '99.00', Status: 'Paid' },
    ];
    const result = await bringIn('payments.csv', csv(header, rows), 'stripe-payments');
    expect(result).toMatchObject({ kept: 3, reasons: { 'no-key': 1 } });
    expect(desk.all('SELECT kind, reference, amount, currency FROM activity ORDER BY reference, kind')).toEqual([
      { kind: 'payment', reference: 'ch_1', amount: 35, currency: 'EUR' },
      { kind: 'payment', reference: 'ch_2', amount: 20, currency: 'EUR' },
      { kind: 'refund', reference: 'ch_2', amount: 20, currency: 'EUR' },
      { kind: 'payment_failed', reference: 'ch_3', amount: 99, currency: 'EUR' },
    ]);
  });

  it('Zendesk tickets', async () => {
    const header =
      'Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes,First reply time in minutes within business hours,First resolution time in minutes,On hold time in minutes within business hours';
    const row = {
      'Summation column': '1',
      Id: '501',
      'Requester id': '9001',
      'Requester external id': '17',
      'Requester email': 'ann@x.org',
      Group: 'Support',
      Subject: 'Where is my order, please?',
      Via: 'Mail',
      'Created at': '2026-08-19 14:32',
    };
    expect(await bringIn('tickets.csv', csv(header, [row]), 'zendesk-tickets')).toMatchObject({ kept: 1 });
    expect(feedback()).toMatchObject([{ kind: 'complaint', verbatim: 'Where is my order, please?' }]);
  });

  it('Typeform, old and new', async () => {
    const recommend = 'How likely are you to recommend us to a friend?';
    const why = 'Please tell us why you gave this score.';
    const answers = { [recommend]: '3', [why]: 'The parcel came late, twice.', 'Your e-mail': 'ann@x.org' };
    const old = csv(`#,${recommend},${why},Your e-mail,Start Date (UTC),Submit Date (UTC),Network ID`, [
      { ...answers, '#': 'tok1', 'Submit Date (UTC)': '2026-03-01 10:00:00', 'Network ID': 'n1' },
    ]);
    expect(await bringIn('old.csv', old, 'typeform')).toMatchObject({ kept: 1 });
    const header = `#,${recommend},${why},customer_id,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending`;
    const rows = [
      {
        '#': 'tok2',
        [recommend]: '9',
        [why]: 'Quick and friendly service.',
        customer_id: '17',
        'Response Type': 'completed',
        'Submit Date (UTC)': '2026-03-02 10:00:00',
      },
      {
        '#': 'tok3',
        [recommend]: '10',
        customer_id: '18',
        'Response Type': 'started',
        'Start Date (UTC)': '2026-03-02 10:00:00',
      },
    ];
    expect(await bringIn('new.csv', csv(header, rows), 'typeform')).toMatchObject({ kept: 2 });
    expect(feedback()).toEqual([
      { kind: 'nps', question: 'nps', score: 3, verbatim: 'The parcel came late, twice.' },
      { kind: 'nps', question: 'nps', score: 9, verbatim: 'Quick and friendly service.' },
      { kind: 'nps', question: 'nps', score: 10, verbatim: null },
    ]);
    expect(keys()).toEqual(['email ann@x.org', 'number:customer 17', 'number:customer 18']);
  });

  it('SurveyMonkey: the second header row holds the choices', async () => {
    const header =
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely are you to recommend us?,Why?,Which did you use?,,';
    const choices = ',,,,,,,,,Response,Open-Ended Response,Shop,App,Phone';
    const text = [
      header,
      choices,
      '118001,4001,03/14/2026 10:00:00 AM,03/14/2026 10:05:00 AM,192.0.2.1,ann@x.org,,,,9,"Always friendly, always quick.",Shop,,Phone',
      '118002,4001,03/02/2026 10:00:00 AM,03/02/2026 10:05:00 AM,192.0.2.2,bob@x.org,,,,2,Nobody answered my three mails.,,App,',
    ].join('\n');
    const guess = await desk.guess('survey.csv', text);
    expect(guess.mapping.format).toMatchObject({ headerRows: 2, dateOrder: 'mdy' });
    expect(guess.header.slice(9)).toEqual([
      'How likely are you to recommend us?',
      'Why?',
      'Which did you use? - Shop',
      'Which did you use? - App',
      'Which did you use? - Phone',
    ]);
    expect(await bringIn('survey.csv', text, 'survey-monkey')).toMatchObject({ rowsRead: 2, kept: 2, customersNew: 2 });
    expect(feedback()).toEqual([
      { kind: 'nps', question: 'nps', score: 9, verbatim: 'Always friendly, always quick.' },
      { kind: 'nps', question: 'nps', score: 2, verbatim: 'Nobody answered my three mails.' },
    ]);
  });

  it('SurveyMonkey of old with an open link: each answer is a person of its own', async () => {
    const text = [
      'RespondentID,CollectorID,StartDate,EndDate,IP Address,Email Address,First Name,LastName,Custom Data,Your rating',
      ',,,,,,,,,Response',
      '1,4001,03/14/2026 10:00,03/14/2026 10:05,192.0.2.1,,,,,4',
      '2,4001,03/15/2026 10:00,03/15/2026 10:05,192.0.2.2,,,,,5',
    ].join('\n');
    expect(await bringIn('survey.csv', text, 'survey-monkey')).toMatchObject({ kept: 2, customersNew: 2 });
    expect(feedback()).toMatchObject([{ score: 4 }, { score: 5 }]);
  });

  it('Qualtrics: three header rows', async () => {
    const names =
      'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2';
    const texts =
      'Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,How likely are you to recommend us?,"What is the main reason, in your words?"';
    const ids = names
      .split(',')
      .map((name) => `"{""ImportId"":""${name}""}"`)
      .join(',');
    const row = {
      RecordedDate: '2026-03-01 10:00:00',
      ResponseId: 'R_1',
      RecipientEmail: 'ann@x.org',
      ExternalReference: '17',
      DistributionChannel: 'email',
      Q1: '7',
      Q2: 'Fine, but the queue was long.',
    };
    const text = csv(
      names,
      [row, { ...row, ResponseId: 'R_2', RecipientEmail: 'b@x.org', ExternalReference: '', Q1: '10' }],
      [texts, ids],
    );
    const guess = await desk.guess('q.csv', text);
    expect(guess.mapping.format).toMatchObject({ headerRows: 3 });
    expect(guess.header.slice(-2)).toEqual([
      'Q1 - How likely are you to recommend us?',
      'Q2 - What is the main reason, in your words?',
    ]);
    expect(await bringIn('q.csv', text, 'qualtrics')).toMatchObject({ rowsRead: 2, kept: 2, customersNew: 2 });
    expect(feedback()).toMatchObject([{ kind: 'nps', score: 7, verbatim: row.Q2 }, { score: 10 }]);
    expect(keys()).toEqual(['email ann@x.org', 'email b@x.org', 'number:customer 17']);
  });

  it('HubSpot contacts, with columns of the user’s choice', async () => {
    const header = 'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Plan,Seats';
    const rows = ['ann', 'bob'].map((name, i) => ({
      'Record ID': `${101 + i}`,
      'First Name': name,
      Email: `${name}@x.org`,
      'Phone Number': `+49 30 1234567${i}`,
      'Lead Status': 'Open',
      'Create Date': '2026-01-05 10:00',
      Plan: 'Team',
      Seats: `${5 + i}`,
    }));
    expect(await bringIn('contacts.csv', csv(header, rows), 'hubspot-contacts')).toMatchObject({
      kept: 2,
      customersNew: 2,
    });
    expect(traits()).toEqual({
      first_name: 'ann',
      lead_status: 'Open',
      created_on: '2026-01-05T10:00:00.000Z',
      plan: 'Team',
      seats: 5,
    });
    expect(keys()).toEqual(expect.arrayContaining(['number:hubspot 101', 'email ann@x.org', 'phone +493012345670']));
  });
});

describe('a report without persons in it', () => {
  const ga4 = [
    '# ----------------------------------------',
    '# Events: Event name',
    '# Account: A shop',
    '# Start date: 20260101',
    '# End date: 20260131',
    '# ----------------------------------------',
    '',
    'Event name,Event count,Total users,Event count per active user,Total revenue',
    'page_view,1000,300,3.33,0',
    'purchase,40,35,1.14,1299.5',
  ].join('\n');
  const others: Record<string, string> = {
    'ga4-events': ga4.replace('per active user', 'per user'),
    'klaviyo-campaigns':
      'Campaign Name,Subject,List,Send Time,Send Weekday,Total Recipients,Unique Placed Order,Placed Order Rate,Revenue,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Spam Complaints,Spam Complaints Rate,Successful Deliveries,Bounces,Bounce Rate,Campaign ID,Campaign Channel\nReminder,Hi,All,2026-03-01 10:00:00,Sunday,100,1,1%,10,30,30%,40,5,5%,6,0,0,0%,99,1,1%,abc,email\n',
    'klaviyo-flows':
      'Day,Flow ID,Flow Name,Flow Message ID,Flow Message Name,Flow Message Channel,Status,Delivered,Unique Opens,Open Rate,Unique Clicks,Click Rate,Placed Order,Placed Order Rate,Revenue,Revenue per Recipient,Unsub Rate,Complaint Rate,Bounce Rate,Tags\n2026-03-01,a,Welcome,b,First,email,live,10,3,30%,1,10%,0,0%,0,0,0%,0%,0%,\n',
    'stripe-payments-without-customers':
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Fee,Is Link,Mode,Payment Source Type,Status,Taxes On Fee,Application Fee,Application ID\nch_1,2026-03-01 10:00:00,35.00,0.00,eur,true,35.00,0.00,eur,1.00,false,Live,card,Paid,0.00,,\n',
  };

  it('is recognised below its preamble, and refused for import with a sentence', async () => {
    const guess = await desk.guess('ga4.csv', ga4);
    expect(guess).toMatchObject({ preset: 'ga4-events', mapping: { format: { skipRows: 7, headerRows: 1 } } });
    expect(guess.finding).toBe('ga4.csv looks like a Google Analytics 4 events report; there is no person in it.');
    expect(guess.warnings[0]).toMatch(/^It counts events and names no person/);
    expect(guess.warnings.join()).not.toMatch(/If one does, map it/);
    const before = desk.snapshot();
    await expect(desk.importFile(`${desk.folder}/ga4.csv`)).rejects.toThrow(/none of it can be attached to a customer/);
    await expect(desk.importFile(`${desk.folder}/ga4.csv`, guess.mapping)).rejects.toThrow(/names no person/);
    expect(desk.snapshot()).toEqual(before);
  });

  it('says what to export instead', async () => {
    for (const [id, text] of Object.entries(others)) {
      expect([id, (await desk.guess(`${id}.csv`, text)).preset]).toEqual([id, id]);
      await expect(desk.importFile(`${desk.folder}/${id}.csv`)).rejects.toMatchObject({ code: 'no-person' });
    }
  });
});

describe('a preset that is proposed', () => {
  it('can be set aside, for another or for none', async () => {
    const path = desk.put('nps.csv', 'Email,Score,Answered At,Comment\na@x.org,9,2026-03-01,Lovely people\n');
    expect((await guessExport(path, null)).preset).toBe('nps');
    expect(await guessExport(path, null, null, 'none')).toMatchObject({ preset: null, kind: 'feedback' });
    await expect(guessExport(path, null, null, 'zendesk-tickets')).rejects.toThrow(
      'nps.csv is not a Zendesk ticket export',
    );
    await expect(guessExport(path, null, null, 'ga4')).rejects.toThrow(
      /There is no preset "ga4"\. The presets are .*typeform/,
    );
    const none = { mapping: null, preset: 'none', as: null };
    expect(await importExport(desk.pilot, path, none)).toMatchObject({ kept: 1 });
  });
});
