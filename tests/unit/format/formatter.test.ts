import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';

const english = formatter({ locale: 'en-US', timeZone: 'UTC', currency: 'USD' });
const german = formatter({ locale: 'de-DE', timeZone: 'Europe/Berlin', currency: 'EUR' });
/** Spaces that never break shown as plain ones, so that the expected figures can be read. */
const seen = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formatter', () => {
  it('writes rates with a space that never breaks before the percent sign', () => {
    expect(english.percent(0.146)).toBe('14.6\u00a0%');
    expect(german.percent(0.146)).toBe('14,6\u00a0%');
  });

  it('gives small rates more digits and round ones none', () => {
    expect(seen(english.percent(0.0031))).toBe('0.31 %');
    expect(seen(english.percent(0.00041))).toBe('0.041 %');
    expect(seen(english.percent(1))).toBe('100 %');
    expect(seen(english.percent(0))).toBe('0 %');
    expect(seen(english.percent(0.10617, 2))).toBe('10.62 %');
  });

  it('writes lifts with their sign and a true minus', () => {
    expect(seen(english.lift(0.27))).toBe('+27 %');
    expect(seen(english.lift(-0.024))).toBe('−2.4 %');
    expect(seen(english.lift(0))).toBe('0.0 %');
  });

  it('never shows a minus before a rounded zero', () => {
    expect(seen(english.lift(-0.00001))).toBe('0.0 %');
    expect(english.number(-0.0000000001, 2)).toBe('0.00');
  });

  it('writes differences of rates as points', () => {
    expect(seen(english.points(0.031))).toBe('+3.1 points');
    expect(seen(english.points(-0.0007))).toBe('−0.07 points');
    expect(english.inHundred(-0.031)).toBe('3.1');
  });

  it('writes money with the currency where the locale puts it', () => {
    expect(seen(english.money(9.12))).toBe('$ 9.12');
    expect(seen(english.money(410_000))).toBe('$ 410,000');
    expect(seen(english.signedMoney(-1.75))).toBe('−$ 1.75');
    expect(seen(german.money(9.12))).toBe('9,12 €');
    expect(seen(english.money(120, 'JPY'))).toBe('¥ 120');
  });

  it('writes amounts of an unknown currency as bare numbers', () => {
    expect(english.money(9.12, null)).toBe('9.12');
    expect(english.money(9.12, 'usd; DROP')).toBe('9.12');
  });

  it('never says that p is 0 or 1', () => {
    expect(seen(english.pValue(0.93))).toBe('p = 0.93');
    expect(seen(english.pValue(0.0042))).toBe('p = 0.004');
    expect(seen(english.pValue(1e-12))).toBe('p < 0.001');
    expect(seen(english.pValue(1))).toBe('p > 0.99');
    expect(seen(german.pValue(0.93))).toBe('p = 0,93');
  });

  it('gives both ends of a range the digits its width deserves, and the unit once', () => {
    expect(seen(english.changeRange(0.014, 0.048, 'rate'))).toBe('+1.4 to +4.8 points');
    expect(seen(english.liftRange(-0.021, 0.413))).toBe('−2 to +41 %');
    expect(seen(english.valueRange(0.1381, 0.154, 'rate'))).toBe('13.8 to 15.4 %');
    expect(seen(english.changeRange(-0.4, 3.9, 'money'))).toBe('−$ 0.40 to +$ 3.90');
  });

  it('writes what somebody named without needless decimals', () => {
    expect(seen(english.given(0.005, 'rate'))).toBe('0.5 points');
    expect(seen(english.given(0.01, 'rate'))).toBe('1 point');
    expect(seen(english.given(400, 'money'))).toBe('$ 400');
    expect(seen(english.given(0.25, 'number'))).toBe('0.25');
  });

  it('says when an end does not exist', () => {
    expect(seen(english.liftRange(0.12, null))).toBe('from +12 %, no upper limit');
    expect(seen(english.changeRange(null, 0.2, 'number'))).toBe('up to +0.2, no lower limit');
    expect(english.liftRange(null, null)).toBe('–');
  });

  it('writes levels without needless decimals', () => {
    expect(seen(english.level(0.95))).toBe('95 %');
    expect(seen(english.level(0.975))).toBe('97.5 %');
    expect(seen(english.level(1 - 0.05 / 6))).toBe('99.17 %');
  });

  it('writes a dash for what does not exist', () => {
    for (const text of [english.percent(null), english.money(null), english.points(Number.NaN), english.date(null)]) {
      expect(text).toBe('–');
    }
  });

  it('keeps a date without a time on its day in every zone', () => {
    const auckland = formatter({ locale: 'en-GB', timeZone: 'Pacific/Auckland', currency: null });
    expect(auckland.date('2026-12-12')).toBe('12 December 2026');
    expect(auckland.date('2026-12-12T20:00:00Z')).toBe('13 December 2026');
    expect(auckland.dateTime('2026-12-12T20:00:00Z')).toBe('13 Dec 2026, 09:00');
    expect(german.dateShort('2026-12-12')).toBe('12. Dez. 2026');
  });

  it('falls back instead of failing on a locale or time zone nobody knows', () => {
    const odd = formatter({ locale: 'C', timeZone: 'Mars/Olympus', currency: null });
    expect(odd.count(12418)).toBe('12,418');
    expect(odd.timeZone).toBe('UTC');
  });

  it('writes sizes of files in decimal units', () => {
    expect(seen(english.bytes(38_400_000))).toBe('38 MB');
    expect(seen(english.bytes(1_540))).toBe('1.5 kB');
    expect(seen(english.bytes(12))).toBe('12 B');
  });
});
