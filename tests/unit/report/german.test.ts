import { expect, it } from 'vitest';
import { reportHtml } from '#shared/report/report-html.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { catalogueIn } from '#shared/text/catalogue.ts';
import { english } from '#shared/text/english/index.ts';
import { textOf } from '../../fixtures/report/unzipped.ts';
import { stories } from './stories.ts';

/** Whole texts of a catalogue, each with its path. Names of papers, and words that both languages share, are the same. */
function textsOf(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, one]) => (key === 'source' ? [] : textsOf(one, `${path}.${key}`)));
}

it('a German report holds no sentence of the English catalogue', () => {
  const german = new Map(textsOf(catalogueIn('de'), ''));
  const left = textsOf(english, '').filter(([path, text]) => german.get(path) === text && text.includes(' '));
  expect(left.map(([, text]) => text)).toEqual([]);
});

it('a report in German writes its figures the German way and says what it is in its language', () => {
  for (const story of Object.values(stories)) {
    const model = reportModel({ ...story, language: 'de', locale: 'de-DE' });
    const html = reportHtml(model, { theme: 'light', fontBase64: null });
    expect(/<html lang="de/.test(html)).toBe(true);
    expect(textOf(html).includes('Hinter dieser Seite')).toBe(true);
    expect(textOf(html).match(/\b(?:Behind this page|customers analysed|The true difference)\b/)).toBeNull();
  }
});
