import type { Formatter } from '#shared/format/formatter.ts';
import { columnOfReason, fixesFor, type Mended, type Mending } from '#shared/records/mend.ts';

/** One fix for all rows of a reason, as a button. */
export type Fix = { readonly label: string; readonly how: Mending };

/** The fixes offered for a reason, the likeliest first. */
export function fixesInWords(source: string | null, reason: string): readonly Fix[] {
  const all = { source, reason };
  const column = columnOfReason(reason);
  return fixesFor(reason).flatMap(fixesBy);

  function fixesBy(by: Exclude<Mending['by'], 'cells'>): readonly Fix[] {
    switch (by) {
      case 'date-order':
        return [
          { label: 'The day comes first', how: { by, ...all, dateOrder: 'dmy' } },
          { label: 'The month comes first', how: { by, ...all, dateOrder: 'mdy' } },
          { label: 'The year comes first', how: { by, ...all, dateOrder: 'ymd' } },
        ];
      case 'decimal':
        return [
          { label: 'Decimal comma (1.234,50)', how: { by, ...all, decimal: ',' } },
          { label: 'Decimal point (1,234.50)', how: { by, ...all, decimal: '.' } },
        ];
      case 'trim':
        return [{ label: 'Trim spaces', how: { by, ...all } }];
      case 'empty':
        return [{ label: `Leave "${column ?? ''}" empty`, how: { by, ...all } }];
      case 'retry':
        return [{ label: 'Just try again', how: { by, ...all } }];
    }
  }
}

/** What became of the rows that were tried again. */
export function mendedSentence({ tried, kept, duplicates, stillOut }: Mended, format: Formatter): string {
  const rows = (n: number) => `${format.count(n)} ${n === 1 ? 'row' : 'rows'}`;
  if (tried === 0) return 'No row was tried: they are too long to be mended here.';
  const parts = [`${rows(kept)} got in`];
  if (duplicates > 0)
    parts.push(
      `${rows(duplicates)} ${duplicates === 1 ? 'was there already and counts as a duplicate' : 'were there already and count as duplicates'}`,
    );
  if (stillOut > 0) parts.push(`${rows(stillOut)} could still not be read and ${stillOut === 1 ? 'stays' : 'stay'}`);
  return `${parts.join('; ')}.`;
}
