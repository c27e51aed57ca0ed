import { BLOBS, INTS, REALS, SAME, SMALL, TEXTS, VALUES, WHOLES, WORDS } from './column-sort.ts';
import { longer, roomFor, sharedBytes, sharedInts, sharedReals } from './shared-memory.ts';
import { Texts, Words } from './texts.ts';

/** The values of one column for many rows, in typed arrays: a million rows make no million objects. */
export type Column = Ints | Wholes | Reals | Words | Texts | Values | Same | Blobs | Small;

/** Whole numbers of 32 bits, none missing. */
export class Ints {
  readonly sort = INTS;
  values: Int32Array;
  count = 0;

  constructor(expected: number) {
    this.values = sharedInts(roomFor(expected));
  }

  /** A column of values that stand there already. */
  static of(values: Int32Array, count = values.length): Ints {
    const made = new Ints(0);
    made.values = values;
    made.count = count;
    return made;
  }

  add(value: number): void {
    if (this.count === this.values.length) this.values = longer(this.values, sharedInts(this.count * 2));
    this.values[this.count++] = value;
  }
}

/** Whole numbers from 0 to 255, none missing. */
export class Small {
  readonly sort = SMALL;
  values: Uint8Array;
  count = 0;

  constructor(expected: number) {
    this.values = sharedBytes(roomFor(expected));
  }

  /** A column of values that stand there already. */
  static of(values: Uint8Array, count: number): Small {
    const made = new Small(0);
    made.values = values;
    made.count = count;
    return made;
  }

  add(value: number): void {
    if (this.count === this.values.length) this.values = longer(this.values, sharedBytes(this.count * 2));
    this.values[this.count++] = value;
  }
}

/** Whole numbers of up to 48 bits, such as moments; NaN is missing. */
export class Wholes {
  readonly sort = WHOLES;
  values: Float64Array;
  count = 0;

  /** A column of values that stand there already. */
  static of(values: Float64Array, count: number): Wholes {
    const made = new Wholes(0);
    made.values = values;
    made.count = count;
    return made;
  }

  constructor(expected: number) {
    this.values = sharedReals(roomFor(expected));
  }

  add(value: number | null): void {
    if (this.count === this.values.length) this.values = longer(this.values, sharedReals(this.count * 2));
    this.values[this.count++] = value ?? Number.NaN;
  }
}

/** Numbers; NaN is missing. */
export class Reals {
  readonly sort = REALS;
  values: Float64Array;
  count = 0;

  /** A column of values that stand there already. */
  static of(values: Float64Array, count: number): Reals {
    const made = new Reals(0);
    made.values = values;
    made.count = count;
    return made;
  }

  constructor(expected: number) {
    this.values = sharedReals(roomFor(expected));
  }

  add(value: number | null): void {
    if (this.count === this.values.length) this.values = longer(this.values, sharedReals(this.count * 2));
    this.values[this.count++] = value ?? Number.NaN;
  }
}

/** Numbers or texts, as they come. */
export class Values {
  readonly sort = VALUES;
  /** NaN where row i is a text. */
  readonly numbers: Reals;
  readonly texts: Texts;

  constructor(numbers: Reals, texts: Texts) {
    this.numbers = numbers;
    this.texts = texts;
  }

  static expecting(rows: number): Values {
    return new Values(new Reals(rows), new Texts(rows, 4));
  }

  get count(): number {
    return this.numbers.count;
  }

  add(value: number | string): void {
    this.numbers.add(typeof value === 'number' ? value : null);
    this.texts.add(typeof value === 'number' ? null : value);
  }
}

/** One value for all rows. */
export class Same {
  readonly sort = SAME;
  readonly value: number | string | null;
  readonly words = new Words(1);

  /** A number is a whole one of 32 bits. */
  constructor(value: number | string | null) {
    this.value = value;
    if (typeof value === 'string') this.words.add(value);
  }
}

/** Bytes of any length, none missing; few of them, and long ones. */
export class Blobs {
  readonly sort = BLOBS;
  readonly values: readonly Uint8Array[];

  private constructor(values: readonly Uint8Array[]) {
    this.values = values;
  }

  static of(values: readonly Uint8Array[]): Blobs {
    return new Blobs(values);
  }
}

/** What stands in row i, as a statement takes it. */
export function valueAt(column: Column, i: number): number | string | Uint8Array | null {
  switch (column.sort) {
    case INTS:
    case SMALL:
      return column.values[i]!;
    case WHOLES:
    case REALS: {
      const value = column.values[i]!;
      return Number.isNaN(value) ? null : value;
    }
    case WORDS:
      return column.texts.textOf(column.values[i]!);
    case TEXTS:
      return column.textOf(i);
    case VALUES: {
      const number = column.numbers.values[i]!;
      return Number.isNaN(number) ? column.texts.textOf(i) : number;
    }
    case SAME:
      return column.value;
    case BLOBS:
      return column.values[i]!;
  }
}
