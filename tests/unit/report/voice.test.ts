import { describe, expect, it } from 'vitest';
import { redactedWords } from '#shared/report/redact.ts';
import { chooseQuotes, type Said } from '#shared/report/voice/choose-quotes.ts';

const rows: Said[] = ['control', 'reminder'].flatMap((arm) =>
  (['detractor', 'promoter'] as const).flatMap((band) =>
    Array.from({ length: 9 }, (_, i) => ({ arm, band, text: `${arm} ${band} says thing number ${i}` })),
  ),
);

describe('quotes', () => {
  it('are two of each arm and band, the same whatever the order of the rows, others with another seed', () => {
    const drawn = chooseQuotes(rows, 1);
    expect(drawn).toHaveLength(8);
    expect(chooseQuotes([...rows].reverse(), 1)).toEqual(drawn);
    expect(chooseQuotes(rows, 2)).not.toEqual(drawn);
  });

  it('hold no text twice and none too short to say anything', () => {
    const same = rows.map((row) => ({ ...row, text: 'the very same words' }));
    expect(chooseQuotes(same, 1)).toHaveLength(1);
    expect(chooseQuotes([{ arm: 'control', band: 'none', text: 'too short' }], 1)).toEqual([]);
  });
});

describe('a customer’s words', () => {
  it('lose addresses, phones, order numbers, and names the data know or that are introduced', () => {
    const known = ['jane.doe@shop.example', 'jane', 'doe', '#A1037'];
    expect(
      redactedWords('This is Jane Doe, order #A1037, mail jane.doe@shop.example or 0170 5550199.', known),
    ).not.toMatch(/jane|doe|1037|@|0170|555/i);
    expect(redactedWords('Regards, Max Muster', [])).toBe('Regards, […]');
    expect(redactedWords('My ticket 99812 at www.shop.example/x and @jane', [])).toBe('My ticket […] at […] and […]');
  });

  it('keep the rest, prices, days and words that only contain a name', () => {
    const text = 'Paid $ 29.90 on day 3, and Janet was kind. 24/7 support, 100 % honest.';
    expect(redactedWords(text, ['jane'])).toBe(text);
  });

  it('cannot be broken by what the data hold', () => {
    expect(redactedWords('a (b) [c] stays', ['(b', '[c]', '.*', '\\'])).toContain('stays');
  });
});
