/**
 * Version 6: what tells a source's rows apart stands in a table of its own, 16 bytes a row, in parts that follow each
 * other by their ids, so that changing a source does not write it anew and no part is large.
 */
export const sixth = {
  version: 6,
  sql: `
CREATE TABLE row_digest (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, digests BLOB NOT NULL);
INSERT INTO row_digest (source, digests) SELECT id, row_digests FROM source WHERE row_digests IS NOT NULL ORDER BY id;
ALTER TABLE source DROP COLUMN row_digests;
`,
} as const;
