import { describe, expect, it } from 'vitest';
import { redactedWords } from '#shared/report/redact.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { chooseQuotes, type Said } from '#shared/report/voice/choose-quotes.ts';
import { stories } from './stories.ts';

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

describe('scores', () => {
  it('of a question the plan measures are told as the lift counts them, with the bounds whatever the silent think', () => {
    const { win } = stories;
    const [first, ...others] = win.lift.metrics;
    if (first === undefined) throw new Error('the story has a metric');
    const response = {
      control: { asked: 1000, answered: 250 },
      treatment: { asked: 1000, answered: 400 },
      p: 0.001,
      bounds: { lower: -120, upper: 75 },
    };
    const asked = { ...first, id: 'mood', name: 'Mood', kind: 'nps' as const, unit: 'number' as const, response };
    const metric = { ...win.planState.plan.metrics[0]!, id: 'mood', kind: 'nps' as const, of: { score: 'nps' } };
    const { plan } = win.planState;
    const planState = { ...win.planState, plan: { ...plan, metrics: [...plan.metrics, metric] } };
    const lift = { ...win.lift, metrics: [first, ...others, asked] };
    const { sections } = reportModel({ ...win, planState, lift });
    expect(JSON.stringify(reportModel(win).pageOne.told)).toContain('Net promoter score: +18 with control');
    const why = JSON.stringify(sections.find(({ id }) => id === 'why')).replaceAll('\u00a0', ' ');
    expect(why).toContain('25.0 %');
    expect(why).toContain('40.0 %');
    expect(why).toContain('the difference lies in the range −120 to +75');
    expect(JSON.stringify(reportModel(win).sections.find(({ id }) => id === 'why'))).not.toContain('would have said');
  });
});
