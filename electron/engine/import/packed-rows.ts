import type { RowBatch } from '#shared/records/delimited.ts';
import type { RowReason } from '#shared/records/reason.ts';
import { PlainRows } from './plain-rows.ts';
import { byColumn, type Numbered, type PrintedColumns, type RowPrints } from './row-prints.ts';
import type { Read } from './row-reader.ts';

/** Rows on their way between threads: a block with everything about it in one piece of memory, or texts. */
export type PackedRead = {
  readonly bytesRead: number;
  /** Memory to be given back when the rows were taken in, so that the next can be sent. */
  readonly buffer: SharedArrayBuffer;
} & (
  | {
      readonly kind: 'block';
      readonly rows: number;
      /** Numbers in its table of cells. */
      readonly bounds: number;
      readonly bytes: number;
    }
  | {
      readonly kind: 'texts';
      readonly rows: string[][];
      readonly lines: number[];
      readonly faults: ReadonlyMap<number, RowReason>;
      readonly raws: readonly string[];
    }
);

/** Bytes of one number. */
const INT = 4;

/** Packs rows with what was found out of them into `spare`, or into new memory where they do not fit. */
export function packRows(
  batch: RowBatch,
  prints: RowPrints,
  numbered: Numbered,
  bytesRead: number,
  spare: SharedArrayBuffer,
): PackedRead {
  const plain = batch instanceof PlainRows ? batch : null;
  const rows = plain?.count ?? batch.rows.length;
  const bounds = plain?.scan.firsts[rows] ?? 0;
  const { content, high, low, keys } = prints;
  const ints = [content, high, low, numbered.rows, ...keys, ...numbered.cells].filter((part) => part !== undefined);
  const places = plain === null ? 0 : (2 * rows + 1 + bounds) * INT + plain.bytes.length;
  const size = rows * ints.length * INT + places;
  const buffer = spare.byteLength >= size ? spare : new SharedArrayBuffer(Math.ceil(size * 1.2));
  let at = 0;
  const put = (part: Int32Array, length: number) => {
    new Int32Array(buffer, at, length).set(part.subarray(0, length));
    at += length * INT;
  };
  for (const part of ints) put(part, rows);
  if (plain === null) return { kind: 'texts', ...textsOf(batch), buffer, bytesRead };
  put(plain.scan.lines, rows);
  put(plain.scan.firsts, rows + 1);
  put(plain.scan.bounds, bounds);
  new Uint8Array(buffer, at, plain.bytes.length).set(plain.bytes);
  return { kind: 'block', buffer, rows, bounds, bytes: plain.bytes.length, bytesRead };
}

function textsOf(batch: RowBatch) {
  const { rows, lines, faults } = batch;
  return { rows, lines, faults, raws: rows.map((_, i) => batch.raw(i)) };
}

/** The rows as they were packed, for these columns; good as long as their memory is not given back. */
export function unpackRows(packed: PackedRead, columns: PrintedColumns): Read & { readonly prints: RowPrints } {
  const { buffer, bytesRead } = packed;
  const rows = packed.kind === 'texts' ? packed.rows.length : packed.rows;
  let at = 0;
  const ints = (length = rows) => {
    at += length * INT;
    return new Int32Array(buffer, at - length * INT, length);
  };
  const [content, high, low, rowNumbers] = [ints(), ints(), ints(), ints()];
  const keys = byColumn(columns.keys, () => ints());
  const numbered = { rows: rowNumbers, cells: byColumn(columns.keys, () => ints()) };
  const prints: RowPrints = { content, high, low, keys, numbered };
  if (packed.kind === 'texts') {
    const { lines, faults, raws } = packed;
    return { batch: { rows: packed.rows, lines, faults, raw: (i) => raws[i]! }, prints, bytesRead };
  }
  const lines = ints();
  const firsts = ints(rows + 1);
  const bounds = ints(packed.bounds);
  const bytes = Buffer.from(buffer, at, packed.bytes);
  return { batch: new PlainRows(bytes, { lines, firsts, bounds, rows }), prints, bytesRead };
}
