import { newCoder } from '#shared/lift/coded.ts';
import type {
  ArmColumns,
  EventColumns,
  GroupColumns,
  RecordsReader,
  TraitColumns,
} from '#shared/lift/records-reader.ts';
import type { ReadableDb, SqlValue } from '../store/db.ts';
import { readEvents } from './event-row.ts';
import { otherwiseJoined } from './otherwise-joined.ts';

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

/**
 * The records of a pilot file, column by column: typed arrays that are read once and then kept until the pilot changes,
 * so that a look, its report and a rehearsal do not each read a million rows anew.
 *
 * @param customerOf who is one person, by number of the key, where that is to be other than the pilot has it; such
 *   columns are kept for as long as the reader is
 */
export function pilotRecords(db: ReadableDb, customerOf: Int32Array | null = null): RecordsReader {
  const kept = customerOf === null ? keptUnder(db.state) : new Map<string, unknown>();
  const once = <Value>(name: string, read: () => Value): Value => {
    if (!kept.has(name)) kept.set(name, read());
    return kept.get(name) as Value;
  };
  const who = customerOf === null ? 'customer' : 'identity';
  const person = (id: SqlValue) => (customerOf === null ? Number(id) : (customerOf[Number(id)] ?? 0));
  const events = (name: string, sql: string, params: SqlValue[]) =>
    once(name, () => {
      const columns = new Columns();
      for (const [id, at, day, value] of db.iterate(sql, params)) {
        columns.push(person(id ?? null), at ?? null, day ?? null, value ?? null);
      }
      return columns.cut();
    });
  const arms = (sql: string): ArmColumns => {
    const columns = new Columns();
    const coder = newCoder<string>();
    for (const [id, name, at, day] of db.iterate(sql)) {
      columns.push(person(id ?? null), at ?? null, day ?? null, coder.codeOf(String(name)));
    }
    const { value, ...found } = columns.cut();
    return { ...found, code: Int32Array.from(value), levels: coder.levels };
  };
  const groups = (sql: string): GroupColumns => {
    const columns = new Columns();
    const coder = newCoder<string>();
    for (const [id, name] of db.iterate(sql)) columns.push(person(id ?? null), null, null, coder.codeOf(String(name)));
    const { customer, value } = columns.cut();
    return { customer, code: Int32Array.from(value), levels: coder.levels };
  };
  const amounts = (kind: string) =>
    events(`activity/${kind}/amount`, `SELECT ${who}, at, at_day, amount FROM activity WHERE kind = ?`, [kind]);
  return {
    customers: () =>
      once('customers', () =>
        customerOf === null
          ? Int32Array.from(db.iterate('SELECT id FROM customer ORDER BY id'), ([id]) => Number(id))
          : Int32Array.from(new Set(customerOf.filter((customer) => customer > 0))).sort(),
      ),
    activities(kind, field) {
      if (field === null) return once(`activity/${kind}`, () => withoutValue(amounts(kind)));
      if (field === 'amount') return amounts(kind);
      const path = `$.${JSON.stringify(field)}`;
      const sql = `SELECT ${who}, at, at_day, json_extract(properties, ?) FROM activity WHERE kind = ?`;
      return events(`activity/${kind}/property/${field}`, sql, [path, kind]);
    },
    trait: (key) => once(`trait/${key}`, () => traitColumns(db, key, customerOf)),
    scores: (question) =>
      events(
        `score/${question}`,
        `SELECT ${who}, at, at_day, score FROM feedback WHERE question = ? AND score IS NOT NULL`,
        [question],
      ),
    armsNamed: () => once('arms', () => arms(`SELECT ${who}, arm, at, at_day FROM arm_named ORDER BY rowid`)),
    assignments: () => once('assignments', () => arms(`SELECT ${who}, arm, at, 0 FROM assignment ORDER BY customer`)),
    strata: () => once('strata', () => groups(`SELECT ${who}, stratum FROM assignment ORDER BY customer`)),
    armSources: () =>
      once('arm sources', () =>
        groups(
          `SELECT named.${who}, CASE WHEN json_extract(source.mapping, '$.arm') IS NULL THEN source.file ELSE '${ONE_ARM_FILES}' END
         FROM arm_named AS named JOIN source ON source.id = named.source ORDER BY named.rowid`,
        ),
      ),
    datedEvents: () => readEvents(db),
    otherwiseJoined: () => (customerOf === null ? once('otherwise joined', () => otherwiseJoined(db)) : null),
    currencies: (kind) =>
      once(`currencies/${kind}`, () =>
        Array.from(
          db.iterate(
            'SELECT DISTINCT currency FROM activity WHERE kind = ? AND currency IS NOT NULL AND amount IS NOT NULL',
            [kind],
          ),
          ([currency]) => String(currency),
        ),
      ),
  };
}

/** The same events where no value is asked for. */
function withoutValue({ customer, at, day }: EventColumns): EventColumns {
  return { customer, at, day, value: new Float64Array(customer.length).fill(Number.NaN) };
}

/** What was read of each state of a pilot; a state that is over takes it along. */
const keptOfStates = new WeakMap<object, Map<string, unknown>>();

function keptUnder(state: object): Map<string, unknown> {
  const kept = keptOfStates.get(state) ?? new Map<string, unknown>();
  keptOfStates.set(state, kept);
  return kept;
}

/** What all files that hold one arm by their mapping are called together: apart, each would look like a broken split. */
const ONE_ARM_FILES = 'files of one arm';

function traitColumns(db: ReadableDb, key: string, customerOf: Int32Array | null): TraitColumns {
  const columns = new Columns();
  const coder = newCoder<number | string | null>();
  const levelOf = (cell: SqlValue | undefined) =>
    coder.codeOf(typeof cell === 'number' || typeof cell === 'string' ? cell : null);
  if (customerOf === null) {
    const rows = db.iterate('SELECT customer, value FROM trait_current WHERE key = ?', [key]);
    for (const [id, cell] of rows) columns.push(Number(id), null, null, levelOf(cell));
  } else {
    const rows = db.iterate('SELECT identity, value FROM trait WHERE key = ? ORDER BY source, line', [key]);
    const current = new Map<number, number>();
    for (const [id, cell] of rows) current.set(customerOf[Number(id)] ?? 0, levelOf(cell));
    for (const [customer, level] of current) columns.push(customer, null, null, level);
  }
  const { customer, value } = columns.cut();
  return { customer, code: Int32Array.from(value), levels: coder.levels };
}
