import type { Formatter } from '#shared/format/formatter.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { ConsideredPreset } from '#shared/records/preset/consider.ts';
import type { Since } from '#shared/records/source.ts';
import { rowMeaning } from './row-words.ts';

const NAMED = 3;

/** What a preset would recognise: "One row is one order; 31 of 79 columns are used." */
export function fitWords(mapping: Mapping, columns: number): string {
  const used = Object.values(mapping.columns).filter(({ to }) => to !== 'ignore').length;
  const items = Object.keys(mapping.continuation?.items ?? {}).length;
  return `${rowMeaning(mapping)}; ${columnsUsed(used + items, columns)}.`;
}

/** Why a preset does not fit. */
export function lackWords({ missing }: ConsideredPreset): string {
  if (missing.length === 0) return 'its columns are here, but what stands in them is not what it asks for';
  const named = missing.slice(0, NAMED).map((name) => `"${name}"`);
  const more = missing.length - named.length;
  return `lacks ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Which import a remembered mapping comes from. */
export function rememberedWords(since: Since, format: Formatter): string {
  return `As ${since.file} went in on ${format.dateTime(since.importedAt)} (${since.source}).`;
}

/** "31 of 79 columns are used". */
export function columnsUsed(used: number, columns: number): string {
  if (columns === 1) return used === 1 ? 'its one column is used' : 'its one column is not used';
  return `${used} of ${columns} columns ${used === 1 ? 'is' : 'are'} used`;
}
