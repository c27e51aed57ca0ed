import type { EventColumns, RecordsReader } from '#shared/lift/records-reader.ts';
import type { ReadableDb } from '../store/db.ts';
import { readEvents } from './event-row.ts';
import { otherwiseJoined } from './otherwise-joined.ts';
import {
  allCustomers,
  amountsOf,
  armsOf,
  assignedBy,
  currentTraits,
  propertiesOf,
  scoresOf,
  traitsOtherwise,
} from './record-columns.ts';

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
  const person = (id: number) => (customerOf === null ? id : (customerOf[id] ?? 0));
  const withAmounts = (kind: string) => once(`activity/${kind}/amount`, () => amountsOf(db, kind, who, person));
  const named = () => once('arms', () => armsOf(db, who, person));
  const assigned = (column: 'arm' | 'stratum') => once(column, () => assignedBy(db, column, who, person));
  return {
    customers: () =>
      once('customers', () =>
        customerOf === null
          ? allCustomers(db)
          : Int32Array.from(new Set(customerOf.filter((customer) => customer > 0))).sort(),
      ),
    activities(kind, field) {
      if (field === null) return once(`activity/${kind}`, () => withoutValue(withAmounts(kind).events));
      if (field === 'amount') return withAmounts(kind).events;
      return once(`activity/${kind}/property/${field}`, () => propertiesOf(db, kind, field, who, person));
    },
    trait: (key) =>
      once(`trait/${key}`, () => (customerOf === null ? currentTraits(db, key) : traitsOtherwise(db, key, customerOf))),
    scores: (question) => once(`score/${question}`, () => scoresOf(db, question, who, person)),
    armsNamed: () => named().arms,
    armSources: () => named().sources,
    assignments: () => assigned('arm'),
    strata: () => assigned('stratum'),
    datedEvents: () => readEvents(db),
    otherwiseJoined: () => (customerOf === null ? once('otherwise joined', () => otherwiseJoined(db)) : null),
    currencies: (kind) => withAmounts(kind).currencies,
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
