import { CONVERTED_FROM } from '#shared/records/rates.ts';
import { CellCache } from './cell-cache.ts';
import type { CellFormat, ConvertedFrom } from './cell-values.ts';
import { CellValues } from './cell-values.ts';
import type { Cells } from './cells.ts';
import type { RowPlan } from './compile.ts';
import { Foresight } from './foresight.ts';
import type { IdentityBook } from './identity-book.ts';
import { KeyReader, type SetAside } from './key-reader.ts';
import { KnownRows } from './known-rows.ts';
import type { Answer, RecordSink } from './record-sink.ts';
import type { RowLedger } from './row-ledger.ts';
import { RowProperties } from './row-properties.ts';

/** Different cells of a column that are remembered. */
const REMEMBERED = 10_000;

/** What became of a row. */
export type Fate = 'kept' | 'replaced' | 'duplicate' | { readonly reason: string };

/**
 * Turns one row after another into records. A row is read whole before anything is written, so a row in quarantine
 * leaves neither records nor customers.
 */
export class RowTaker {
  readonly values: CellValues;
  readonly setAside: SetAside = { placeholder: 0, 'role-address': 0, malformed: 0, unissued: 0 };
  /** Which rows are new, and which were here before. */
  readonly known: KnownRows;
  /** How many amounts of each currency were converted, and at which rate. */
  readonly convertedAmounts = new Map<string, { n: number; readonly rate: number }>();
  readonly #plan: RowPlan;
  readonly #book: IdentityBook;
  readonly #sink: RecordSink;
  readonly #source: number;
  readonly foresight: Foresight;
  readonly #keys: KeyReader[];
  readonly #moments: (number | null)[];
  readonly #momentDays: boolean[];
  readonly #amounts: (number | null)[];
  /** Of each activity of the row, what its amount was converted from. */
  readonly #converted: (ConvertedFrom | null)[];
  readonly #happened: boolean[];
  readonly #traits: (number | string | null)[];
  readonly #scores: (number | null)[];
  readonly #properties: RowProperties;
  readonly #kinds = new CellCache(REMEMBERED, (text) => text.trim());
  readonly #arms = new CellCache(REMEMBERED, textOf);
  #at: number | null = null;
  #atDay = false;

  constructor(
    plan: RowPlan,
    format: CellFormat & { readonly country: string | null },
    pilotCurrency: string | null,
    book: IdentityBook,
    ledger: RowLedger,
    sink: RecordSink,
    source: number,
  ) {
    this.#plan = plan;
    this.values = new CellValues(plan, format, pilotCurrency);
    this.#book = book;
    this.known = new KnownRows(plan, ledger, source);
    this.#properties = new RowProperties(plan);
    this.#sink = sink;
    this.#source = source;
    this.#keys = plan.keys.map((slot) => new KeyReader(slot, format.country, this.setAside, book));
    this.foresight = new Foresight(this.#keys, ledger);
    this.#moments = plan.activities.map(() => null);
    this.#momentDays = plan.activities.map(() => false);
    this.#amounts = plan.activities.map(() => null);
    this.#converted = plan.activities.map(() => null);
    this.#happened = plan.activities.map(() => false);
    this.#traits = plan.traits.map(() => null);
    this.#scores = plan.scores.map(() => null);
  }

  /** Takes one row with as many cells as the header; `further` are the rows that carry it on. */
  take(row: Cells, line: number, further: readonly Cells[]): Fate {
    const reason = this.#read(row);
    if (reason !== null) return { reason };
    const fate = this.known.recognise(row, line, further);
    if (fate !== 'duplicate') this.#write(row, line, further);
    else if (this.#keys.length > 1) this.#joinAgain(line);
    return fate;
  }

  /** The keys of a row that was there already are one person by this row too, should the other one be taken out. */
  #joinAgain(line: number): void {
    const ids = this.#keys.map((key) => key.identity).filter((id) => id !== 0);
    for (const id of ids) if (id !== ids[0]) this.#book.link(ids[0]!, id, line);
  }

  /** Reads every cell the plan names; gives the reason why the row cannot be taken. */
  #read(row: Cells): string | null {
    const plan = this.#plan;
    const values = this.values;
    values.fault = null;
    this.#at = plan.at < 0 ? null : values.date(row, plan.at);
    this.#atDay = this.#at !== null && values.dayOnly;
    for (let i = 0; i < plan.activities.length; i++) {
      const { at, amount, when } = plan.activities[i]!;
      const happened = when(row);
      this.#happened[i] = happened;
      if (!happened) continue;
      this.#moments[i] = at === plan.at ? this.#at : at < 0 ? null : values.date(row, at);
      this.#momentDays[i] = at === plan.at ? this.#atDay : values.dayOnly;
      values.convertedFrom = null;
      this.#amounts[i] = amount < 0 ? null : this.#amountOf(row, amount);
      this.#converted[i] = values.convertedFrom;
      if (this.#moments[i] === null && values.fault === null) values.fault = 'no-date';
    }
    for (let i = 0; i < plan.traits.length; i++) this.#traits[i] = values.trait(row, plan.traits[i]!);
    for (let i = 0; i < plan.scores.length; i++) this.#scores[i] = values.score(row, plan.scores[i]!);
    if (plan.activityName >= 0 && this.#kinds.of(row, plan.activityName) === '') values.fault ??= 'no-activity';
    return this.#readKeys(row) || plan.everyRowItsOwn ? values.fault : 'no-key';
  }

  #amountOf(row: Cells, column: number): number | null {
    const amount = this.values.amount(row, column);
    if (amount === null || column !== this.#plan.unitPrice) return amount;
    const quantity = this.values.number(row, this.#plan.quantity);
    const from = this.values.convertedFrom;
    if (from !== null) this.values.convertedFrom = { ...from, amount: multiplied(from.amount, quantity) };
    return multiplied(amount, quantity);
  }

  #readKeys(row: Cells): boolean {
    let found = false;
    for (let i = 0; i < this.#keys.length; i++) {
      const key = this.#keys[i]!;
      key.read(row);
      if (key.found) found = true;
    }
    return found;
  }

  #write(row: Cells, line: number, further: readonly Cells[]): void {
    const plan = this.#plan;
    const sink = this.#sink;
    const identity = this.#identify(row, line);
    const properties = this.#properties.of(row, further);
    let records = 0;
    for (let i = 0; i < plan.activities.length; i++) {
      if (!this.#happened[i]) continue;
      const kind = plan.activities[i]!.kind ?? this.#kinds.of(row, plan.activityName);
      const at = this.#moments[i]!;
      const told = this.#withConverted(properties, this.#converted[i]!);
      sink.activity(identity, kind, at, this.#momentDays[i]!, this.#amounts[i]!, row, plan.reference, told, line);
      records++;
    }
    for (let i = 0; i < plan.traits.length; i++) {
      const value = this.#traits[i]!;
      if (value === null) continue;
      sink.trait(identity, plan.traits[i]!.name, value, line);
      records++;
    }
    const arm = plan.arm < 0 ? plan.armOfFile : (this.#arms.of(row, plan.arm) ?? plan.armOfFile);
    if (arm !== null) {
      sink.arm(identity, arm, this.#at, this.#atDay, line);
      records++;
    }
    if (plan.feedback !== null) records += this.#writeFeedback(row, identity, properties, line);
    if (records === 0) this.#book.link(identity, identity, line);
  }

  /** The properties of a record whose amount was converted say from what. */
  #withConverted(properties: string | null, from: ConvertedFrom | null): string | null {
    if (from === null) return properties;
    const { amount, currency, rate } = from;
    const count = this.convertedAmounts.get(currency) ?? { n: 0, rate };
    this.convertedAmounts.set(currency, { n: count.n + 1, rate });
    const note = `${JSON.stringify(CONVERTED_FROM)}:${JSON.stringify(`${amount} ${currency} at ${rate}`)}`;
    return properties === null ? `{${note}}` : `${properties.slice(0, -1)},${note}}`;
  }

  /** The row's first key, joined with its others. */
  #identify(row: Cells, line: number): number {
    const book = this.#book;
    if (this.#plan.everyRowItsOwn) return book.idOfRow(this.#source, line);
    book.beginRow();
    let identity = 0;
    for (let i = 0; i < this.#keys.length; i++) {
      const key = this.#keys[i]!;
      if (!key.found) continue;
      const id = this.#identityOf(key, row, line);
      if (identity === 0) identity = id;
      else if (id !== identity) book.link(identity, id, line);
    }
    return identity;
  }

  #identityOf(key: KeyReader, row: Cells, line: number): number {
    const known = this.#keys.length > 1 ? key.again(row) : key.identity;
    if (known === 0) return key.create(row, line);
    this.#book.touch(known);
    return known;
  }

  #writeFeedback(row: Cells, identity: number, properties: string | null, line: number): number {
    const plan = this.#plan;
    const verbatim = this.#verbatimOf(row);
    const answer: Answer = {
      kind: plan.feedback!,
      at: this.#at,
      dayOnly: this.#atDay,
      channel: plan.channel < 0 ? null : textOf(row.text(plan.channel)),
      question: null,
      score: null,
      low: null,
      high: null,
      verbatim,
      properties,
    };
    let written = 0;
    for (let i = 0; i < plan.scores.length; i++) {
      const score = this.#scores[i]!;
      if (score === null) continue;
      const { question, low, high } = plan.scores[i]!;
      const said = written === 0 ? verbatim : null;
      this.#sink.feedback({ ...answer, question, score, low, high, verbatim: said }, identity, line);
      written++;
    }
    if (written > 0 || (plan.activities.length > 0 && verbatim === null)) return written;
    this.#sink.feedback({ ...answer, question: plan.scores[0]?.question ?? null }, identity, line);
    return 1;
  }

  #verbatimOf(row: Cells): string | null {
    const { verbatims } = this.#plan;
    if (verbatims.length === 0) return null;
    const texts = verbatims.map((column) => row.text(column).trim()).filter((text) => text !== '');
    return texts.length === 0 ? null : texts.join('\n');
  }
}

/** A price times how many, without the tail that binary fractions leave: 0.85 × 3 is 2.55. */
function multiplied(price: number, quantity: number | null): number {
  return quantity === null ? price : Number((price * quantity).toPrecision(15));
}

function textOf(cell: string): string | null {
  const text = cell.trim();
  return text === '' ? null : text;
}
