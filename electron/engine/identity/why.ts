import type { ReadableDb } from '#engine/store/db.ts';
import { trustOf } from '#shared/identity/key-kind.ts';
import type { Key, Matching } from '#shared/identity/matching.ts';
import { hasSameKeys, sameKey } from '#shared/identity/same-key.ts';
import type { KeyBond, NamedKey, RowPlace, WhyOne } from '#shared/identity/why-one.ts';
import { sourceId } from '../records/source-id.ts';
import { RECORD_TABLES } from '../records/tables.ts';
import { CutPairs, identityOf, readCuts } from './cut.ts';
import { readMatching } from './matching-value.ts';

/** One key of the person, or one that stands beside it. */
type KeyRow = Key & { readonly id: number; readonly customer: number; readonly people: number | null };
type LinkRow = { a: number; b: number; source: number; line: number };

const KEY = `SELECT i.id, i.kind, i.value, i.customer, s.people
  FROM identity i LEFT JOIN identity_shared s ON s.identity = i.id`;
/** A person with more bonds than anybody reads is shown with the first of them. */
const MOST_BONDS = 500;

/** Why the keys of one customer are one person: which rows name each, and which rows or options join them. */
export function whyOne(db: ReadableDb, customer: number): WhyOne {
  const own = db.all<KeyRow>(`${KEY} WHERE i.customer = ? ORDER BY i.id`, [customer]);
  const files = new Map(
    db.all<{ id: number; file: string }>('SELECT id, file FROM source').map(({ id, file }) => [id, file]),
  );
  const place = ({ source, line }: { readonly source: number; readonly line: number }): RowPlace => ({
    source: sourceId(source),
    file: files.get(source) ?? null,
    line,
  });
  const links = linksOf(db, customer, new Map(own.map((key) => [key.id, key])));
  return { customer, keys: namedKeys(db, customer, own, links, place), bonds: bondsOf(db, own, links, place) };
}

/**
 * Links of the customer's keys; of a key that too many share only those within the customer. The first key of a link
 * is in the index, the second is not: unless matching is strict, a link that joins nobody has a shared key or a cut.
 */
function linksOf(db: ReadableDb, customer: number, own: ReadonlyMap<number, KeyRow>): LinkRow[] {
  const ids = 'SELECT id FROM identity WHERE customer = ?1';
  const shared = 'SELECT identity FROM identity_shared';
  const second = readMatching(db).mode === 'strict' ? '' : `a IN (${shared}) AND`;
  const rows = db.all<LinkRow>(
    `SELECT a, b, source, line FROM identity_link WHERE a <> b AND a IN (${ids})
     UNION SELECT a, b, source, line FROM identity_link WHERE a <> b AND ${second} b IN (${ids})`,
    [customer],
  );
  const cut = cutPairs(db, [...own.values()])
    .filter(([a]) => !own.has(a))
    .flatMap((pair) => db.all<LinkRow>('SELECT a, b, source, line FROM identity_link WHERE a = ? AND b = ?', pair));
  return [...rows, ...cut].filter(({ a, b }) => {
    const [first, second] = [own.get(a), own.get(b)];
    if (first !== undefined && second !== undefined) return true;
    return (first ?? second)?.people === null;
  });
}

function namedKeys(
  db: ReadableDb,
  customer: number,
  own: readonly KeyRow[],
  links: readonly LinkRow[],
  place: (row: { readonly source: number; readonly line: number }) => RowPlace,
): NamedKey[] {
  const under = RECORD_TABLES.map((table) => `SELECT identity, source, line FROM ${table} WHERE customer = ?1`);
  const rows = db.all<{ identity: number; source: number; line: number; n: number }>(
    `SELECT identity, source, min(line) AS line, count(*) AS n FROM (${under.join(' UNION ')})
     GROUP BY identity, source ORDER BY source`,
    [customer],
  );
  return own.map(({ id, kind, value }) => {
    const places = rows.filter(({ identity }) => identity === id).map((row) => ({ ...place(row), rows: row.n }));
    const told = new Set(places.map(({ source }) => source));
    for (const link of links) {
      const named = place(link);
      if ((link.a !== id && link.b !== id) || named.file === null || told.has(named.source)) continue;
      told.add(named.source);
      places.push({ ...named, rows: 1 });
    }
    return { kind, value, places };
  });
}

function bondsOf(
  db: ReadableDb,
  own: readonly KeyRow[],
  links: readonly LinkRow[],
  place: (row: { readonly source: number; readonly line: number }) => RowPlace,
): KeyBond[] {
  const matching = readMatching(db);
  const cuts = CutPairs.read(db);
  const keys = new Map(own.map((key) => [key.id, key]));
  const keyOf = (id: number): KeyRow | null => {
    const known = keys.get(id) ?? db.get<KeyRow>(`${KEY} WHERE i.id = ?`, [id]) ?? null;
    if (known !== null) keys.set(id, known);
    return known;
  };
  const bonds = new Map<string, KeyBond>();
  const add = (first: number, second: number, because: KeyBond['because'], row: RowPlace | null) => {
    const [a, b] = [keyOf(first), keyOf(second)];
    if (a === null || b === null) return;
    const known = bonds.get(`${first} ${second}`);
    if (known !== undefined) {
      if (row !== null) known.rows.push(row);
      return;
    }
    if (bonds.size >= MOST_BONDS) return;
    bonds.set(`${first} ${second}`, {
      a: { kind: a.kind, value: a.value },
      b: { kind: b.kind, value: b.value },
      because,
      state: cuts.has(first, second) ? 'cut' : stateOf(a, b, because, matching),
      rows: row === null ? [] : [row],
      customers: [a.customer, b.customer],
    });
  };
  for (const link of links) add(link.a, link.b, 'row', place(link));
  for (const [a, b] of samePairs(own, matching)) add(a, b, 'option', null);
  for (const [a, b] of cutPairs(db, own)) add(a, b, 'option', null);
  return [...bonds.values()];
}

function stateOf(a: KeyRow, b: KeyRow, because: KeyBond['because'], { mode }: Matching): KeyBond['state'] {
  if (a.people !== null || b.people !== null) return 'shared';
  if (because === 'option' && a.kind === b.kind && trustOf(a.kind) === 'trusted') return 'joins';
  const trusted = trustOf(a.kind) === 'trusted' && trustOf(b.kind) === 'trusted';
  return mode === 'strict' && !trusted ? 'untrusted' : 'joins';
}

/** Keys of the customer that are one by an option, each with the one of the smallest number. */
function samePairs(own: readonly KeyRow[], matching: Matching): [number, number][] {
  const first = new Map<string, number>();
  const pairs: [number, number][] = [];
  for (const { id, kind, value } of own) {
    if (!hasSameKeys(kind, matching)) continue;
    const same = `${kind} ${sameKey(kind, value, matching)}`;
    const known = first.get(same);
    if (known === undefined) first.set(same, id);
    else pairs.push([known, id]);
  }
  return pairs;
}

/** Cuts between a key of the customer and another one. */
function cutPairs(db: ReadableDb, own: readonly KeyRow[]): [number, number][] {
  const mine = new Set(own.map(({ kind, value }) => `${kind} ${value}`));
  const pairs: [number, number][] = [];
  for (const { a, b } of readCuts(db)) {
    if (!mine.has(`${a.kind} ${a.value}`) && !mine.has(`${b.kind} ${b.value}`)) continue;
    const [first, second] = [identityOf(db, a), identityOf(db, b)];
    if (first !== null && second !== null) pairs.push([Math.min(first, second), Math.max(first, second)]);
  }
  return pairs;
}
