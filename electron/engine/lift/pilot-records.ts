import type {
  ArmColumns,
  EventColumns,
  GroupColumns,
  RecordsReader,
  TraitColumns,
} from '#shared/lift/records-reader.ts';
import type { ReadableDb, SqlValue } from '../store/db.ts';
import { readEvents } from './event-row.ts';

/** Grows as rows come in, then is cut to length: results are read once, and their number is not known before. */
class Columns {
  customer = new Int32Array(1024);
  at = new Float64Array(1024);
  day = new Uint8Array(1024);
  value = new Float64Array(1024);
  length = 0;

  push(customer: number, at: SqlValue, day: SqlValue, value: SqlValue): void {
    if (this.length === this.customer.length) this.#grow();
    const i = this.length++;
    this.customer[i] = customer;
    this.at[i] = typeof at === 'number' ? at : Number.NaN;
    this.day[i] = day === 1 ? 1 : 0;
    this.value[i] = value === null ? Number.NaN : Number(value);
  }

  cut(): EventColumns {
    const n = this.length;
    return {
      customer: this.customer.subarray(0, n),
      at: this.at.subarray(0, n),
      day: this.day.subarray(0, n),
      value: this.value.subarray(0, n),
    };
  }

  #grow(): void {
    const size = this.customer.length * 2;
    const [customer, at, day, value] = [this.customer, this.at, this.day, this.value];
    this.customer = new Int32Array(size);
    this.customer.set(customer);
    this.at = new Float64Array(size);
    this.at.set(at);
    this.day = new Uint8Array(size);
    this.day.set(day);
    this.value = new Float64Array(size);
    this.value.set(value);
  }
}

/** The records of a pilot file, column by column. What was read once is kept for the length of one computation. */
export function pilotRecords(db: ReadableDb): RecordsReader {
  const kept = new Map<string, EventColumns>();
  const events = (name: string, sql: string, params: SqlValue[]) => {
    const known = kept.get(name);
    if (known) return known;
    const columns = new Columns();
    for (const [customer, at, day, value] of db.iterate(sql, params)) {
      columns.push(Number(customer), at ?? null, day ?? null, value ?? null);
    }
    const found = columns.cut();
    kept.set(name, found);
    return found;
  };
  return {
    customers: () => Int32Array.from(db.iterate('SELECT id FROM customer ORDER BY id'), ([id]) => Number(id)),
    activities(kind, field) {
      const from = 'FROM activity WHERE kind = ?';
      if (field === null) return events(`${kind}`, `SELECT customer, at, at_day, NULL ${from}`, [kind]);
      if (field === 'amount') {
        return events(`${kind}/amount`, `SELECT customer, at, at_day, amount ${from}`, [kind]);
      }
      const path = `$.${JSON.stringify(field)}`;
      const sql = `SELECT customer, at, at_day, json_extract(properties, ?) ${from}`;
      return events(`${kind}/property/${field}`, sql, [path, kind]);
    },
    trait: (key) => traitColumns(db, key),
    scores: (question) =>
      events(
        `score/${question}`,
        'SELECT customer, at, at_day, score FROM feedback WHERE question = ? AND score IS NOT NULL',
        [question],
      ),
    armsNamed: () => armColumns(db, 'SELECT customer, arm, at, at_day FROM arm_named ORDER BY rowid'),
    assignments: () => armColumns(db, 'SELECT customer, arm, at, 0 FROM assignment ORDER BY customer'),
    strata: () => groupColumns(db, 'SELECT customer, stratum FROM assignment ORDER BY customer'),
    armSources: () =>
      groupColumns(
        db,
        'SELECT named.customer, source.file FROM arm_named AS named JOIN source ON source.id = named.source ORDER BY named.rowid',
      ),
    datedEvents: () => readEvents(db),
    currencies: (kind) =>
      Array.from(
        db.iterate(
          'SELECT DISTINCT currency FROM activity WHERE kind = ? AND currency IS NOT NULL AND amount IS NOT NULL',
          [kind],
        ),
        ([currency]) => String(currency),
      ),
  };
}

function traitColumns(db: ReadableDb, key: string): TraitColumns {
  const customer: number[] = [];
  const value: (number | string | null)[] = [];
  for (const [id, cell] of db.iterate('SELECT customer, value FROM trait_current WHERE key = ?', [key])) {
    customer.push(Number(id));
    value.push(typeof cell === 'number' || typeof cell === 'string' ? cell : null);
  }
  return { customer: Int32Array.from(customer), value };
}

function groupColumns(db: ReadableDb, sql: string): GroupColumns {
  const customer: number[] = [];
  const group: string[] = [];
  for (const [id, name] of db.iterate(sql)) {
    customer.push(Number(id));
    group.push(String(name));
  }
  return { customer: Int32Array.from(customer), group };
}

function armColumns(db: ReadableDb, sql: string): ArmColumns {
  const columns = new Columns();
  const arm: string[] = [];
  for (const [customer, name, at, day] of db.iterate(sql)) {
    columns.push(Number(customer), at ?? null, day ?? null, null);
    arm.push(String(name));
  }
  return { ...columns.cut(), arm };
}
