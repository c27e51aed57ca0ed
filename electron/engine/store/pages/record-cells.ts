import type { Blobs, Same, Values } from './column.ts';
import { BLOB, intType, putInt, putNumber, putText, realType, TEXT, textType, wholeType } from './serial-type.ts';
import type { Texts, Words } from './texts.ts';

// One function for each sort of column, and each small: a large one for all is compiled anew for every sort it meets.

/** Cells of one column to be written: of which rows, with which serial types, and each at its place, which moves on. */
export type CellsToWrite = {
  readonly rows: Int32Array;
  readonly types: Int32Array;
  readonly at: Int32Array;
  readonly first: number;
  readonly end: number;
};

export function typeInts(values: Int32Array, rows: Int32Array, count: number, types: Int32Array): void {
  for (let j = 0; j < count; j++) types[j] = intType(values[rows[j]!]!);
}

export function typeSmall(values: Uint8Array, rows: Int32Array, count: number, types: Int32Array): void {
  for (let j = 0; j < count; j++) types[j] = intType(values[rows[j]!]!);
}

export function typeWholes(values: Float64Array, rows: Int32Array, count: number, types: Int32Array): void {
  for (let j = 0; j < count; j++) types[j] = wholeType(values[rows[j]!]!);
}

export function typeReals(values: Float64Array, rows: Int32Array, count: number, types: Int32Array): void {
  for (let j = 0; j < count; j++) types[j] = realType(values[rows[j]!]!);
}

/** `wordTypes` are the types of the different words. */
export function typeWords(
  values: Uint8Array | Int32Array,
  wordTypes: Int32Array,
  rows: Int32Array,
  count: number,
  types: Int32Array,
): void {
  for (let j = 0; j < count; j++) types[j] = wordTypes[values[rows[j]!]!]!;
}

export function typeTexts(texts: Texts, rows: Int32Array, count: number, types: Int32Array): void {
  for (let j = 0; j < count; j++) types[j] = textType(texts, rows[j]!);
}

export function typeValues({ numbers, texts }: Values, rows: Int32Array, count: number, types: Int32Array): void {
  for (let j = 0; j < count; j++) {
    const value = numbers.values[rows[j]!]!;
    types[j] = Number.isNaN(value) ? textType(texts, rows[j]!) : realType(value);
  }
}

export function typeBlobs({ values }: Blobs, rows: Int32Array, count: number, types: Int32Array): void {
  for (let j = 0; j < count; j++) types[j] = BLOB + values[rows[j]!]!.length * 2;
}

export function writeInts(values: Int32Array, { rows, types, at, first, end }: CellsToWrite, out: Uint8Array): void {
  for (let j = first; j < end; j++) at[j] = putInt(values[rows[j]!]!, types[j]!, out, at[j]!);
}

export function writeSmall(values: Uint8Array, { rows, types, at, first, end }: CellsToWrite, out: Uint8Array): void {
  for (let j = first; j < end; j++) at[j] = putInt(values[rows[j]!]!, types[j]!, out, at[j]!);
}

export function writeNumbers(
  values: Float64Array,
  { rows, types, at, first, end }: CellsToWrite,
  out: Uint8Array,
): void {
  for (let j = first; j < end; j++) at[j] = putNumber(values[rows[j]!]!, types[j]!, out, at[j]!);
}

export function writeWords({ values, texts }: Words, { rows, at, first, end }: CellsToWrite, out: Uint8Array): void {
  for (let j = first; j < end; j++) at[j] = putText(texts, values[rows[j]!]!, out, at[j]!);
}

export function writeTexts(texts: Texts, { rows, at, first, end }: CellsToWrite, out: Uint8Array): void {
  for (let j = first; j < end; j++) at[j] = putText(texts, rows[j]!, out, at[j]!);
}

export function writeValues(
  { numbers, texts }: Values,
  { rows, types, at, first, end }: CellsToWrite,
  out: Uint8Array,
): void {
  for (let j = first; j < end; j++) {
    const type = types[j]!;
    at[j] =
      type >= TEXT ? putText(texts, rows[j]!, out, at[j]!) : putNumber(numbers.values[rows[j]!]!, type, out, at[j]!);
  }
}

export function writeSame({ value, words }: Same, { types, at, first, end }: CellsToWrite, out: Uint8Array): void {
  if (value === null) return;
  for (let j = first; j < end; j++) {
    at[j] = typeof value === 'number' ? putInt(value, types[j]!, out, at[j]!) : putText(words.texts, 0, out, at[j]!);
  }
}

export function writeBlobs({ values }: Blobs, { rows, at, first, end }: CellsToWrite, out: Uint8Array): void {
  for (let j = first; j < end; j++) {
    const bytes = values[rows[j]!]!;
    out.set(bytes, at[j]!);
    at[j]! += bytes.length;
  }
}
