import { PilotError } from '#shared/api/error.ts';
import { type ColumnProfile, profileColumns } from '#shared/records/column-profile.ts';
import { columnName, columnNames, headerSignature } from '#shared/records/layout.ts';
import type { ColumnTarget, DateOrder, FileFormat, Mapping, StatedFormat } from '#shared/records/mapping.ts';
import { DateOrderWitness } from '#shared/records/settle-date.ts';
import { settleDecimal } from '#shared/records/settle-number.ts';
import type { NumberStyle } from './cell-text.ts';
import { type Export, tableOf } from './open-export.ts';
import type { Table, TableFormat } from './table.ts';

const SAMPLE_BYTES = 2 << 20;
const SAMPLE_ROWS = 10_000;
/** Beyond this many bytes the search for a date that tells the order of all others is given up. */
const SEARCHED = 64 << 20;

/** What can be said of an export by looking at its beginning, and for dates at all of it. */
export type Look = {
  readonly table: Table;
  readonly format: TableFormat & Pick<FileFormat, 'decimal'>;
  readonly dateOrder: DateOrder | null;
  readonly header: readonly string[];
  readonly names: readonly string[];
  /** Header texts that stand there more than once. */
  readonly repeated: readonly string[];
  readonly signature: string;
  /** Rows of the sample with as many cells as the header; `misshapen` counts the others. */
  readonly rows: readonly string[][];
  readonly misshapen: number;
  readonly rowEstimate: number;
  readonly profiles: readonly ColumnProfile[];
  /** A cell that could be two different days, where nothing in its column tells which. */
  readonly ambiguousDate: string | null;
  /** The orders that would make a day of every date. */
  readonly dateOrders: readonly DateOrder[];
  /** A number that could be thousands or a fraction, where nothing in the file tells which, and its column. */
  readonly unclearNumber: { readonly cell: string; readonly name: string } | null;
  /** Doubts about the decimal sign, and about the order of dates. */
  readonly numberDoubts: readonly string[];
  readonly dateDoubts: readonly string[];
};

/** Looks at an export; parts of the format that `given` states are not guessed. */
export async function lookAt(file: Export, given: StatedFormat): Promise<Look> {
  const table = await tableOf(file, given);
  const texts = await sampleOf(table, 'left-out');
  const decimal = settleDecimal(texts.rows);
  const settled = given.decimal ?? decimal.decimal;
  const sample = table.numbers === 'text' ? texts : await sampleOf(table, settled);
  const { header, names, repeated, rows, misshapen, bytesRead } = sample;
  const seen = rows.length + misshapen;
  const unclear = given.decimal === undefined ? decimal.unclear : null;
  const profiles = profileColumns(names, rows, settled);
  const dates = await settleDates(table, profiles, rows, given.dateOrder);
  return {
    table,
    format: { ...table.format, decimal: settled },
    dateOrder: dates.order,
    header,
    names,
    repeated,
    signature: headerSignature(names),
    rows,
    misshapen,
    rowEstimate: bytesRead >= file.bytes ? seen : Math.round((seen * file.bytes) / Math.max(1, bytesRead)),
    profiles,
    ambiguousDate: dates.ambiguous,
    dateOrders: dates.orders,
    unclearNumber: unclear === null ? null : { cell: unclear.cell, name: names[unclear.column] ?? '' },
    numberDoubts: given.decimal === undefined && decimal.doubt !== null ? [decimal.doubt] : [],
    dateDoubts: dates.doubts,
  };
}

/** The sentence about columns that share a name, or null. */
export function repeatedColumns(look: Look, file: string): string | null {
  const first = look.repeated[0];
  if (first === undefined) return null;
  const places = look.header.flatMap((text, i) => (columnName(text) === first ? [i + 1] : []));
  return `${file} has ${places.length} columns named "${first}" (columns ${places.join(' and ')}); the later goes by "${first} (2)".`;
}

/** Targets that take any number of columns, so that of those that share a name none is chosen over the other. */
const TAKES_ALL: ReadonlySet<ColumnTarget['to']> = new Set(['ignore', 'property', 'trait', 'verbatim']);

/**
 * Of columns that share a name, a guess or a preset must not choose one; a mapping that names the later one too, as
 * `x (2)`, has chosen.
 */
export function refuseRepeatedColumns(look: Look, mapping: Mapping, by: 'person' | 'machine', file: string): void {
  const named = new Set(mapping.rowKey ?? []);
  for (const [name, { to }] of Object.entries(mapping.columns))
    if (by === 'person' || !takesAll(mapping, name, to)) named.add(name);
  const used = look.repeated.find((name) => named.has(name) && !(by === 'person' && named.has(`${name} (2)`)));
  if (used === undefined) return;
  throw new PilotError(
    'repeated-column',
    `${file} has more than one column named "${used}". Rename one of them in the file, or name both in the mapping, the later as "${used} (2)".`,
  );
}

/** Whether the column and every other of its name are kept side by side. */
function takesAll({ columns }: Mapping, name: string, to: ColumnTarget['to']): boolean {
  return TAKES_ALL.has(to) && (to === 'ignore' || Object.hasOwn(columns, `${name} (2)`));
}

type Sample = Pick<Look, 'header' | 'names' | 'repeated' | 'rows' | 'misshapen'> & { readonly bytesRead: number };

async function sampleOf(table: Table, decimal: NumberStyle): Promise<Sample> {
  const { header, batches } = await table.read(decimal, () => {});
  const { names, repeated } = columnNames(header);
  const rows: string[][] = [];
  let misshapen = 0;
  let bytesRead = 0;
  for await (const read of batches()) {
    for (const row of read.batch.rows) {
      if (row.length === names.length) rows.push(row);
      else misshapen++;
    }
    bytesRead = read.bytesRead;
    if (rows.length >= SAMPLE_ROWS || bytesRead >= SAMPLE_BYTES) break;
  }
  return { header, names, repeated, rows, misshapen, bytesRead };
}

type SettledDates = {
  readonly order: DateOrder | null;
  /** The orders that would make a day of every date. */
  readonly orders: readonly DateOrder[];
  readonly ambiguous: string | null;
  readonly doubts: readonly string[];
};

/** The order of day and month, from the sample, and from the rest of the file where the sample does not tell. */
async function settleDates(
  table: Table,
  profiles: readonly ColumnProfile[],
  sample: readonly string[][],
  given: DateOrder | undefined,
): Promise<SettledDates> {
  if (given !== undefined) return { order: given, orders: [given], ambiguous: null, doubts: [] };
  const columns = profiles.flatMap(({ dates, filled }, i) => (filled > 0 && dates >= filled * 0.5 ? [i] : []));
  if (columns.length === 0) return { order: null, orders: [], ambiguous: null, doubts: [] };
  const witness = new DateOrderWitness();
  const see = (row: readonly string[]) => {
    for (const column of columns) witness.see(row[column] ?? '');
  };
  sample.forEach(see);
  if (witness.either !== null && !witness.isCertain) await seeAll(table, see, () => witness.isCertain);
  return settledBy(witness);
}

function settledBy(witness: DateOrderWitness): SettledDates {
  const { either, order, possible, contradiction } = witness;
  if (contradiction !== null) {
    const [dayFirst, monthFirst] = contradiction;
    return {
      order: null,
      orders: possible,
      ambiguous: either,
      doubts: [
        `"${dayFirst}" cannot have the month first and "${monthFirst}" not the day first; dates that could be either are set aside.`,
      ],
    };
  }
  if (order === null && either === null) return { order: 'ymd', orders: possible, ambiguous: null, doubts: [] };
  if (order === null) {
    const ways = possible.map((one) => PART[one]);
    const which = `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}`;
    return {
      order,
      orders: possible,
      ambiguous: either,
      doubts: [
        `"${either}" could be two different days, and no date of the file tells which; say whether ${which} comes first.`,
      ],
    };
  }
  const doubts =
    witness.isCertain || either === null
      ? []
      : [
          `"${either}" is read with ${PART[order]} first, because its other end takes too many values to be the year; say another order where that is wrong.`,
        ];
  return { order, orders: possible, ambiguous: null, doubts };
}

const PART: Readonly<Record<DateOrder, string>> = { dmy: 'the day', mdy: 'the month', ymd: 'the year' };

async function seeAll(table: Table, see: (row: readonly string[]) => void, enough: () => boolean): Promise<void> {
  const reader = await table.read('.', () => {});
  for await (const { batch, bytesRead } of reader.batches()) {
    batch.rows.forEach(see);
    if (enough() || bytesRead > SEARCHED) return;
  }
}
