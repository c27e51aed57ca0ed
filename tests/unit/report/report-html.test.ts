import { describe, expect, it } from 'vitest';
import { headTemplate } from '#shared/report/html/running.ts';
import { reportModelSchema } from '#shared/report/model.ts';
import { type HtmlOptions, reportHtml } from '#shared/report/report-html.ts';
import { parseReportJson, reportJson } from '#shared/report/report-json.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { PLAIN_APPEARANCE } from '#shared/report/report-options.ts';
import { parsed } from './html-reader.ts';
import { hostile, stories } from './stories.ts';

const options: HtmlOptions = { theme: 'reader', fontBase64: 'd09GMgABAAAAA' };
const absolute = { estimate: 0.01, lower: -0.01, upper: 0.03 };
const page = (story: keyof typeof stories) => reportHtml(reportModel(stories[story]), options);

describe.each(Object.keys(stories) as (keyof typeof stories)[])('the report of the story “%s”', (name) => {
  const model = reportModel(stories[name]);
  const html = reportHtml(model, options);

  it('fits its schema, and the JSON face reads back as the same model', () => {
    expect(reportModelSchema.parse(model)).toEqual(model);
    expect(parseReportJson(reportJson(model))).toEqual(model);
  });

  it('is made of well nested elements with unique ids, one title, one main and headings in order', () => {
    const { ids, headings, count } = parsed(html);
    expect(new Set(ids).size).toBe(ids.length);
    expect([count('title'), count('main'), count('h1')]).toEqual([1 + count('svg:title'), 1, 1]);
    headings.forEach((level, i) => {
      expect(level - (headings[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('runs nothing, loads nothing, and stays small', () => {
    expect(html).not.toMatch(/<script|<iframe|<object|<embed|<link|javascript:|\son[a-z]+=/i);
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    expect(html.match(/url\([^)]{0,20}/g)).toEqual(['url(data:font/woff2;base']);
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html.length).toBeLessThan(2_000_000);
  });

  it('shows every figure of the model’s tables, with the value it was written from', () => {
    const { figures } = parsed(html);
    for (const section of model.sections) {
      for (const block of section.blocks) {
        if (block.kind !== 'table') continue;
        for (const cell of block.table.rows.flat()) {
          if (cell.kind !== 'figure' || cell.value === null) continue;
          expect(figures).toContainEqual({ value: cell.value, text: cell.text });
        }
      }
    }
  });

  it('says nothing is significant', () => {
    expect(html).not.toMatch(/significan/i);
  });

  it('draws every picture as one image with a title, a description and a table', () => {
    const { images } = parsed(html);
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) expect(image.title.length * image.description.length).toBeGreaterThan(0);
  });
});

describe('page one', () => {
  it('says yes only when the sealed rule, at its time, says scale', () => {
    const answers = Object.entries(stories).filter(([, story]) => reportModel(story).pageOne.answer.startsWith('Yes.'));
    expect(answers.map(([name]) => name)).toEqual(['win']);
  });

  it('says loudly, before the answer, that a comparison is invalid', () => {
    const html = page('invalid');
    expect(html.indexOf('class="banner bad"')).toBeGreaterThan(0);
    expect(html.indexOf('class="banner bad"')).toBeLessThan(html.indexOf('<h1'));
    const { pageOne } = reportModel(stories.invalid);
    expect(pageOne.cards.map((card) => card.big)).toEqual(['Invalid', 'Not usable', '12,418']);
    expect(pageOne.picture?.title).toContain('cannot be compared');
  });

  it('says loudly that the plan was not sealed, and asks for nothing', () => {
    const { pageOne } = reportModel(stories.draft);
    expect(pageOne.banners[0]).toMatchObject({ tone: 'bad', title: 'Draft: the plan was not sealed' });
    expect(pageOne.ask.title).toBe('Nothing to decide yet:');
    expect(pageOne.cards[0]?.big).toBe('No verdict');
  });

  it('gives no figure for a withheld lift, and says why', () => {
    const { pageOne } = reportModel(stories.small);
    expect(pageOne.cards[1]).toMatchObject({ big: 'Withheld', text: expect.stringContaining('5 are needed') });
    expect(pageOne.banners.some((banner) => banner.title === 'Too few customers for a range')).toBe(true);
  });

  it('names the range, and what the range is, in plain words', () => {
    const { lead } = reportModel(stories.win).pageOne;
    expect(lead.replaceAll('\u00a0', ' ')).toContain('14.6 % with reminder, 11.5 % without');
    expect(lead.replaceAll('\u00a0', ' ')).toContain('+1.4 to +4.8 points');
    expect(lead).toContain('right 19 times in 20, however often one looks');
  });

  it('takes the gravest finding as the caveat', () => {
    expect(reportModel(stories.invalid).pageOne.caveat.text).toContain('not as large as planned');
    expect(reportModel(stories.win).pageOne.caveat.text).toContain('competitor’s sale');
  });

  it('ranks a broken guardrail and a choice that turns the conclusion above every note, and says what was too small', () => {
    const { answer, caveat, cards } = reportModel(stories.harm).pageOne;
    expect(answer).toMatch(/^Not in this form: a guardrail broke \(unsubscribed, \+1\.2/);
    expect(caveat.text).toBe('Unsubscribed changed with the reminder.');
    expect(cards.find((card) => card.id === 'per1000')?.text ?? 'no money').toMatch(/not counted|no money/);
    const turning = {
      id: 'x',
      name: 'x',
      treatment: 'reminder',
      absolute,
      relative: absolute,
      p: null,
      turns: true,
      sentence: 'It turns.',
    };
    const { lift } = stories.win;
    expect(reportModel({ ...stories.win, lift: { ...lift, sensitivity: [turning] } }).pageOne.caveat.text).toBe(
      'It turns.',
    );
    const open = { ...stories.none.lift, verdict: 'extend' as const, checks: [] };
    // R: power.prop.test(p1 = 715/6209, p2 = 1.1 * 715/6209, power = .8) gives 12,581.54 an arm.
    expect(reportModel({ ...stories.none, lift: open }).pageOne.caveat.text).toContain('about 25,164 are needed');
  });

  it('claims nothing of a broken comparison, in its results and pictures neither', () => {
    const { sections } = reportModel(stories.invalid);
    const told = JSON.stringify(sections.filter(({ id }) => ['results', 'course', 'business'].includes(id)));
    expect(told).toContain('The arms cannot be compared');
    expect(told).not.toMatch(/better side|worse side|within the margin of/);
  });

  it('claims neither lift nor money for a pilot too small for its question', () => {
    const open = { ...stories.none.lift, verdict: 'extend' as const, checks: [] };
    const { cards, picture } = reportModel({ ...stories.none, lift: open }).pageOne;
    expect(cards.map(({ id }) => id)).toEqual(['verdict', 'lift', 'customers']);
    expect(cards[1]?.big).toBe('Still open');
    expect(cards[1]?.text).toContain('holds both gain and loss');
    expect(picture?.title).toContain('do not tell the arms apart');
  });

  it('says no to a lift that is out of reach, and names the lift', () => {
    expect(reportModel(stories.none).pageOne.answer).toMatch(/^No: a lift of \+10\s% is out of reach\. /);
  });

  it('asks for a rollout only where the sealed rule says scale: its first step, for how long, and at what cost', () => {
    const made = Object.entries(stories).map(([name, story]) => ({ name, pageOne: reportModel(story).pageOne }));
    const asking = made.filter(({ pageOne }) =>
      / for \d+ weeks .* approve \$ /.test(pageOne.ask.text.replaceAll('\u00a0', ' ')),
    );
    expect(asking.map(({ name }) => name)).toEqual(['win']);
    const money = made.filter(({ pageOne }) => pageOne.cards.some(({ big }) => big.includes('$')));
    expect(money.map(({ name }) => name)).not.toContain('invalid');
  });

  it('carries seal, looks, amendments and fingerprint at its foot', () => {
    expect(reportModel(stories.win).pageOne.foot).toEqual([
      'Plan sealed Nov 1, 2026',
      '4 looks',
      '1 amendment',
      'data fingerprint 7f3a…c91e',
    ]);
  });
});

describe('imported text', () => {
  const attacks = [
    '</style><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '<!--<![CDATA[<svg/onload=alert(1)>',
    '"} @import url(//evil.example/x.css); body{background:url(//evil.example)',
    '\\"; } </style>\n<h1>',
    '&lt;b&gt; &#x3c;script&#x3e;',
    '\u202Egnp.exe\u0000\u0007',
  ];

  it.each(attacks)('stays text: %j', (attack) => {
    const model = reportModel(hostile(attack));
    const html = reportHtml(model, { ...options, theme: 'dark', fontBase64: attack });
    const { elements, attributes } = parsed(html);
    const calm = parsed(reportHtml(reportModel(hostile('calm')), { ...options, fontBase64: null }));
    expect(new Set(elements)).toEqual(new Set(calm.elements));
    expect([...attributes].filter((name) => name.startsWith('on'))).toEqual([]);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html.match(/<\/style/g)).toHaveLength(1);
    const style = html.slice(html.indexOf('<style>') + '<style>'.length, html.indexOf('</style>'));
    expect(style).not.toMatch(/@import|url\(|<|\\"/);
    expect(html).not.toContain('\u0000');
    expect(html).not.toContain('\u202e');
  });

  it('brings no contact data into any face', () => {
    const subject = hostile('Ask jane.doe@example.com or +49 170 555 01 99 about it');
    const faces = (story: typeof subject) => [reportJson(reportModel(story)), reportHtml(reportModel(story), options)];
    const { charter, planState, summary } = stories.win;
    for (const face of faces({ ...subject, charter, planState, summary, versions: { pilotlight: '0.1.0' } })) {
      expect(face).not.toContain('jane.doe');
      expect(face).not.toContain('555 01');
    }
  });
});

describe('themes and paper', () => {
  it('follows the reader’s system, or stays with one theme; paper is always light', () => {
    const model = reportModel(stories.win);
    expect(reportHtml(model, options)).toContain('@media screen and (prefers-color-scheme:dark)');
    expect(reportHtml(model, { ...options, theme: 'light' })).not.toContain('prefers-color-scheme');
    expect(reportHtml(model, { ...options, theme: 'dark' })).toContain('@media screen{:root{color-scheme:dark');
  });

  it('prints on A4 or Letter, with the title and page numbers running along', () => {
    const model = reportModel(stories.win);
    expect(reportHtml(model, options)).toContain('@page{size:A4');
    const letter = reportModel({ ...stories.win, appearance: { ...PLAIN_APPEARANCE, paper: 'letter' } });
    expect(reportHtml(letter, options)).toContain('@page{size:Letter');
    expect(reportHtml(model, options)).toContain('counter(page)');
  });

  it('says its title, date and page numbers to printers whose style sheets cannot write them, and nothing more', () => {
    const head = headTemplate(page('win'));
    expect(head.replace(/<[^>]*>/g, '|')).toMatch(/\|Pilot report · [^|]+\|.*December 12, 2026 · page \|+ of \|/);
    expect(headTemplate(reportHtml(reportModel(hostile('<img src=x>{n}</title>')), options))).not.toContain('<img');
    expect(headTemplate('<title>Some other page</title>')).toBe('<span></span>');
  });
});
