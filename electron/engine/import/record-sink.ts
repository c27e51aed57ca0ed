import type { WritableDb } from '#engine/store/db.ts';
import { insertRows, type RowInserter } from '#engine/store/insert-rows.ts';

/** Where the records of an import go: into the pilot, or nowhere when an import is only tried out. */
export interface RecordSink {
  activity(
    customer: number,
    identity: number,
    kind: string,
    at: number,
    dayOnly: boolean,
    amount: number | null,
    reference: string | null,
    properties: string | null,
    line: number,
  ): void;
  trait(customer: number, identity: number, key: string, value: number | string, line: number): void;
  arm(customer: number, identity: number, arm: string, at: number | null, dayOnly: boolean, line: number): void;
  feedback(answer: Answer, customer: number, identity: number, line: number): void;
  quarantine(line: number, reason: string, raw: string): void;
  /** To be called after the last record. */
  flush(): void;
}

/** One answer of a customer. */
export type Answer = {
  readonly kind: string;
  readonly at: number | null;
  readonly dayOnly: boolean;
  readonly channel: string | null;
  readonly question: string | null;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verbatim: string | null;
  readonly properties: string | null;
};

/** Kinds of activity that get a statement of their own; a file with more has kinds in a column nobody checked. */
const STATEMENTS = 64;

const ACTIVITY = `INSERT INTO activity
  (customer, identity, kind, at, at_day, amount, currency, reference, properties, source, line)`;

/**
 * Writes records of one source, many rows a statement. Binding costs most of an insert, so what is the same for every
 * row stands in the statement: the source, the pilot's currency and, as long as there are few, the kind.
 */
export class PilotSink implements RecordSink {
  readonly #db: WritableDb;
  readonly #source: number;
  readonly #currency: () => string | null;
  readonly #activities = new Map<string, RowInserter>();
  /** The statement used last and what it is for: most files have one kind, and a million rows need no million lookups. */
  #last: {
    readonly kind: string;
    readonly dayOnly: boolean;
    readonly paid: boolean;
    readonly rows: RowInserter;
  } | null = null;
  readonly #activity: RowInserter;
  readonly #trait: RowInserter;
  readonly #arm: RowInserter;
  readonly #feedback: RowInserter;
  readonly #quarantine: RowInserter;

  /** `currency` is asked when the first row with an amount is written. */
  constructor(db: WritableDb, source: number, currency: () => string | null) {
    const ofSource = (head: string, one: string) => insertRows(db, head, one.split('?').length - 1, one);
    this.#db = db;
    this.#source = source;
    this.#currency = currency;
    this.#activity = ofSource(ACTIVITY, `(?, ?, ?, ?, ?, ?, ?, ?, ?, ${source}, ?)`);
    this.#trait = ofSource(
      'INSERT OR REPLACE INTO trait (customer, key, source, line, identity, value)',
      `(?, ?, ${source}, ?, ?, ?)`,
    );
    this.#arm = ofSource(
      'INSERT INTO arm_named (customer, identity, arm, at, at_day, source, line)',
      `(?, ?, ?, ?, ?, ${source}, ?)`,
    );
    this.#feedback = ofSource(
      `INSERT INTO feedback (customer, identity, kind, at, at_day, channel, question, score, scale_low, scale_high,
         verbatim, properties, source, line)`,
      `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${source}, ?)`,
    );
    this.#quarantine = ofSource('INSERT INTO quarantine (source, line, reason, raw)', `(${source}, ?, ?, ?)`);
  }

  activity(
    customer: number,
    identity: number,
    kind: string,
    at: number,
    dayOnly: boolean,
    amount: number | null,
    reference: string | null,
    properties: string | null,
    line: number,
  ): void {
    const ofKind = this.#forKind(kind, dayOnly, amount !== null);
    if (ofKind !== null) {
      if (amount === null) ofKind.add([customer, identity, at, reference, properties, line]);
      else ofKind.add([customer, identity, at, amount, reference, properties, line]);
      return;
    }
    const currency = amount === null ? null : this.#currency();
    this.#activity.add([customer, identity, kind, at, dayOnly ? 1 : 0, amount, currency, reference, properties, line]);
  }

  trait(customer: number, identity: number, key: string, value: number | string, line: number): void {
    this.#trait.add([customer, key, line, identity, value]);
  }

  arm(customer: number, identity: number, arm: string, at: number | null, dayOnly: boolean, line: number): void {
    this.#arm.add([customer, identity, arm, at, dayOnly ? 1 : 0, line]);
  }

  feedback(answer: Answer, customer: number, identity: number, line: number): void {
    const { kind, at, dayOnly, channel, question, score, low, high, verbatim, properties } = answer;
    const cells = [kind, at, dayOnly ? 1 : 0, channel, question, score, low, high, verbatim, properties];
    this.#feedback.add([customer, identity, ...cells, line]);
  }

  quarantine(line: number, reason: string, raw: string): void {
    this.#quarantine.add([line, reason, raw]);
  }

  flush(): void {
    for (const inserter of this.#activities.values()) inserter.flush();
    for (const inserter of [this.#activity, this.#trait, this.#arm, this.#feedback, this.#quarantine]) inserter.flush();
  }

  #forKind(kind: string, dayOnly: boolean, paid: boolean): RowInserter | null {
    const last = this.#last;
    if (last !== null && last.kind === kind && last.dayOnly === dayOnly && last.paid === paid) return last.rows;
    const rows = this.#statementFor(kind, dayOnly, paid);
    if (rows !== null) this.#last = { kind, dayOnly, paid, rows };
    return rows;
  }

  #statementFor(kind: string, dayOnly: boolean, paid: boolean): RowInserter | null {
    const key = `${dayOnly ? 1 : 0}${paid ? 1 : 0}${kind}`;
    const known = this.#activities.get(key);
    if (known !== undefined) return known;
    if (this.#activities.size >= STATEMENTS) return null;
    const currency = paid ? this.#currency() : null;
    const made = insertRows(
      this.#db,
      ACTIVITY,
      paid ? 7 : 6,
      `(?, ?, ${literal(kind)}, ?, ${dayOnly ? 1 : 0}, ${paid ? '?' : 'NULL'},
        ${currency === null ? 'NULL' : literal(currency)}, ?, ?, ${this.#source}, ?)`,
    );
    this.#activities.set(key, made);
    return made;
  }
}

/** Takes records in and forgets them. */
export const nowhere: RecordSink = {
  activity() {},
  trait() {},
  arm() {},
  feedback() {},
  quarantine() {},
  flush() {},
};

function literal(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;
}
