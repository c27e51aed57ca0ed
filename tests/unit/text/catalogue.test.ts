import { describe, expect, it } from 'vitest';
import { ENGLISH_FIGURE_WORDS } from '#shared/format/words.ts';
import { catalogueIn, catalogueOf } from '#shared/text/catalogue.ts';
import { english } from '#shared/text/english/index.ts';

/** Every text of the catalogue with its path; sentences are called with a placeholder for each figure. */
function everyText(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, i) => everyText(item, `${path}[${i}]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => everyText(item, path === '' ? key : `${path}.${key}`));
  }
  return [];
}

describe('the catalogue', () => {
  it('answers in English where there is no catalogue for the language', () => {
    expect(catalogueOf('en-US')).toBe(english);
    expect(catalogueOf('xx')).toBe(english);
    expect(catalogueOf('')).toBe(english);
  });

  it('calls nothing significant and leaves no text empty', () => {
    for (const { path, text } of [...everyText(english), ...everyText(catalogueIn('de'))]) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/significan|signifikan/i);
    }
  });

  it('writes ranges inside figures as the formatter does by default', () => {
    expect(english.figures.range('1', '2')).toBe(ENGLISH_FIGURE_WORDS.range('1', '2'));
    expect(english.figures.noUpperLimit('1')).toBe(ENGLISH_FIGURE_WORDS.noUpperLimit('1'));
  });
});
