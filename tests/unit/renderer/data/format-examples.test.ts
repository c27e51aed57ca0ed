import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';
import { dateExample, decimalExample } from '../../../../renderer/data/format-examples.ts';

const format = formatter({ locale: 'en-GB', timeZone: 'Europe/Berlin', currency: null });
const mapping: Mapping = { kind: 'activities', columns: { on: { to: 'at' }, sum: { to: 'amount' } } };

function guess(dates: string[], sums: string[]): Guess {
  const column = (header: string, values: string[]) => ({ header, values, target: null, because: '', doubt: null });
  return {
    file: 'a.csv',
    bytes: 1,
    encoding: 'utf-8',
    delimiter: ',',
    sheets: [],
    header: ['on', 'sum'],
    rowEstimate: 1,
    preset: null,
    presetName: null,
    remembered: false,
    kind: 'activities',
    mapping,
    columns: [column('on', dates), column('sum', sums)],
    firstRows: [],
    finding: '',
    warnings: [],
    questions: [],
    since: null,
  };
}

describe('an example out of the file', () => {
  it('shows a date read both ways, and prefers a cell that tells them apart', () => {
    expect(dateExample(guess(['', '05/05/2026', '03/04/2026'], []), mapping, format)).toEqual({
      cell: '03/04/2026',
      readings: [
        { way: 'day first', as: '3 April 2026' },
        { way: 'month first', as: '4 March 2026' },
      ],
    });
  });

  it('says when one way gives no day at all', () => {
    const example = dateExample(guess(['31/12/2026'], []), mapping, format);
    expect(example?.readings.map(({ as }) => as)).toEqual(['31 December 2026', 'no day that exists']);
  });

  it('shows an amount with a decimal point and with a decimal comma', () => {
    const example = decimalExample(guess([], ['12', '1.234,50']), mapping, format);
    expect(example?.cell).toBe('1.234,50');
    expect(example?.readings.map(({ as }) => as)).toEqual(['not a number', '1,234.50']);
  });

  it('is missing where the file has no such column', () => {
    expect(dateExample(guess([], []), { ...mapping, columns: {} }, format)).toBeNull();
  });
});
