import type { KnownNames, KnownRecords } from '#shared/plan/known-records.ts';
import { fieldNames } from '../records/field-names.ts';
import type { ReadableDb } from '../store/db.ts';

/** What a pilot file holds, looked up name by name: only a name that is not there makes the engine list them all. */
export function knownNames(db: ReadableDb): KnownRecords {
  const names = (from: string, column: string): KnownNames => ({
    any: () => db.get(`SELECT 1 FROM ${from} LIMIT 1`) !== undefined,
    has: (name) => db.get(`SELECT 1 FROM ${from} AND ${column} = ? LIMIT 1`, [name]) !== undefined,
    list: () =>
      db.all<{ name: string }>(`SELECT DISTINCT ${column} AS name FROM ${from} ORDER BY 1`).map((row) => row.name),
  });
  return {
    activities: names('activity WHERE true', 'kind'),
    traits: names('trait WHERE true', 'key'),
    scores: names('feedback WHERE score IS NOT NULL', 'question'),
    armValues: names('arm_named WHERE true', 'arm'),
    fields: (kind) => fieldsOf(db, kind),
  };
}

function fieldsOf(db: ReadableDb, kind: string): KnownNames {
  return {
    any: () => db.get('SELECT 1 FROM activity WHERE kind = ? LIMIT 1', [kind]) !== undefined,
    has: (name) =>
      db.get('SELECT 1 FROM activity WHERE kind = ? AND json_extract(properties, ?) IS NOT NULL LIMIT 1', [
        kind,
        `$.${JSON.stringify(name)}`,
      ]) !== undefined,
    list: () => fieldNames(db, kind),
  };
}
