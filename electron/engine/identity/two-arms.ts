import type { ReadableDb } from '#engine/store/db.ts';
import type { ArmPlace, InTwoArms, TwoArms } from '#shared/identity/two-arms.ts';
import { sourceId } from '../records/source-id.ts';
import { countTwoArms } from './join-sums.ts';

const SHOWN_PLACES = 6;

type Row = {
  arm: string;
  kind: string;
  value: string;
  identity: number;
  source: number;
  line: number;
  file: string | null;
};

/** The rows that put a customer into arms, where those are two; null where not. */
export function inTwoArmsOf(db: ReadableDb, customer: number): InTwoArms | null {
  const rows = armRows(db, customer, armTable(db));
  return new Set(rows.map(({ arm }) => arm)).size > 1 ? personOf(rows) : null;
}

/** The people who stand in two arms, each with the rows that put them there, and whether a join is the cause. */
export function peopleInTwoArms(db: ReadableDb, limit: number): TwoArms {
  const table = armTable(db);
  const customers = db.all<{ customer: number }>(
    `SELECT customer FROM ${table} GROUP BY customer HAVING min(arm) <> max(arm) ORDER BY customer LIMIT ?`,
    [limit],
  );
  const people = customers.map(({ customer }) => personOf(armRows(db, customer, table)));
  return { total: countTwoArms(db, null), people };
}

type ArmTable = 'assignment' | 'arm_named';

/** Arms drawn here count; where none were, those the exports name. */
function armTable(db: ReadableDb): ArmTable {
  return db.get('SELECT 1 FROM assignment LIMIT 1') === undefined ? 'arm_named' : 'assignment';
}

function armRows(db: ReadableDb, customer: number, table: ArmTable): Row[] {
  const [place, join, order] =
    table === 'assignment'
      ? ['0 AS source, 0 AS line, NULL AS file', '', 'a.at']
      : ['a.source, a.line, s.file', 'LEFT JOIN source s ON s.id = a.source', 'a.source, a.line'];
  return db.all<Row>(
    `SELECT a.arm, i.kind, i.value, a.identity, ${place} FROM ${table} a ${join} JOIN identity i ON i.id = a.identity
     WHERE a.customer = ? ORDER BY ${order}`,
    [customer],
  );
}

function personOf(rows: readonly Row[]): InTwoArms {
  const armsOfKey = new Map<number, Set<string>>();
  for (const { identity, arm } of rows) {
    armsOfKey.set(identity, (armsOfKey.get(identity) ?? new Set<string>()).add(arm));
  }
  const disagree = [...armsOfKey.values()].some((arms) => arms.size > 1);
  return {
    key: { kind: rows[0]!.kind, value: rows[0]!.value },
    because: disagree ? 'disagreement' : 'join',
    places: oneEach(rows).map(placeOf),
  };
}

/** The first row for each arm and key; the many others say the same. */
function oneEach(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows
    .filter(({ arm, identity }) => {
      const told = seen.has(`${identity} ${arm}`);
      seen.add(`${identity} ${arm}`);
      return !told;
    })
    .slice(0, SHOWN_PLACES);
}

function placeOf({ arm, kind, value, source, line, file }: Row): ArmPlace {
  return { arm, key: { kind, value }, source: sourceId(source), file, line };
}
