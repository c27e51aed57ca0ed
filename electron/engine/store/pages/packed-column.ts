import { Blobs, type Column, Ints, Reals, Same, Small, Values, Wholes } from './column.ts';
import { BLOBS, INTS, REALS, SAME, SMALL, TEXTS, VALUES, WHOLES, WORDS } from './column-sort.ts';
import { Texts, Words } from './texts.ts';

type PackedTexts = { readonly ends: Int32Array; readonly bytes: Uint8Array; readonly count: number };

/** A column as it is sent to another thread, which reads the same memory. */
export type PackedColumn =
  | { readonly sort: typeof INTS; readonly values: Int32Array; readonly count: number }
  | { readonly sort: typeof WHOLES | typeof REALS; readonly values: Float64Array; readonly count: number }
  | { readonly sort: typeof TEXTS; readonly texts: PackedTexts }
  | {
      readonly sort: typeof WORDS;
      readonly values: Uint8Array | Int32Array;
      readonly texts: PackedTexts;
      readonly count: number;
    }
  | { readonly sort: typeof VALUES; readonly values: Float64Array; readonly texts: PackedTexts; readonly count: number }
  | { readonly sort: typeof SAME; readonly value: number | string | null }
  | { readonly sort: typeof SMALL; readonly values: Uint8Array; readonly count: number }
  | { readonly sort: typeof BLOBS; readonly values: readonly Uint8Array[] };

export function packColumn(column: Column): PackedColumn {
  switch (column.sort) {
    case INTS:
      return { sort: INTS, values: column.values, count: column.count };
    case WHOLES:
    case REALS:
      return { sort: column.sort, values: column.values, count: column.count };
    case TEXTS:
      return { sort: TEXTS, texts: packTexts(column) };
    case WORDS:
      return { sort: WORDS, values: column.values, texts: packTexts(column.texts), count: column.count };
    case VALUES: {
      const { numbers, texts } = column;
      return { sort: VALUES, values: numbers.values, texts: packTexts(texts), count: numbers.count };
    }
    case SAME:
      return { sort: SAME, value: column.value };
    case SMALL:
      return { sort: SMALL, values: column.values, count: column.count };
    case BLOBS:
      return { sort: BLOBS, values: column.values };
  }
}

/** The column that was packed; nothing may be added to it. */
export function unpackColumn(packed: PackedColumn): Column {
  switch (packed.sort) {
    case INTS:
      return Ints.of(packed.values, packed.count);
    case WHOLES:
      return Wholes.of(packed.values, packed.count);
    case REALS:
      return Reals.of(packed.values, packed.count);
    case TEXTS:
      return unpackTexts(packed.texts);
    case WORDS:
      return Words.of(packed.values, unpackTexts(packed.texts), packed.count);
    case VALUES:
      return new Values(Reals.of(packed.values, packed.count), unpackTexts(packed.texts));
    case SAME:
      return new Same(packed.value);
    case SMALL:
      return Small.of(packed.values, packed.count);
    case BLOBS:
      return Blobs.of(packed.values);
  }
}

function packTexts({ ends, bytes, count }: Texts): PackedTexts {
  return { ends, bytes, count };
}

function unpackTexts({ ends, bytes, count }: PackedTexts): Texts {
  return Texts.of(ends, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), count);
}
