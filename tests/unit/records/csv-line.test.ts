import { expect, it } from 'vitest';
import { csvLine } from '#shared/records/csv-line.ts';

it.each(['=1+1', '+49 x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1+1', '＝1+1', "=cmd|' /C calc'!A0"])(
  'a spreadsheet runs nothing in %j',
  (cell) => {
    expect(csvLine([cell]).replace(/^"/, '')).toMatch(/^'/);
  },
);

it('leaves numbers, words and phone numbers as they are', () => {
  expect(csvLine([-3, '-3.5', '+491711234567', 'a=b', 'ann@example.org', null, ''])).toBe(
    '-3,-3.5,+491711234567,a=b,ann@example.org,,',
  );
  expect(csvLine(['a,b', 'say "x"', 'two\nlines', ' padded '])).toBe('"a,b","say ""x""","two\nlines"," padded "');
});
