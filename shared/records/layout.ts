import type { Mapping } from './mapping.ts';

/** A header as it is compared: case, spaces and marks left out. */
export function normalisedHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What files of the same silo have in common from week to week: the same columns, in any order. */
export function headerSignature(header: readonly string[]): string {
  return header.map(normalisedHeader).sort().join('|');
}

/** Within one layout a row that comes again is the same row. */
export function layoutOf(header: readonly string[], mapping: Mapping): string {
  const rows = mapping.activities?.map(({ activity }) => activity).join('+') ?? mapping.activity ?? mapping.feedback;
  return [mapping.kind, rows ?? '', mapping.arm ?? '', headerSignature(header)].join('\n');
}

/** Every record and reason carries its column's name, so that a header a megabyte long would be kept a million times. */
const LONGEST_NAME = 1000;

/** A header's text as the name of its column. */
export function columnName(text: string): string {
  return text.trim().slice(0, LONGEST_NAME).trim();
}

/**
 * The names columns go by: the header's text, an empty one by its place, a repeated one with its number, so that
 * each column can be named. `repeated` are the texts that stand there more than once.
 */
export function columnNames(header: readonly string[]): { readonly names: string[]; readonly repeated: string[] } {
  const seen = new Map<string, number>();
  const texts = header.map(columnName);
  const taken = new Set(texts);
  const names = texts.map((text, at) => {
    const name = text === '' ? `column ${at + 1}` : text;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count === 1) return name;
    let number = count;
    while (taken.has(`${name} (${number})`)) number++;
    taken.add(`${name} (${number})`);
    return `${name} (${number})`;
  });
  return { names, repeated: [...seen].filter(([, count]) => count > 1).map(([name]) => name) };
}
