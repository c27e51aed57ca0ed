import type { ReadableDb } from '#engine/store/db.ts';
import { PilotError } from '#shared/api/error.ts';
import type { FoundCustomer } from '#shared/identity/customer-story.ts';
import type { Key, Matching } from '#shared/identity/matching.ts';
import { type KeyReading, readEmail, readNumberKey, readPhone } from '#shared/identity/normalise.ts';
import { sameKey } from '#shared/identity/same-key.ts';
import { readMatching } from './matching-value.ts';

type Hit = { readonly id: number; readonly kind: string; readonly value: string; readonly customer: number };

/** From this many characters on a search also finds keys that only begin with them. */
const BEGINNING = 2;
const LAST_CHARACTER = '\u{10FFFF}';

/** The customer a key belongs to now. @throws PilotError `no-such-key` */
export function customerOf(db: ReadableDb, { kind, value }: Key): number {
  const found = db.get<Hit>(`${HIT} WHERE kind = ? AND value = ?`, [kind, value]);
  if (found === undefined) throw new PilotError('no-such-key', `No row of this pilot names ${value} (${kind}).`);
  return found.customer;
}

/** The number of the customer that a key names, whatever sort of key it is; null when nobody has it. */
export function findCustomer(db: ReadableDb, key: string): number | null {
  return exactHits(db, key)[0]?.customer ?? null;
}

/**
 * Customers by any of their keys, in whatever form it is typed: those that have the very key first, then those with a
 * key that begins so. A key that joins nobody finds everybody it was named with.
 */
export function findCustomers(db: ReadableDb, query: string, limit: number): FoundCustomer[] {
  const exact = exactHits(db, query).flatMap((hit) => [hit, ...sharers(db, hit, limit)]);
  const found = new Map<number, Hit>();
  for (const hit of [...exact, ...beginningHits(db, query, limit)]) {
    if (found.size < limit && !found.has(hit.customer)) found.set(hit.customer, hit);
  }
  return Array.from(found.values(), ({ customer, kind, value }) => ({
    customer,
    kind,
    value,
    records: countRecords(db, customer),
  }));
}

function exactHits(db: ReadableDb, key: string): Hit[] {
  const matching = readMatching(db);
  const countries = [...new Set([matching.country, ...countriesOf(db)])];
  return kindsOf(db).flatMap((kind) =>
    formsOf(kind, key, matching, countries)
      .map((value) => db.get<Hit>(`${HIT} WHERE kind = ? AND value = ?`, [kind, value]))
      .filter((hit) => hit !== undefined),
  );
}

const HIT = 'SELECT id, kind, value, customer FROM identity';

/** What a key can stand as in the pilot, likeliest first. */
function formsOf(kind: string, key: string, matching: Matching, countries: readonly (string | null)[]): string[] {
  const readings = readingsOf(kind, key, countries);
  const normal = readings.flatMap((reading) => ('key' in reading ? [reading.key] : []));
  const same = normal.map((form) => sameKey(kind, form, matching));
  const bare = kind === 'phone' ? [key.replace(/[\s().+/-]/g, '')] : [];
  return [...new Set([...normal, ...same, key.trim(), ...bare])].filter((form) => form !== '');
}

function readingsOf(kind: string, key: string, countries: readonly (string | null)[]): KeyReading[] {
  if (kind === 'email') return [readEmail(key)];
  if (kind === 'phone') return countries.map((country) => readPhone(key, country));
  return kind.startsWith('number:') ? [readNumberKey(key)] : [];
}

/** Where the phone numbers of the imported files belong. */
function countriesOf(db: ReadableDb): (string | null)[] {
  const sql = "SELECT DISTINCT json_extract(mapping, '$.format.country') AS country FROM source";
  return db.all<{ country: string | null }>(sql).map(({ country }) => country);
}

function beginningHits(db: ReadableDb, query: string, limit: number): Hit[] {
  const typed = query.trim();
  if (typed.length < BEGINNING) return [];
  return kindsOf(db).flatMap((kind) => {
    const begin = kind === 'phone' ? typed.replace(/[\s()/.-]/g, '') : kind === 'email' ? typed.toLowerCase() : typed;
    return db.all<Hit>(`${HIT} WHERE kind = ? AND value >= ? AND value < ? ORDER BY value LIMIT ?`, [
      kind,
      begin,
      begin + LAST_CHARACTER,
      limit,
    ]);
  });
}

/** The kinds there are, jumping from one to the next in the index: a million keys are not read for five words. */
function kindsOf(db: ReadableDb): string[] {
  return db
    .all<{ kind: string }>(
      `WITH RECURSIVE found (kind) AS (
         SELECT min(kind) FROM identity
         UNION ALL SELECT (SELECT min(kind) FROM identity WHERE kind > found.kind) FROM found WHERE found.kind IS NOT NULL
       ) SELECT kind FROM found WHERE kind IS NOT NULL`,
    )
    .map(({ kind }) => kind);
}

/** Everybody a key was named with that joins nobody, each by the first key of their own. */
function sharers(db: ReadableDb, { id }: Hit, limit: number): Hit[] {
  if (db.get('SELECT 1 FROM identity_shared WHERE identity = ?', [id]) === undefined) return [];
  const beside = 'SELECT b AS id FROM identity_link WHERE a = ?1 UNION SELECT a FROM identity_link WHERE b = ?1';
  return db.all<Hit>(
    `${HIT} WHERE id IN (SELECT customer FROM identity WHERE id IN (${beside})) ORDER BY id LIMIT ?2`,
    [id, limit],
  );
}

function countRecords(db: ReadableDb, customer: number): number {
  const counts = ['activity', 'feedback'].map((table) => `(SELECT count(*) FROM ${table} WHERE customer = ?1)`);
  return db.get<{ n: number }>(`SELECT ${counts.join(' + ')} AS n`, [customer])?.n ?? 0;
}
