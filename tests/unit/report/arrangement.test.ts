import { describe, expect, it } from 'vitest';
import { type Arrangement, AS_IT_COMES, arranged, arrangement, moved } from '#shared/report/arrangement.ts';
import { reportHtml } from '#shared/report/report-html.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { sectionId } from '#shared/report/section-id.ts';
import { stories } from './stories.ts';

const made = (over: Partial<Arrangement>) => reportModel({ ...stories.win, arrangement: { ...AS_IT_COMES, ...over } });

describe('the lead’s arrangement', () => {
  it('orders sections, puts a note at the head of one, and says at the end what was left out', () => {
    const model = made({
      order: ['limits', ...sectionId.options.filter((id) => id !== 'limits')],
      hidden: ['glossary'],
      notes: { limits: 'Read this first.' },
    });
    expect(model.sections.slice(0, 2).map(({ id }) => id)).toEqual(['limits', 'charter']);
    expect(model.sections[0]?.blocks[0]).toMatchObject({ title: 'Note by the lead', text: 'Read this first.' });
    expect(model.sections.some(({ id }) => id === 'glossary')).toBe(false);
    expect(model.leftOut).toBe('Left out by the lead: “Words used here”.');
    expect(reportHtml(model, { theme: 'light', fontBase64: null })).toContain('Left out by the lead');
    expect(made({}).leftOut).toBeNull();
  });

  it('cannot leave out who took part, the plan with its looks, the checks, or any planned result', () => {
    for (const id of ['flow', 'plan', 'checks', 'results']) {
      expect(arrangement.safeParse({ ...AS_IT_COMES, hidden: [id] }).success).toBe(false);
    }
    expect(arrangement.safeParse({ ...AS_IT_COMES, hidden: ['glossary'] }).success).toBe(true);
  });

  it('keeps every section in its usual place but those that were moved', () => {
    const usual = ['charter', 'flow', 'plan', 'checks'] as const;
    expect(arranged([], usual)).toEqual(usual);
    expect(arranged(['checks', 'charter'], usual)).toEqual(['checks', 'charter', 'flow', 'plan']);
    expect(moved(usual, 'plan', -1)).toEqual(['charter', 'plan', 'flow', 'checks']);
    expect(moved(usual, 'charter', -1)).toEqual(usual);
  });

  it('shows who signed, and that a signature under earlier data does not hold any more', () => {
    const { fingerprint } = stories.win.lift;
    const text = (print: string) => {
      const signedOff = [{ role: 'lead' as const, name: 'A Lead', on: '2026-12-13', fingerprint: print }];
      return JSON.stringify(made({ signedOff }).sections.find(({ id }) => id === 'signOff'));
    };
    expect(text(fingerprint)).toContain('A Lead');
    expect(text(fingerprint)).not.toContain('signed again');
    expect(text('another')).toContain('signed again');
  });
});

describe('words of customers', () => {
  const quotes = (over: Partial<Arrangement>) => {
    const why = made(over).sections.find(({ id }) => id === 'why');
    return {
      quotes: why?.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : [])),
      count: why?.blocks.at(-1),
    };
  };

  it('are shown as drawn until the lead looked: then without what was left out or blacked out, counted', () => {
    expect(quotes({}).quotes).toEqual(['Too many mails, and no way to leave.', 'Packed with care.']);
    const edited = quotes({
      quotes: { a1: { leftOut: false, blacked: [0, 1, 5] }, b2: { leftOut: true, blacked: [] } },
    });
    expect(edited.quotes).toEqual(['[…] mails, and no […] to leave.']);
    expect(edited.count).toMatchObject({ text: expect.stringContaining('Left out by the lead: 1.') });
  });

  it('come with the share of each arm that answered', () => {
    const why = made({}).sections.find(({ id }) => id === 'why');
    const table = why?.blocks.find((block) => block.kind === 'table');
    // 900 of 6,249 assigned answered; (400 − 240) / 900 · 100 = 17.8.
    expect(
      table?.kind === 'table' &&
        table.table.rows[0]?.map((cell) => (cell.kind === 'figure' ? cell.value : cell.text)).slice(2, 5),
    ).toEqual([900, 900 / 6249, expect.closeTo(17.7778, 3)]);
  });
});
