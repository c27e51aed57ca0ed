import { expect, it } from 'vitest';
import { reportHtml } from '#shared/report/report-html.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { english } from '#shared/text/english/index.ts';
import { textOf } from '../../fixtures/report/unzipped.ts';
import { draft, invalid, small, win } from './stories.ts';

/** Every text of the catalogue in capitals: what is in small letters after that came from elsewhere. */
function shout(node: unknown): unknown {
  if (typeof node === 'string') return node.toUpperCase();
  if (typeof node === 'function') {
    return (...given: unknown[]) => shout((node as (...given: unknown[]) => unknown)(...given));
  }
  if (Array.isArray(node)) return node.map(shout);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, shout(one)]));
}

/** Every text of a pilot, and the names of its arms and columns. */
function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, one]) => [key, ...textsIn(one)]);
}

const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g;

it('every word of a report comes from the catalogue or from the pilot', () => {
  const { language: _, ...texts } = english;
  Object.assign(english, shout(texts));
  const told = { win, invalid, small, draft };
  const data = [...new Set(textsIn(told))]
    .filter((text) => /\p{Ll}{3}/u.test(text))
    .sort((one, other) => other.length - one.length);
  const escaped = Object.values(told).flatMap((story) => {
    const html = reportHtml(reportModel(story), { theme: 'light', fontBase64: null });
    return textOf(html.replace(/<style>[\s\S]*?<\/style>|<meta[^>]*>|<pre>[\s\S]*?<\/pre>/g, ''))
      .split('\n')
      .filter((line) =>
        /\p{Ll}{3}/u.test(data.reduce((rest, text) => rest.replaceAll(text, ''), line).replace(MONTH, '')),
      );
  });
  expect([...new Set(escaped)]).toEqual([]);
});
