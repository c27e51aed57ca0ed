import type { ReadableDb } from '#engine/store/db.ts';
import { Levels } from '#engine/store/read-pages/levels.ts';
import { readTable } from '#engine/store/read-table.ts';
import { headerSignature } from '#shared/records/layout.ts';
import { mapping as mappingSchema } from '#shared/records/mapping.ts';
import { seenFile } from '#shared/records/refresh.ts';
import type { DataPicture, FarOut, SourcePicture } from '#shared/records/source-picture.ts';
import { pilotValue } from './pilot-value.ts';
import { sourceId } from './source-id.ts';
import { SourceTally } from './source-tally.ts';

/** Records counted before the engine looks up, so that it answers others meanwhile. */
const AT_ONCE = 50_000;
const SHOWN_FAR_OUT = 3;
/** Of a moment the day it falls on (UTC); of a day without a time the day itself, in whatever zone it was told. */
const DAY = '(at + at_day * 43200000) / 86400000';

type Sources = readonly SourcePicture[];

/** What was counted last, and of which state of the pilot. */
const counted = new WeakMap<ReadableDb, { readonly state: string; readonly sources: Promise<Sources> }>();

/**
 * Every source in figures: dates covered, what is missing, gaps, amounts far from the others; and by which keys
 * customers are known. A million records are one pass of a second or two, in slices, and are counted once until the
 * pilot changes.
 */
export async function dataPicture(db: ReadableDb): Promise<DataPicture> {
  const state = stateOf(db);
  let known = counted.get(db);
  if (known?.state !== state) {
    known = { state, sources: countSources(db) };
    counted.set(db, known);
  }
  const sources = await known.sources;
  return {
    customers: db.get<{ n: number }>('SELECT count(*) AS n FROM customer')?.n ?? 0,
    keys: keysOf(db),
    sources: [...sources],
  };
}

/** By which sorts of keys customers are known, those that know most first. */
function keysOf(db: ReadableDb): DataPicture['keys'] {
  return readTable(db, { table: 'identity', columns: ['kind', 'customer'] }, () => {
    const kinds = new Levels();
    const counts: { keys: number; readonly customers: Set<number> }[] = [];
    return {
      row: (cells) => {
        const code = kinds.codeOf(cells, 0);
        counts[code] ??= { keys: 0, customers: new Set() };
        counts[code].keys++;
        counts[code].customers.add(cells.number(1));
      },
      done: () =>
        counts
          .map(({ keys, customers }, code) => ({ kind: String(kinds.levels[code]), keys, customers: customers.size }))
          .sort((a, b) => b.customers - a.customers || (a.kind < b.kind ? -1 : 1)),
    };
  });
}

/** Differs whenever records came, went or were mended; every such change rewrites the file. */
function stateOf(db: ReadableDb): string {
  const sums = db.get<{ n: number; last: number; kept: number }>(
    'SELECT count(*) AS n, coalesce(max(id), 0) AS last, coalesce(sum(kept + duplicates), 0) AS kept FROM source',
  );
  return JSON.stringify([pilotValue(db, 'generation'), sums]);
}

async function countSources(db: ReadableDb): Promise<Sources> {
  const ids = db.all<{ id: number }>('SELECT id FROM source ORDER BY id').map(({ id }) => id);
  const tallies = new Map(ids.map((id) => [id, new SourceTally()]));
  await countActivities(db, tallies);
  countFeedback(db, tallies);
  for (const [source, customer] of db.iterate('SELECT source, customer FROM arm_named')) {
    tallies.get(source as number)?.arm(customer as number);
  }
  await lookUp();
  for (const [source, key, customer] of db.iterate('SELECT source, key, customer FROM trait')) {
    tallies.get(source as number)?.trait(key as string, customer as number);
  }
  const pictures: SourcePicture[] = [];
  for (const [id, tally] of tallies) {
    await lookUp();
    const picture = tally.picture(sourceId(id));
    await lookUp();
    pictures.push({ ...picture, empty: emptyCells(db, id), farOut: farOutOf(db, id, tally) });
  }
  await lookUp();
  return pictures;
}

async function countActivities(db: ReadableDb, tallies: ReadonlyMap<number, SourceTally>): Promise<void> {
  const last = db.get<{ id: number | null }>('SELECT max(id) AS id FROM activity')?.id ?? 0;
  for (let from = 0; from < last; from += AT_ONCE) {
    const rows = db.iterate(`SELECT source, kind, ${DAY}, amount, customer FROM activity WHERE id > ? AND id <= ?`, [
      from,
      from + AT_ONCE,
    ]);
    for (const [source, kind, day, amount, customer] of rows) {
      tallies
        .get(source as number)
        ?.activity(kind as string, day as number, amount as number | null, customer as number);
    }
    await lookUp();
  }
}

function countFeedback(db: ReadableDb, tallies: ReadonlyMap<number, SourceTally>): void {
  const rows = db.iterate(
    `SELECT source, kind, ${DAY}, score IS NOT NULL, verbatim IS NOT NULL, customer FROM feedback`,
  );
  for (const [source, kind, day, score, words, customer] of rows) {
    tallies
      .get(source as number)
      ?.feedback(kind as string, day as number | null, score === 1, words === 1, customer as number);
  }
}

/** Lets other calls be answered. */
function lookUp(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function farOutOf(db: ReadableDb, source: number, tally: SourceTally): FarOut[] {
  return tally.fences().map(({ kind, of, below, above }) => {
    const beyond = 'FROM activity WHERE source = ? AND kind = ? AND (amount < ? OR amount > ?)';
    const params = [source, kind, below, above];
    return {
      kind,
      of,
      below,
      above,
      n: db.get<{ n: number }>(`SELECT count(*) AS n ${beyond}`, params)?.n ?? 0,
      furthest: db.all(`SELECT line, amount ${beyond} ORDER BY abs(amount) DESC, line LIMIT ${SHOWN_FAR_OUT}`, params),
    };
  });
}

type MappedRow = { header: string; mapping: string };

/** Empty cells of the columns in use, as they were counted in the first rows when the source came in. */
function emptyCells(db: ReadableDb, source: number): SourcePicture['empty'] {
  const row = db.get<MappedRow>(
    `SELECT header, mapping FROM source s WHERE id = ?
       AND NOT EXISTS (SELECT 1 FROM source later WHERE later.header = s.header AND later.id > s.id)`,
    [source],
  );
  const header = row === undefined ? [] : (JSON.parse(row.header) as string[]);
  const mapping = row === undefined ? null : mappingSchema.safeParse(JSON.parse(row.mapping));
  if (header.length === 0 || mapping?.success !== true) return null;
  const seen = db.get<{ seen: string | null }>('SELECT seen FROM mapping WHERE layout = ?', [headerSignature(header)]);
  const file = seenFile.safeParse(seen?.seen == null ? null : JSON.parse(seen.seen));
  if (!file.success) return null;
  const { columns } = mapping.data;
  return {
    rows: file.data.columns[0]?.rows ?? 0,
    columns: file.data.columns
      .filter(({ name, empty }) => empty > 0 && Object.hasOwn(columns, name) && columns[name]!.to !== 'ignore')
      .map(({ name, empty }) => ({ name, share: empty }))
      .sort((a, b) => b.share - a.share),
  };
}
