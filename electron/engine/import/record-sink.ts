import type { PreparedWrite, WritableDb } from '#engine/store/db.ts';

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

/**
 * Writes records of one source. Binding costs most of an insert, so what is the same for every row stands in the
 * statement: the source, the pilot's currency and, as long as there are few, the kind.
 */
export class PilotSink implements RecordSink {
  readonly #db: WritableDb;
  readonly #source: number;
  readonly #currency: () => string | null;
  readonly #activities = new Map<string, PreparedWrite>();
  readonly #activity: PreparedWrite;
  readonly #trait: PreparedWrite;
  readonly #arm: PreparedWrite;
  readonly #feedback: PreparedWrite;
  readonly #quarantine: PreparedWrite;

  /** `currency` is asked when the first row with an amount is written. */
  constructor(db: WritableDb, source: number, currency: () => string | null) {
    this.#db = db;
    this.#source = source;
    this.#currency = currency;
    this.#activity = db.prepare(
      `INSERT INTO activity (customer, identity, kind, at, at_day, amount, currency, reference, properties, source, line)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ${source}, ?)`,
    );
    this.#trait = db.prepare(
      `INSERT OR REPLACE INTO trait (customer, key, source, line, identity, value) VALUES (?, ?, ${source}, ?, ?, ?)`,
    );
    this.#arm = db.prepare(
      `INSERT INTO arm_named (customer, identity, arm, at, at_day, source, line) VALUES (?, ?, ?, ?, ?, ${source}, ?)`,
    );
    this.#feedback = db.prepare(
      `INSERT INTO feedback (customer, identity, kind, at, at_day, channel, question, score, scale_low, scale_high,
         verbatim, properties, source, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${source}, ?)`,
    );
    this.#quarantine = db.prepare(`INSERT INTO quarantine (source, line, reason, raw) VALUES (${source}, ?, ?, ?)`);
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
    const statement = this.#forKind(kind, dayOnly, amount !== null);
    if (statement !== null) {
      if (amount === null) statement.run([customer, identity, at, reference, properties, line]);
      else statement.run([customer, identity, at, amount, reference, properties, line]);
      return;
    }
    const currency = amount === null ? null : this.#currency();
    this.#activity.run([customer, identity, kind, at, dayOnly ? 1 : 0, amount, currency, reference, properties, line]);
  }

  trait(customer: number, identity: number, key: string, value: number | string, line: number): void {
    this.#trait.run([customer, key, line, identity, value]);
  }

  arm(customer: number, identity: number, arm: string, at: number | null, dayOnly: boolean, line: number): void {
    this.#arm.run([customer, identity, arm, at, dayOnly ? 1 : 0, line]);
  }

  feedback(answer: Answer, customer: number, identity: number, line: number): void {
    const { kind, at, dayOnly, channel, question, score, low, high, verbatim, properties } = answer;
    const cells = [kind, at, dayOnly ? 1 : 0, channel, question, score, low, high, verbatim, properties];
    this.#feedback.run([customer, identity, ...cells, line]);
  }

  quarantine(line: number, reason: string, raw: string): void {
    this.#quarantine.run([line, reason, raw]);
  }

  #forKind(kind: string, dayOnly: boolean, paid: boolean): PreparedWrite | null {
    const key = `${dayOnly ? 1 : 0}${paid ? 1 : 0}${kind}`;
    const known = this.#activities.get(key);
    if (known !== undefined) return known;
    if (this.#activities.size >= STATEMENTS) return null;
    const currency = paid ? this.#currency() : null;
    const statement = this.#db.prepare(
      `INSERT INTO activity (customer, identity, kind, at, at_day, amount, currency, reference, properties, source, line)
       VALUES (?, ?, ${literal(kind)}, ?, ${dayOnly ? 1 : 0}, ${paid ? '?' : 'NULL'},
         ${currency === null ? 'NULL' : literal(currency)}, ?, ?, ${this.#source}, ?)`,
    );
    this.#activities.set(key, statement);
    return statement;
  }
}

/** Takes records in and forgets them. */
export const nowhere: RecordSink = {
  activity() {},
  trait() {},
  arm() {},
  feedback() {},
  quarantine() {},
};

function literal(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;
}
