import type { DateOrder, FileFormat, Mapping } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';

/** The conventions of a file with every part settled; the order of dates is null while no cell tells it. */
export type SettledFormat = Omit<FileFormat, 'dateOrder'> & { readonly dateOrder: DateOrder | null };

/** What the mapping says of the format, filled up by what was recognised. */
export function settled(guess: Guess, format: NonNullable<Mapping['format']>): SettledFormat {
  return {
    encoding: format.encoding ?? guess.encoding,
    delimiter: format.delimiter ?? guess.delimiter,
    headerRows: format.headerRows ?? 1,
    skipRows: format.skipRows ?? 0,
    decimal: format.decimal ?? '.',
    dateOrder: format.dateOrder ?? null,
    timeZone: format.timeZone ?? 'UTC',
    currency: format.currency ?? null,
    sheet: format.sheet ?? null,
    country: format.country ?? null,
  };
}

export const encodings = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252 (Western)' },
  { value: 'iso-8859-1', label: 'ISO 8859-1' },
  { value: 'iso-8859-15', label: 'ISO 8859-15' },
  { value: 'windows-1250', label: 'Windows-1250 (Central European)' },
  { value: 'windows-1251', label: 'Windows-1251 (Cyrillic)' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'shift_jis', label: 'Shift JIS' },
  { value: 'gb18030', label: 'GB 18030' },
] as const;

export const delimiters = [
  { value: ',', label: 'comma' },
  { value: ';', label: 'semicolon' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'bar |' },
] as const;

export const dateOrders: readonly { readonly value: DateOrder; readonly label: string }[] = [
  { value: 'ymd', label: 'year, month, day' },
  { value: 'dmy', label: 'day, month, year' },
  { value: 'mdy', label: 'month, day, year' },
];

function labelled(list: readonly { readonly value: string; readonly label: string }[], value: string): string {
  return list.find((one) => one.value === value.toLowerCase())?.label ?? value;
}

const plural: Readonly<Record<string, string>> = {
  comma: 'commas',
  semicolon: 'semicolons',
  tab: 'tabs',
  'bar |': 'bars',
};

function delimiterPhrase(label: string): string {
  return plural[label] ?? `cells parted by ${label}`;
}

/** The conventions of a file in one line: "UTF-8, commas, one header row, …". */
export function formatSentence(format: SettledFormat): string {
  const header = format.headerRows === 1 ? 'one header row' : `${format.headerRows} header rows`;
  return [
    ...(format.sheet === null ? [] : [`sheet "${format.sheet}"`]),
    ...(format.encoding === null ? [] : [labelled(encodings, format.encoding).replace(/ \(.*\)/, '')]),
    ...(format.delimiter === null ? [] : [delimiterPhrase(labelled(delimiters, format.delimiter))]),
    ...(format.delimiter === null && format.sheet === null ? [] : [header]),
    ...(format.dateOrder === null ? [] : [`dates as ${labelled(dateOrders, format.dateOrder)}`]),
    `decimal ${format.decimal === '.' ? 'point' : 'comma'}`,
    `times in ${format.timeZone}`,
    ...(format.currency === null ? [] : [`money in ${format.currency}`]),
  ].join(', ');
}
