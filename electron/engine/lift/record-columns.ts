import { newCoder } from '#shared/lift/coded.ts';
import type { ArmColumns, EventColumns, GroupColumns, TraitColumns } from '#shared/lift/records-reader.ts';
import type { ReadableDb } from '../store/db.ts';
import { Levels } from '../store/read-pages/levels.ts';
import { readTable } from '../store/read-table.ts';
import { Columns } from './columns.ts';

/** By which column of its row a record's customer is told. */
type Who = 'customer' | 'identity';
/** The customer of what stands in that column. */
type Person = (id: number) => number;
type Amounts = { readonly events: EventColumns; readonly currencies: readonly string[] };

/** A kind of activity with its amounts, and the currencies they are in. */
export function amountsOf(db: ReadableDb, kind: string, who: Who, person: Person): Amounts {
  const columns = [who, 'at', 'at_day', 'amount', 'currency'];
  return readTable(db, { table: 'activity', columns, where: { column: 'kind', is: kind } }, () => {
    const found = new Columns();
    const currencies = new Levels();
    return {
      row: (cells) => {
        const amount = cells.number(3);
        found.push(person(cells.number(0)), cells.number(1), cells.number(2), amount);
        if (!Number.isNaN(amount)) currencies.codeOf(cells, 4);
      },
      done: () => ({
        events: found.cut(),
        currencies: currencies.levels.filter((level) => level !== null).map(String),
      }),
    };
  });
}

/** A property of a kind of activity; NaN where a row has none. */
export function propertiesOf(db: ReadableDb, kind: string, property: string, who: Who, person: Person): EventColumns {
  const sql = `SELECT ${who}, at, at_day, json_extract(properties, ?) FROM activity WHERE kind = ?`;
  const found = new Columns();
  for (const [id, at, day, value] of db.iterate(sql, [`$.${JSON.stringify(property)}`, kind])) {
    found.push(person(Number(id)), Number(at), Number(day), value === null ? Number.NaN : Number(value));
  }
  return found.cut();
}

/** Every answer to a question that has a score. */
export function scoresOf(db: ReadableDb, question: string, who: Who, person: Person): EventColumns {
  const columns = [who, 'at', 'at_day', 'score'];
  return readTable(db, { table: 'feedback', columns, where: { column: 'question', is: question } }, () => {
    const found = new Columns();
    return {
      row: (cells) => {
        if (cells.cell(3) === null) return;
        found.push(person(cells.number(0)), cells.number(1), cells.number(2), cells.number(3));
      },
      done: () => found.cut(),
    };
  });
}

type Named = { readonly arms: ArmColumns; readonly sources: GroupColumns };

/** Every row that named an arm, and the files they came in. */
export function armsOf(db: ReadableDb, who: Who, person: Person): Named {
  return readTable(db, { table: 'arm_named', columns: [who, 'at', 'at_day', 'arm', 'source'] }, () => {
    const found = new Columns();
    const [arms, sources] = [new Levels(), new Levels()];
    const sourceOf: number[] = [];
    return {
      row: (cells) => {
        found.push(person(cells.number(0)), cells.number(1), cells.number(2), arms.codeOf(cells, 3));
        sourceOf.push(sources.codeOf(cells, 4));
      },
      done: () => {
        const { value, ...rest } = found.cut();
        const code = Int32Array.from(sourceOf);
        return {
          arms: { ...rest, code: Int32Array.from(value), levels: arms.levels.map(String) },
          sources: asFiles(db, { customer: rest.customer, code, levels: sources.levels.map(String) }),
        };
      },
    };
  });
}

/** Who was assigned here, and to what. */
export function assignedBy(db: ReadableDb, column: 'arm' | 'stratum', who: Who, person: Person): ArmColumns {
  return readTable(db, { table: 'assignment', columns: [who, 'at', column] }, () => {
    const found = new Columns();
    const levels = new Levels();
    return {
      row: (cells) => found.push(person(cells.number(0)), cells.number(1), 0, levels.codeOf(cells, 2)),
      done: () => {
        const { value, ...rest } = found.cut();
        return { ...rest, code: Int32Array.from(value), levels: levels.levels.map(String) };
      },
    };
  });
}

/** The numbers of all customers, ascending. */
export function allCustomers(db: ReadableDb): Int32Array {
  return readTable(db, { table: 'customer', columns: ['id'] }, () => {
    const ids: number[] = [];
    return { row: (cells) => void ids.push(cells.number(0)), done: () => Int32Array.from(ids) };
  });
}

/** Sources by the names of their files, those of one arm together. */
function asFiles(db: ReadableDb, { customer, code, levels }: GroupColumns): GroupColumns {
  const files = new Map(
    db
      .all<{ id: number; file: string; arm: string | null }>(
        "SELECT id, file, json_extract(mapping, '$.arm') AS arm FROM source",
      )
      .map(({ id, file, arm }) => [String(id), arm === null ? file : ONE_ARM_FILES]),
  );
  const coder = newCoder<string>();
  const fileOf = levels.map((level) => coder.codeOf(files.get(level) ?? ''));
  return { customer, code: code.map((level) => fileOf[level]!), levels: coder.levels };
}

/** What all files that hold one arm by their mapping are called together: apart, each would look like a broken split. */
const ONE_ARM_FILES = 'files of one arm';

/** Of several rows of a customer the last source's last line counts (view trait_current), which comes last by key. */
export function currentTraits(db: ReadableDb, key: string): TraitColumns {
  const columns = ['customer', 'value'];
  return readTable(db, { table: 'trait', columns, where: { column: 'key', is: key } }, () => {
    const found = new Columns();
    const levels = new Levels();
    return {
      row: (cells) => {
        const customer = cells.number(0);
        const level = levels.codeOf(cells, 1);
        if (found.last === customer) found.mendLast(level);
        else found.push(customer, Number.NaN, 0, level);
      },
      done: () => {
        const { customer, value } = found.cut();
        return { customer, code: Int32Array.from(value), levels: levels.levels };
      },
    };
  });
}

/** A trait of customers joined otherwise than the pilot has it. */
export function traitsOtherwise(db: ReadableDb, key: string, customerOf: Int32Array): TraitColumns {
  const coder = newCoder<number | string | null>();
  const current = new Map<number, number>();
  for (const [id, cell] of db.iterate('SELECT identity, value FROM trait WHERE key = ? ORDER BY source, line', [key])) {
    const level = typeof cell === 'number' || typeof cell === 'string' ? cell : null;
    current.set(customerOf[Number(id)] ?? 0, coder.codeOf(level));
  }
  return { customer: Int32Array.from(current.keys()), code: Int32Array.from(current.values()), levels: coder.levels };
}
