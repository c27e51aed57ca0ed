import type { ReadableDb } from '#engine/store/db.ts';
import type { Removal } from '#shared/records/removal.ts';
import { type PassingOn, passingOn } from './passing-on.ts';
import { sourceNumber } from './source-id.ts';
import type { RECORD_TABLES } from './tables.ts';

/** What `removeSource` would do to a source; nothing is changed. */
export function removalOf(db: ReadableDb, id: string): Removal {
  const source = sourceNumber(db, id);
  const passing = passingOn(db, source);
  const count = (from: string, ...params: (number | string)[]) =>
    db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, params)!.n;
  const named = new Keys(db);
  const [activities, answers] = [
    going(db, 'activity', source, passing, named),
    going(db, 'feedback', source, passing, named),
  ];
  const [armsNamed, traits] = [
    going(db, 'arm_named', source, passing, named),
    going(db, 'trait', source, passing, named),
  ];
  nameOthers(db, source, passing, named);
  const { gone, stay } = customersOf(db, named);
  return {
    activities,
    answers,
    armsNamed,
    traits,
    quarantined: count('FROM quarantine WHERE source = ?', source),
    customersGone: gone,
    customersStay: stay,
    comeBack:
      count('FROM (SELECT DISTINCT source, line FROM replaced WHERE by_source = ?)', source) -
      passing.stillReplaced.length,
    heldElsewhere: byFile(db, passing),
    onlyCounted: passing.onlyCounted,
  };
}

/** A set of keys by their numbers, one byte each: a million rows name hundreds of thousands. */
class Keys {
  readonly #named: Uint8Array;

  constructor(db: ReadableDb) {
    this.#named = new Uint8Array(
      (db.get<{ last: number | null }>('SELECT max(id) AS last FROM identity')?.last ?? 0) + 1,
    );
  }

  add(identity: unknown): void {
    this.#named[identity as number] = 1;
  }

  has(identity: unknown): boolean {
    return this.#named[identity as number] === 1;
  }
}

type RecordTable = (typeof RECORD_TABLES)[number];

/** Counts the rows of a table that go, and notes the keys that those name which stay. */
function going(db: ReadableDb, table: RecordTable, source: number, { heirs }: PassingOn, named: Keys): number {
  let n = 0;
  for (const [own, line, identity] of db.iterate(`SELECT source = ?, line, identity FROM ${table}`, [source])) {
    if (own === 1 && !heirs.has(line as number)) n++;
    else named.add(identity);
  }
  return n;
}

/** Notes the keys that stay for other reasons than a record: an assignment, a join, a row that comes back. */
function nameOthers(db: ReadableDb, source: number, { heirs, stillReplaced }: PassingOn, named: Keys): void {
  for (const [identity] of db.iterate('SELECT identity FROM assignment')) named.add(identity);
  for (const [own, line, a, b] of db.iterate('SELECT source = ?, line, a, b FROM identity_link', [source])) {
    if (own === 1 && !heirs.has(line as number)) continue;
    named.add(a);
    named.add(b);
  }
  const still = new Set(stillReplaced.map((row) => `${row.source} ${row.line}`));
  const back = `SELECT r.source, r.line, i.id FROM replaced r JOIN identity i ON i.kind = r.key_kind AND i.value = r.key_value
    WHERE r.by_source = ?`;
  for (const [from, line, identity] of db.iterate(back, [source])) {
    if (!still.has(`${from} ${line}`)) named.add(identity);
  }
}

/** How many customers have a key that stays, and how many have none. */
function customersOf(db: ReadableDb, named: Keys): { readonly gone: number; readonly stay: number } {
  const all = new Set<unknown>();
  const staying = new Set<unknown>();
  for (const [identity, customer] of db.iterate('SELECT id, customer FROM identity')) {
    all.add(customer);
    if (named.has(identity)) staying.add(customer);
  }
  return { gone: all.size - staying.size, stay: staying.size };
}

function byFile(db: ReadableDb, { others }: PassingOn): { file: string; rows: number }[] {
  const files = new Map(
    db.all<{ id: number; file: string }>('SELECT id, file FROM source').map(({ id, file }) => [id, file] as const),
  );
  return others.flatMap(({ id, kept }) => (kept === 0 ? [] : [{ file: files.get(id)!, rows: kept }]));
}
