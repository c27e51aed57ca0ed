import type { Formatter } from '#shared/format/formatter.ts';
import type { KeyBond, NamedKey, RowPlace } from '#shared/identity/why-one.ts';
import { keyText } from './key-words.ts';

/** "orders.csv row 12" */
function rowWords({ file, source, line }: RowPlace, format: Formatter): string {
  return `${file ?? source} row ${format.count(line)}`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

const MOST = 4;

/** Where a key is named: "orders.csv row 12 (and 3 more rows) and nps.csv row 7". */
export function placesWords({ places }: NamedKey, format: Formatter): string {
  if (places.length === 0) return 'given by Pilotlight';
  const parts = places.slice(0, MOST).map((place) => {
    const more = place.rows - 1;
    return more === 0
      ? rowWords(place, format)
      : `${rowWords(place, format)} (and ${format.count(more)} more ${more === 1 ? 'row' : 'rows'})`;
  });
  const left = places.length - parts.length;
  return listed(left === 0 ? parts : [...parts, `${format.count(left)} more ${left === 1 ? 'export' : 'exports'}`]);
}

/** Why two keys are, or are not, one person. */
export function bondWords({ a, b, because, state, rows }: KeyBond, format: Formatter): string {
  const pair = `${keyText(a)} and ${keyText(b)}`;
  const told = rows.filter(({ file }) => file !== null).slice(0, MOST);
  const where = listed(told.map((row) => rowWords(row, format)));
  const together = told.length === 0 ? '' : ` stand together in ${where}`;
  switch (state) {
    case 'cut':
      return `${pair}${together === '' ? '' : `${together}, but`} were cut by hand and stay apart.`;
    case 'shared':
      return `${pair}${together}, but a key that so many share joins nobody.`;
    case 'untrusted':
      return `${pair}${together}, but strict matching joins by e-mail and customer number only.`;
    case 'joins':
      if (because === 'option') return `${pair} are the same by an option of the matching.`;
      return together === '' ? `${pair} belong together by Pilotlight's own list.` : `${pair}${together}.`;
  }
}
