import { describe, expect, it } from 'vitest';
import { redacted, redactedDeep } from '#shared/report/redact.ts';

describe('redacted', () => {
  it('blacks out e-mail addresses and international phone numbers', () => {
    expect(redacted('orders of jane.doe@example.com.csv')).toBe('orders of […]');
    expect(redacted('call +49 (170) 555-01-99 today')).toBe('call […] today');
    expect(redacted('call 0044 20 7946 0958')).toBe('call […]');
  });

  it('leaves figures, dates and hashes as they are', () => {
    for (const text of [
      'The lift is +2.8 points, between +1.4 and +4.8.',
      '6,204 and 6,214 of 12,418',
      '2026-12-12T10:00:00Z',
      'a0012345678901234567890c91e',
      '7f3a00000000000000000000000000c91e',
    ]) {
      expect(redacted(text)).toBe(text);
    }
  });

  it('reaches texts and keys at any depth', () => {
    expect(redactedDeep({ reasons: { 'bad: a@b.example': 2 }, rows: [{ text: 'a@b.example', n: null }] })).toEqual({
      reasons: { 'bad: […]': 2 },
      rows: [{ text: '[…]', n: null }],
    });
  });
});
