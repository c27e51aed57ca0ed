import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { type ComparedSide, compare } from '#shared/report/compare/compared.ts';
import { comparisonStory } from '#shared/report/compare/comparison-blocks.ts';
import { comparisonHtml } from '#shared/report/compare/comparison-html.ts';
import { english } from '#shared/text/english/index.ts';
import { stories } from '../stories.ts';

const say = { text: english, format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }) };
const side = (name: string, lift: LiftResult, pilot = name, look = 1): ComparedSide => ({ pilot, name, look, lift });
const other = (lift: LiftResult): LiftResult => ({ ...lift, fingerprint: 'f'.repeat(64) });
const win = side('Carts', stories.win.lift);
const none = side('Calls', other(stories.none.lift));

describe('two pilots side by side', () => {
  it('have a difference of their lifts with an interval of its own, wider than either', () => {
    const { lifts } = compare(win, none);
    if (lifts.kind !== 'computed') throw new Error('both lifts can be used');
    const { estimate, lower, upper } = lifts.difference;
    const [a, b] = [win, none].map(({ lift }) => lift.metrics[0]?.relative);
    expect(estimate).toBeCloseTo((a?.estimate ?? 0) - (b?.estimate ?? 0), 12);
    for (const one of [a, b]) expect(upper - lower).toBeGreaterThan((one?.upper ?? 0) - (one?.lower ?? 0));
  });

  it('are told as larger only when the whole interval says so, and never as proof of the intervention', () => {
    const told = comparisonStory(compare(win, none), say);
    expect(told.finding).toMatch(/^The lift of Carts is larger than that of Calls by \+27/);
    const alike = comparisonStory(compare(win, side('Mails', other(stories.harm.lift))), say);
    expect(alike.finding).toMatch(/^These data cannot tell whose lift is larger/);
    for (const story of [told, alike]) expect(JSON.stringify(story.blocks)).toContain('not shown to be the work');
    expect(JSON.stringify([told, alike])).not.toMatch(/beats|significant/);
  });

  it('name what differs between them, and nothing that does not', () => {
    const table = comparisonStory(compare(win, none), say).blocks.findLast((block) => block.kind === 'table');
    const what = table?.kind === 'table' ? table.table.rows.map((row) => row[0]?.text) : [];
    expect(what).toEqual(['Data (fingerprint)', 'Verdict']);
  });

  it.each([
    ['same-customers', side('Carts', stories.win.lift, 'p1', 1), side('Carts', other(stories.win.lift), 'p1', 4)],
    ['same-data', win, side('Copy', stories.win.lift)],
    ['unusable-one', side('Small', other(stories.small.lift)), win],
    ['unusable-other', win, side('Broken', other(stories.invalid.lift))],
  ])('have none where there is nothing to compute: %s', (reason, one, two) => {
    const compared = compare(one, two);
    expect(compared.lifts).toEqual({ kind: 'none', reason });
    expect(comparisonStory(compared, say).finding.length).toBeGreaterThan(40);
  });

  it('go out as a page on which imported text stays text', () => {
    const html = comparisonHtml(compare(side('<script>x</script>', win.lift), none), '2026-12-12T00:00:00Z', say);
    expect(html).not.toContain('<script');
    expect(html.match(/<svg class="interval"/g)).toHaveLength(3);
  });
});
