import type { Formatter } from '#shared/format/formatter.ts';
import type { DuplicateRow } from '#shared/records/duplicate.ts';
import type { Source } from '#shared/records/source.ts';
import { spoken } from './row-words.ts';

/** Which row a duplicate is the same as. */
export function sameAsWords({ of }: DuplicateRow, { source }: Source, format: Formatter): string {
  const line = `line ${format.count(of.line)}`;
  if (of.source === source) return `${line} of this file`;
  return of.file === null ? `${line} of ${of.source}, taken out since` : `${line} of ${of.file} (${of.source})`;
}

/** What the row that is kept says, in one line. */
export function keptWords(record: DuplicateRow['record'], format: Formatter): string {
  if (record === null) return 'A newer version has taken its place since.';
  const { key, kind, at, dayOnly, amount, currency, reference, words } = record;
  const moment = at !== null && dayOnly ? at.replace('T00:00', 'T12:00') : at;
  return [
    `${spoken(kind)}${reference === null ? '' : ` ${reference}`}`,
    key.value,
    ...(moment === null ? [] : [dayOnly ? format.dateShort(moment) : format.dateTime(moment)]),
    ...(amount === null ? [] : [format.money(amount, currency)]),
    ...(words === null ? [] : [words]),
  ].join(' · ');
}
