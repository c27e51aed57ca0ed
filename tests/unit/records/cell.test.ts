import { describe, expect, it } from 'vitest';
import { readBoolean } from '#shared/records/cell/boolean.ts';
import { DateReader } from '#shared/records/cell/date.ts';
import { currencyNamed, readNumber } from '#shared/records/cell/number.ts';
import { ZoneClock } from '#shared/records/cell/zone.ts';
import type { DateOrder } from '#shared/records/mapping.ts';

describe('a number', () => {
  it.each([
    ['0', 0],
    ['-12', -12],
    ['1299.00', 1299],
    ['.5', 0.5],
    ['5.', 5],
    ['1,299.00', 1299],
    ['1,29,900.50', 129900.5],
    ['$1,299', 1299],
    ['EUR 12.50', 12.5],
    ['12.50 €', 12.5],
    ['-$3.20', -3.2],
    ['$-3.20', -3.2],
    ['(3.20)', -3.2],
    ['3.20-', -3.2],
    ['$(3.20)', -3.2],
    ['(€3.20)', -3.2],
    ['+7', 7],
    ['1 234 567', 1234567],
    ['1 234.50', 1234.5],
    ['1\u202f234', 1234],
    ['12 345 EUR', 12345],
    ['- 5', -5],
    ['1.5e3', 1500],
    ['123456789012345678', 123456789012345680],
  ])('%s with a decimal point is %d', (text, value) => expect(readNumber(text, '.')).toBe(value));

  it.each([
    ['1.299,00', 1299],
    ['12,5', 12.5],
    ['-0,5', -0.5],
    ['1.299.000', 1299000],
    ['1 234,5 €', 1234.5],
    ["1'234,5", 1234.5],
  ])('%s with a decimal comma is %d', (text, value) => expect(readNumber(text, ',')).toBe(value));

  it.each([
    '',
    'n/a',
    '1,23',
    '1.2.3',
    '12 apples',
    '0x10',
    'Infinity',
    'NaN',
    '--5',
    '(-5)',
    '1e999',
    '5%',
    '.',
    '-',
    '1,299,00',
    '5 3',
    '12 34',
    '1234 567',
    "1'2",
    '1 234 56',
    '1 234.5 678',
  ])('%s is none', (text) => expect(readNumber(text, '.')).toBeNaN());

  it('is not read as thousands where the comma is the decimal sign', () => {
    expect(readNumber('1,299', ',')).toBe(1.299);
    expect(readNumber('12.5', ',')).toBeNaN();
  });

  it('may name its currency', () => {
    expect(['€12', '12 EUR', '£3', 'USD 5', '$5', '5', '(€5)'].map(currencyNamed)).toEqual([
      'EUR',
      'EUR',
      'GBP',
      'USD',
      null,
      null,
      'EUR',
    ]);
  });
});

describe('a truth value', () => {
  it('is 1/0, true/false, yes/no, y/n, t/f in any case and nothing else', () => {
    expect(['1', 'TRUE', 'Yes', 'y', 'T'].map(readBoolean)).toEqual([true, true, true, true, true]);
    expect(['0', 'false', 'NO', 'n', 'f'].map(readBoolean)).toEqual([false, false, false, false, false]);
    expect(['2', 'ja', '', 'on'].map(readBoolean)).toEqual([null, null, null, null]);
  });
});

describe('a date', () => {
  const read = (text: string, order: DateOrder | null = null, zone = 'UTC') => {
    const reader = new DateReader(order, new ZoneClock(zone));
    const at = reader.read(text);
    return Number.isNaN(at) ? reader.fault : `${new Date(at).toISOString()}${reader.dayOnly ? ' day' : ''}`;
  };

  it.each([
    ['2026-03-01 10:22:05 -0500', '2026-03-01T15:22:05.000Z'],
    ['2026-03-01T10:22:05Z', '2026-03-01T10:22:05.000Z'],
    ['2026-03-01T10:22:05.250+05:30', '2026-03-01T04:52:05.250Z'],
    ['2019-10-01 00:00:00 UTC', '2019-10-01T00:00:00.000Z'],
    ['2017-09-10 03:27:54+00:00', '2017-09-10T03:27:54.000Z'],
    ['2017-08-30 11:55:08.970352', '2017-08-30T11:55:08.970Z'],
    ['2026-08-19 14:32', '2026-08-19T14:32:00.000Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z day'],
    ['2026/3/1', '2026-03-01T00:00:00.000Z day'],
    ['20260301', '2026-03-01T00:00:00.000Z day'],
    ['1772000000', '2026-02-25T06:13:20.000Z'],
    ['Jun 09, 2018 09:30 pm', '2018-06-09T21:30:00.000Z'],
    ['Sat, May 1, 2021 10:15', '2021-05-01T10:15:00.000Z'],
    ['9 June 2018', '2018-06-09T00:00:00.000Z day'],
    ['01-Mar-26', '2026-03-01T00:00:00.000Z day'],
    ['2026-Mar-01', '2026-03-01T00:00:00.000Z day'],
    ['Mar-01-2026', '2026-03-01T00:00:00.000Z day'],
    ['1. März 2026', '2026-03-01T00:00:00.000Z day'],
    ['1 de marzo de 2026', '2026-03-01T00:00:00.000Z day'],
    ['1er août 2026 10:15', '2026-08-01T10:15:00.000Z'],
    ['Mo., 02. Dez 2026', '2026-12-02T00:00:00.000Z day'],
    ['5 juin 2026', '2026-06-05T00:00:00.000Z day'],
    ['5 juil. 2026', '2026-07-05T00:00:00.000Z day'],
    ['Sun Mar 01 2026 10:22:05 GMT+0100 (Central European Standard Time)', '2026-03-01T09:22:05.000Z'],
    ['Sun, 01 Mar 2026 10:22:05 +0000', '2026-03-01T10:22:05.000Z'],
    ['Sun Mar  1 10:22:05 2026', '2026-03-01T10:22:05.000Z'],
    ['13.04.2026 14:05 Uhr', '2026-04-13T14:05:00.000Z'],
    ['20260301T102205Z', '2026-03-01T10:22:05.000Z'],
    ["'2026-03-01", '2026-03-01T00:00:00.000Z day'],
    ['1767225600.25', '2026-01-01T00:00:00.250Z'],
    ['1767225600000000', '2026-01-01T00:00:00.000Z'],
    ['13/04/2026', '2026-04-13T00:00:00.000Z day'],
    ['04/13/2026 1:05 PM', '2026-04-13T13:05:00.000Z'],
    ['13.04.26', '2026-04-13T00:00:00.000Z day'],
    ['05/05/2026', '2026-05-05T00:00:00.000Z day'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z day'],
    [' 2026-03-01 ', '2026-03-01T00:00:00.000Z day'],
  ])('%s tells its day by itself', (text, iso) => expect(read(text)).toBe(iso));

  it('that could be two days is ambiguous until the order is known', () => {
    expect(read('03/04/2026')).toBe('ambiguous');
    expect(read('03/04/2026', 'ymd')).toBe('ambiguous');
    expect(read('03/04/2026', 'dmy')).toBe('2026-04-03T00:00:00.000Z day');
    expect(read('03/04/2026 17:00', 'mdy')).toBe('2026-03-04T17:00:00.000Z');
    expect(read('26/03/04', 'ymd')).toBe('2026-03-04T00:00:00.000Z day');
    expect(read('26-03-01')).toBe('ambiguous');
    expect(read('26-03-13')).toBe('ambiguous');
    expect(read('26-03-01', 'ymd')).toBe('2026-03-01T00:00:00.000Z day');
    expect(read('26-03-01', 'dmy')).toBe('2001-03-26T00:00:00.000Z day');
    expect(read('26-03-45')).toBe('2045-03-26T00:00:00.000Z day');
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '0000-00-00',
    '31/04/2026',
    '2026-03-01 24:00:00',
    '2026-03-01 10:61:00',
    '2026-03-01 10:00:00 +9900',
    'pending',
    '12',
    '2026-3',
    '1/2/3/4',
    '9999-01-01',
    '32 Foo 2026',
    '1 ju 2026',
    '1 ma 26',
    'Order 12 2026',
    'may be 5 2026',
    '20260301T2522Z',
    '2026-03-01x',
  ])('%s does not exist', (text) => expect(read(text)).toBe('bad'));

  it('without an offset is clock time of its zone, in summer and winter', () => {
    expect(read('2026-07-01 10:00:00', null, 'Europe/Berlin')).toBe('2026-07-01T08:00:00.000Z');
    expect(read('2026-01-01 10:00:00', null, 'Europe/Berlin')).toBe('2026-01-01T09:00:00.000Z');
    expect(read('2025-10-05 02:45:00', null, 'Australia/Lord_Howe')).toBe('2025-10-04T15:45:00.000Z');
    expect(read('2026-07-01', null, 'America/New_York')).toBe('2026-07-01T04:00:00.000Z day');
    expect(read('2026-07-01 10:00:00 -0500', null, 'Europe/Berlin')).toBe('2026-07-01T15:00:00.000Z');
  });
});
