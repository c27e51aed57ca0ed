import { describe, expect, it } from 'vitest';
import { profileColumns } from '#shared/records/column-profile.ts';
import { joinHeader } from '#shared/records/header-rows.ts';
import { columnNames, headerSignature } from '#shared/records/layout.ts';
import { shapeOfSample } from '#shared/records/sample-shape.ts';
import { DateOrderWitness } from '#shared/records/settle-date.ts';
import { settleDecimal } from '#shared/records/settle-number.ts';
import { ideaOf } from '#shared/records/suggest-column.ts';
import { suggestMapping } from '#shared/records/suggest-mapping.ts';

const cells = (...texts: string[]) => texts.map((text) => [text]);

describe('how a table lies in its text', () => {
  it.each([
    [',', 'a,b,c\n1,2,3\n4,5,6\n'],
    [';', 'a;b;c\n1,5;2;3\n4,2;5;6\n'],
    ['\t', 'a\tb\n1,2\t3\n4,5\t6\n'],
    ['|', 'a|b|c\n1|2,0|3\n4|5|6\n'],
    [';', 'name;note\n"x, y";"one, two, three"\n"z";"a, b, c"\n'],
  ])('is found for the delimiter %j', (delimiter, text) => {
    expect(shapeOfSample(text)).toEqual({ delimiter, skipRows: 0, headerRows: 1 });
  });

  it('passes over notes and comments above the header', () => {
    const text = '# Report\n# Start date: 20260101\n\nEvent,Count,Users\nview,5,3\nbuy,1,1\n';
    expect(shapeOfSample(text)).toEqual({ delimiter: ',', skipRows: 3, headerRows: 1 });
    expect(shapeOfSample('#,Question 1,Submit Date\nabc,yes,2026-01-01\n')).toMatchObject({ skipRows: 0 });
  });

  it('takes groups over the names for rows of the header, where what is below tells names from a first row', () => {
    const names = 'email,phone,order_id,total\nann@example.org,+491711234567,A1,3\nbob@example.org,,A2,4\n';
    expect(shapeOfSample(`Customer,,Order,\n${names}`)).toMatchObject({ skipRows: 0, headerRows: 2 });
    expect(shapeOfSample(`Shop,,,\nCustomer,,Order,\n${names}`)).toMatchObject({ headerRows: 3 });
    expect(shapeOfSample('name,,city\nAnn,Smith,Rome\nBob,Lee,Oslo\n')).toMatchObject({ headerRows: 1 });
    expect(shapeOfSample('name,,n\nAnn,Smith,1\nBob,Lee,2\n')).toMatchObject({ headerRows: 1 });
  });

  it('names columns below groups by their own row, and by both where that tells too little', () => {
    expect(
      joinHeader([
        ['Customer', '', 'Order'],
        ['Email', 'Phone', 'Total'],
      ]),
    ).toEqual(['Email', 'Phone', 'Total']);
    expect(
      joinHeader([
        ['Billing', '', 'Shipping', ''],
        ['Name', 'Zip', 'Name', 'Zip'],
      ]),
    ).toEqual(['Billing - Name', 'Billing - Zip', 'Shipping - Name', 'Shipping - Zip']);
    expect(
      joinHeader([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual(['a - c', 'b - d']);
  });

  it('sees that there is no header', () => {
    expect(shapeOfSample('a@x.org,12,2026-01-01\nb@x.org,13,2026-01-02\n')).toMatchObject({ headerRows: 0 });
  });
});

describe('names of columns', () => {
  it('tell repeated and empty headers apart', () => {
    expect(columnNames(['a', '', 'a', ' b ', 'a', ''])).toEqual({
      names: ['a', 'column 2', 'a (2)', 'b', 'a (3)', 'column 6'],
      repeated: ['a'],
    });
  });

  it('that differ in marks only become different names', () => {
    const names = ['email', 'Total (EUR)', 'total eur', 'Total-EUR'];
    const profiles = profileColumns(names, [['a@x.org', '1', '2', '3']], '.');
    const targets = Object.values(suggestMapping(profiles, 'traits').mapping.columns);
    expect(targets.map((target) => ('name' in target ? target.name : target.to))).toEqual([
      'identity',
      'total_eur',
      'total_eur_2',
      'total_eur_3',
    ]);
  });

  it('have the same signature in any order and case', () => {
    expect(headerSignature(['Order ID', 'E-Mail'])).toBe(headerSignature(['e mail', 'order_id']));
  });
});

describe('the decimal sign', () => {
  it('is settled from all numbers', () => {
    expect(settleDecimal(cells('1.299,00', '5'))).toMatchObject({ decimal: ',', doubt: null });
    expect(settleDecimal(cells('1,299', '1,299.50'))).toMatchObject({ decimal: '.', doubt: null });
    expect(settleDecimal(cells('12,5'))).toMatchObject({ decimal: ',' });
    expect(settleDecimal(cells('1.1.1.1', '12.03.2024', 'x,y'))).toMatchObject({ decimal: '.', doubt: null });
  });

  it('follows the clear numbers where others could be thousands or a fraction', () => {
    expect(settleDecimal(cells('12,5', '1.234', '2.345'))).toMatchObject({ decimal: ',', doubt: null });
    expect(settleDecimal([['12,5', '52.123']])).toMatchObject({
      decimal: ',',
      doubt: expect.stringContaining('52.123'),
    });
    expect(settleDecimal([['12.5', '1,234']])).toMatchObject({ decimal: '.', doubt: null, unclear: null });
  });

  it('is doubted where it could be either', () => {
    expect(settleDecimal(cells('1.234', '2.345'))).toEqual({
      decimal: '.',
      doubt: '1.234 could be thousands or a fraction; it is read as a fraction.',
      unclear: { cell: '1.234', column: 0 },
    });
    expect(settleDecimal(cells('1,299')).doubt).toMatch(/1,299 could be thousands or a fraction/);
    expect(settleDecimal(cells('12,5', '12.5', '13.5')).doubt).toMatch(/read with a point/);
  });
});

describe('the order of dates', () => {
  const order = (...dates: string[]) => {
    const witness = new DateOrderWitness();
    for (const date of dates) witness.see(date);
    return witness.isAmbiguous ? 'ambiguous' : witness.order;
  };

  it('is told by the first 13', () => {
    expect(order('03/04/2026', '05/06/2026')).toBe('ambiguous');
    expect(order('03/04/2026', '13/06/2026')).toBe('dmy');
    expect(order('03/04/2026', '06/13/2026')).toBe('mdy');
    expect(order('2026-03-04')).toBeNull();
    expect(order('13/06/2026', '06/13/2026', '01/02/2026')).toBe('ambiguous');
    expect(order('05/05/2026')).toBeNull();
  });

  it('with years of two digits is told by what cannot be a day or a month, and asked for while it is not', () => {
    expect(order('26-03-01')).toBe('ambiguous');
    expect(order('26-03-01', '26-03-02')).toBe('ambiguous');
    expect(order('03/04/26')).toBe('ambiguous');
    expect(order('26-03-45')).toBe('dmy');
    expect(order('45-03-26')).toBe('ymd');
    expect(order('03/26/26')).toBe('mdy');
    expect(order('26.03.01')).toBe('dmy');
  });

  it('with years of two digits is told by which end takes the scattered values of days', () => {
    expect(order('26-03-01', '26-03-13', '26-04-02')).toBe('ymd');
    expect(order('01-03-26', '13-03-26', '02-04-26')).toBe('dmy');
    const days = Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2, '0'));
    expect(order(...days.map((day) => `26-03-${day}`))).toBe('ymd');
    expect(order(...days.map((day) => `${day}/03/26`))).toBe('dmy');
    // Eight Christmases, or one month: nobody can tell.
    expect(order(...days.slice(18, 26).map((year) => `25-12-${year}`))).toBe('ambiguous');
  });

  it('is doubted where no order suits all', () => {
    const witness = new DateOrderWitness();
    for (const date of ['13/06/2026', '06/13/2026']) witness.see(date);
    expect(witness.contradiction).toEqual(['13/06/2026', '06/13/2026']);
  });
});

describe('a question whether people would recommend', () => {
  const idea = (...cells: string[]) =>
    ideaOf(
      profileColumns(
        ['How likely are you to recommend us?'],
        cells.map((cell) => [cell]),
        '.',
      )[0]!,
    );
  const answers = Array.from({ length: 40 }, (_, i) => String(i % 11));

  it('is a score from 0 to 10, also with a slip of the pen among its answers, which is said', () => {
    expect(idea(...answers)).toMatchObject({ is: 'score', question: 'nps', scale: [0, 10], doubt: null });
    expect(idea(...answers, '11')).toMatchObject({
      is: 'score',
      scale: [0, 10],
      doubt: '1 of 41 cells is not from 0 to 10; their rows would go to quarantine.',
    });
    expect(idea(...answers, '100', '100', '100').is).not.toBe('score');
  });
});

describe('a suggestion', () => {
  const suggest = (header: string, ...rows: string[]) =>
    suggestMapping(
      profileColumns(
        header.split(','),
        rows.map((row) => row.split(',')),
        '.',
      ),
    );

  it('finds customer, time, amount, currency and reference of an order table', () => {
    const { mapping } = suggest(
      'order_id,customer_email,created_at,total,currency,channel',
      '1,a@x.org,2026-01-01 10:00:00,5.00,EUR,web',
      '2,b@x.org,2026-01-02 10:00:00,7.50,EUR,app',
    );
    expect(mapping).toEqual({
      kind: 'activities',
      activity: 'order',
      columns: {
        order_id: { to: 'reference' },
        customer_email: { to: 'identity', key: 'email' },
        created_at: { to: 'at' },
        total: { to: 'amount' },
        currency: { to: 'currency' },
        channel: { to: 'property', name: 'channel' },
      },
      rowKey: ['order_id'],
    });
  });

  it('takes columns in doubt for text, and says so', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `a${i}@x.org,${i === 7 ? 'many' : i}`);
    const { mapping, columns } = suggest('email,visits', ...rows);
    expect(mapping.columns.visits).toEqual({ to: 'trait', name: 'visits', type: 'text' });
    expect(columns.get('visits')?.doubt).toBe('1 of 20 cells are no numbers, so it is kept as text.');
  });

  it('keeps codes as they are written', () => {
    const { mapping } = suggest('email,zip,branch', 'a@x.org,04229,007', 'b@x.org,10115,012');
    expect(mapping.columns).toMatchObject({ zip: { type: 'text' }, branch: { type: 'text' } });
  });

  it('takes a column for the arm only when its values speak of arms', () => {
    expect(suggest('email,group,spend', 'a@x.org,control,1', 'b@x.org,variant,2').mapping.columns.group).toEqual({
      to: 'arm',
    });
    expect(suggest('email,group,spend', 'a@x.org,gold,1', 'b@x.org,silver,2').mapping.columns.group).toMatchObject({
      to: 'trait',
    });
  });

  it('knows scores and words of a survey', () => {
    const { mapping } = suggest(
      'E-Mail,NPS Score,Why did you give this score?,Submitted',
      'a@x.org,9,It was quick and easy,2026-01-01',
      'b@x.org,0,Nobody answered my mail,2026-01-02',
    );
    expect(mapping).toMatchObject({
      kind: 'feedback',
      feedback: 'nps',
      columns: {
        'NPS Score': { to: 'score', question: 'nps', scale: [0, 10] },
        'Why did you give this score?': { to: 'verbatim' },
        Submitted: { to: 'at' },
      },
    });
  });

  it('knows reviews by what their columns are called', () => {
    const { mapping } = suggest(
      'order_id,review_score,review_comment_message',
      'a1,5,"It came early, and all was well"',
      'b2,1,It never came and nobody answered',
    );
    expect(mapping).toMatchObject({ kind: 'feedback', feedback: 'review' });
    expect(suggest('id,preview_score', 'a1,5', 'b2,1').mapping.feedback).not.toBe('review');
  });
});
