import type { RecordsReader } from '#shared/lift/records-reader.ts';

const ROWS_A_CHUNK = 2048;
/** Named by a text, so that types and the other benches do without the package where its binary cannot be had. */
const PACKAGE: string = '@duckdb/node-api';

type Cell = number | bigint | string | null;
type Chunk = { setColumns(columns: readonly (readonly Cell[])[]): void };
type Connection = {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly Cell[])[] }>;
  createAppender(table: string): Promise<{ appendDataChunk(chunk: Chunk): void; closeSync(): void }>;
  closeSync(): void;
};
/** What is used of the package. */
type DuckDb = Readonly<Record<Column['type'], object>> & {
  readonly DuckDBInstance: {
    create(path: string, options: Record<string, string>): Promise<{ connect(): Promise<Connection> }>;
  };
  readonly DuckDBDataChunk: { create(types: readonly object[], rows: number): Chunk };
};
type Column = { readonly type: 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'VARCHAR'; readonly cell: (i: number) => Cell };

/**
 * What the lift counts, as an analyst would write it for a columnar database: each customer's eight outcomes, two
 * covariates and segment, then sums, squares and products by arm and segment.
 */
const AGGREGATES = `WITH o AS (
    SELECT n.customer,
      max(CASE WHEN e.kind = 'order' AND e.happened >= n.since AND e.happened < n.since + 7 * day THEN 1 ELSE 0 END) AS recovered,
      sum(CASE WHEN e.kind = 'order' AND e.happened >= n.since AND e.happened < n.since + 7 * day THEN e.amount ELSE 0 END) AS revenue,
      sum(CASE WHEN e.kind = 'order' AND e.happened >= n.since AND e.happened < n.since + 7 * day THEN 1 ELSE 0 END) AS orders,
      max(CASE WHEN e.kind = 'visit' AND e.happened >= n.since AND e.happened < n.since + 7 * day THEN 1 ELSE 0 END) AS visited,
      sum(CASE WHEN e.kind = 'visit' AND e.happened >= n.since AND e.happened < n.since + 7 * day THEN 1 ELSE 0 END) AS visits,
      sum(CASE WHEN e.kind = 'order' AND e.happened >= n.since AND e.happened < n.since + 14 * day THEN e.amount ELSE 0 END) AS fortnight,
      max(CASE WHEN e.kind = 'unsubscribe' AND e.happened >= n.since AND e.happened < n.since + 7 * day THEN 1 ELSE 0 END) AS unsubscribed,
      sum(CASE WHEN e.kind = 'order' AND e.happened < n.since AND e.happened >= n.since - 90 * day THEN 1 ELSE 0 END) AS x1,
      sum(CASE WHEN e.kind = 'order' AND e.happened < n.since AND e.happened >= n.since - 90 * day THEN e.amount ELSE 0 END) AS x2
    FROM arm_named n JOIN activity e ON e.customer = n.customer, (SELECT CAST(86400000 AS BIGINT) AS day) GROUP BY n.customer),
  u AS (SELECT n.arm, t.value AS region, coalesce(recovered, 0) AS y1, least(coalesce(revenue, 0), 200) AS y2,
      coalesce(orders, 0) AS y3, coalesce(revenue, 0) AS y4, coalesce(visited, 0) AS y5, coalesce(visits, 0) AS y6,
      coalesce(fortnight, 0) AS y7, coalesce(unsubscribed, 0) AS y8, coalesce(x1, 0) AS x1, coalesce(x2, 0) AS x2
    FROM arm_named n LEFT JOIN o ON o.customer = n.customer LEFT JOIN trait t ON t.customer = n.customer)
  SELECT arm, region, count(*), sum(x1), sum(x2), sum(x1 * x1), sum(x2 * x2), sum(x1 * x2), sum(y3 * y4),
    ${[1, 2, 3, 4, 5, 6, 7, 8].map((k) => `sum(y${k}), sum(y${k} * y${k}), sum(y${k} * x1), sum(y${k} * x2)`).join(', ')}
  FROM u GROUP BY arm, region`;

/** DuckDB with the same records in memory; `aggregate` resolves to how many customers of each arm converted. */
export async function duckDb(records: RecordsReader, threads: number) {
  const duckDb: DuckDb = await import(PACKAGE);
  const instance = await duckDb.DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const load = (table: string, n: number, columns: readonly Column[]) => fill(duckDb, connection, table, n, columns);
  const named = records.armsNamed();
  await load('arm_named (customer INTEGER, arm VARCHAR, since BIGINT)', named.customer.length, [
    { type: 'INTEGER', cell: (i) => named.customer[i] ?? 0 },
    { type: 'VARCHAR', cell: (i) => named.levels[named.code[i] ?? 0] ?? '' },
    { type: 'BIGINT', cell: (i) => BigInt(Math.round(named.at[i] ?? 0)) },
  ]);
  const region = records.trait('region');
  await load('trait (customer INTEGER, value VARCHAR)', region.customer.length, [
    { type: 'INTEGER', cell: (i) => region.customer[i] ?? 0 },
    { type: 'VARCHAR', cell: (i) => String(region.levels[region.code[i] ?? 0]) },
  ]);
  for (const kind of ['order', 'visit', 'unsubscribe']) {
    const events = records.activities(kind, kind === 'order' ? 'amount' : null);
    await load('activity (customer INTEGER, kind VARCHAR, happened DOUBLE, amount DOUBLE)', events.customer.length, [
      { type: 'INTEGER', cell: (i) => events.customer[i] ?? 0 },
      { type: 'VARCHAR', cell: () => kind },
      { type: 'DOUBLE', cell: (i) => events.at[i] ?? 0 },
      { type: 'DOUBLE', cell: (i) => (Number.isNaN(events.value[i]) ? null : (events.value[i] ?? null)) },
    ]);
  }
  return {
    async aggregate(): Promise<Record<string, number>> {
      const rows = (await connection.runAndReadAll(AGGREGATES)).getRows();
      const converted: Record<string, number> = {};
      for (const row of rows) converted[String(row[0])] = (converted[String(row[0])] ?? 0) + Number(row[9]);
      return converted;
    },
    close: () => connection.closeSync(),
  };
}

async function fill(
  duckDb: DuckDb,
  connection: Connection,
  table: string,
  n: number,
  columns: readonly Column[],
): Promise<void> {
  await connection.run(`CREATE TABLE IF NOT EXISTS ${table}`);
  const appender = await connection.createAppender(table.slice(0, table.indexOf(' ')));
  for (let from = 0; from < n; from += ROWS_A_CHUNK) {
    const size = Math.min(ROWS_A_CHUNK, n - from);
    const chunk = duckDb.DuckDBDataChunk.create(
      columns.map(({ type }) => duckDb[type]),
      size,
    );
    chunk.setColumns(columns.map(({ cell }) => Array.from({ length: size }, (_, i) => cell(from + i))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
