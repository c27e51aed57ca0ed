import type { NewRows } from '#engine/store/append-tables.ts';
import { type Column, Ints, Reals, Same, Small, Values, Wholes } from '#engine/store/pages/column.ts';
import { Texts, Words } from '#engine/store/pages/texts.ts';
import type { Cells } from './cells.ts';
import type { Answer, RecordSink } from './record-sink.ts';
import { roomForRows } from './room-for-rows.ts';

/**
 * The records of one source, column by column, until the file is read to its end. Nothing is written before: a file
 * that cannot be read, or an import that is stopped, leaves nothing to undo.
 */
export class GatheredRecords implements RecordSink {
  readonly #expected: number;
  readonly #currency: () => string | null;
  #activity: ReturnType<typeof activityColumns> | null = null;
  #trait: ReturnType<typeof traitColumns> | null = null;
  #arm: ReturnType<typeof armColumns> | null = null;
  #feedback: ReturnType<typeof feedbackColumns> | null = null;
  readonly #quarantine = { line: new Ints(16), reason: new Words(16), raw: new Texts(16) };

  /** `currency` is asked for the amounts, row by row. */
  constructor(rowEstimate: number, currency: () => string | null) {
    this.#expected = roomForRows(rowEstimate);
    this.#currency = currency;
  }

  activity(
    identity: number,
    kind: string,
    at: number,
    dayOnly: boolean,
    amount: number | null,
    row: Cells,
    reference: number,
    properties: string | null,
    line: number,
  ): void {
    this.#activity ??= activityColumns(this.#expected);
    const columns = this.#activity;
    columns.identity.add(identity);
    columns.kind.add(kind);
    columns.at.add(at);
    columns.at_day.add(dayOnly ? 1 : 0);
    columns.amount.add(amount);
    columns.currency.add(amount === null ? null : this.#currency());
    if (reference < 0) columns.reference.add(null);
    else addTrimmed(columns.reference, row, reference);
    columns.properties.add(properties);
    columns.line.add(line);
  }

  trait(identity: number, key: string, value: number | string, line: number): void {
    this.#trait ??= traitColumns(this.#expected);
    this.#trait.key.add(key);
    this.#trait.line.add(line);
    this.#trait.identity.add(identity);
    this.#trait.value.add(value);
  }

  arm(identity: number, arm: string, at: number | null, dayOnly: boolean, line: number): void {
    this.#arm ??= armColumns(this.#expected);
    this.#arm.identity.add(identity);
    this.#arm.arm.add(arm);
    this.#arm.at.add(at);
    this.#arm.at_day.add(dayOnly ? 1 : 0);
    this.#arm.line.add(line);
  }

  feedback(answer: Answer, identity: number, line: number): void {
    this.#feedback ??= feedbackColumns(this.#expected);
    const columns = this.#feedback;
    columns.identity.add(identity);
    columns.kind.add(answer.kind);
    columns.at.add(answer.at);
    columns.at_day.add(answer.dayOnly ? 1 : 0);
    columns.channel.add(answer.channel);
    columns.question.add(answer.question);
    columns.score.add(answer.score);
    columns.scale_low.add(answer.low);
    columns.scale_high.add(answer.high);
    columns.verbatim.add(answer.verbatim);
    columns.properties.add(answer.properties);
    columns.line.add(line);
  }

  quarantine(line: number, reason: string, raw: string): void {
    this.#quarantine.line.add(line);
    this.#quarantine.reason.add(reason);
    this.#quarantine.raw.add(raw);
  }

  /** All records, as they are to be added to the pilot; whose they are is known now that all rows were read. */
  newRows(source: number, customerOf: (identity: number) => number): readonly NewRows[] {
    const tables: NewRows[] = [];
    const add = (
      table: string,
      columns: Record<string, Column> & { readonly line: Ints; readonly identity?: Ints },
    ) => {
      const count = columns.line.count;
      const customer = columns.identity === undefined ? {} : { customer: customersOf(columns.identity, customerOf) };
      const verb = table === 'trait' ? 'INSERT OR REPLACE' : 'INSERT';
      tables.push({ table, count, verb, rowids: null, columns: { ...customer, ...columns, source: new Same(source) } });
    };
    if (this.#activity !== null) add('activity', this.#activity);
    if (this.#trait !== null) add('trait', this.#trait);
    if (this.#arm !== null) add('arm_named', this.#arm);
    if (this.#feedback !== null) add('feedback', this.#feedback);
    add('quarantine', this.#quarantine);
    return tables;
  }
}

/** Most files join nobody: then identities and customers have the same numbers, which need not be there twice. */
function customersOf(identities: Ints, customerOf: (identity: number) => number): Ints {
  const { values, count } = identities;
  let alone = 0;
  while (alone < count && customerOf(values[alone]!) === values[alone]) alone++;
  if (alone === count) return identities;
  const customers = new Ints(count);
  for (let i = 0; i < count; i++) customers.add(customerOf(values[i]!));
  return customers;
}

/** What stands in a cell without the spaces around it; missing where there is nothing else. */
function addTrimmed(texts: Texts, row: Cells, column: number): void {
  const from = row.from(column);
  const to = row.to(column);
  const { bytes } = row;
  if (from < to && isVisible(bytes[from]!) && isVisible(bytes[to - 1]!)) texts.addBytes(bytes, from, to);
  else texts.add(row.text(column).trim() || null);
}

/** Of ASCII, and no space. */
function isVisible(byte: number): boolean {
  return byte > 32 && byte < 127;
}

function activityColumns(rows: number) {
  return {
    identity: new Ints(rows),
    kind: new Words(rows),
    at: new Wholes(rows),
    at_day: new Small(rows),
    amount: new Reals(rows),
    currency: new Words(rows),
    reference: new Texts(rows, 12),
    properties: new Words(rows),
    line: new Ints(rows),
  };
}

function traitColumns(rows: number) {
  return { key: new Words(rows), line: new Ints(rows), identity: new Ints(rows), value: Values.expecting(rows) };
}

function armColumns(rows: number) {
  return {
    identity: new Ints(rows),
    arm: new Words(rows),
    at: new Wholes(rows),
    at_day: new Small(rows),
    line: new Ints(rows),
  };
}

function feedbackColumns(rows: number) {
  return {
    identity: new Ints(rows),
    kind: new Words(rows),
    at: new Wholes(rows),
    at_day: new Small(rows),
    channel: new Words(rows),
    question: new Words(rows),
    score: new Reals(rows),
    scale_low: new Reals(rows),
    scale_high: new Reals(rows),
    verbatim: new Texts(rows, 48),
    properties: new Words(rows),
    line: new Ints(rows),
  };
}
