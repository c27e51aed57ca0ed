import type { ReadableDb } from '#engine/store/db.ts';
import type { Source } from '#shared/records/source.ts';
import { sourceId } from './source-id.ts';

type Row = {
  id: number;
  file: string;
  preset: string | null;
  kind: string;
  imported_at: number;
  bytes: number;
  sha256: string;
  rows_read: number;
  kept: number;
  replaced: number;
  duplicates: number;
  quarantined: number;
  reasons: string;
  warnings: string;
  mapping: string;
};

/** What was imported, oldest first. */
export function readSources(db: ReadableDb): Source[] {
  const rows = db.all<Row>(
    `SELECT id, file, preset, kind, imported_at, bytes, sha256, rows_read, kept, replaced, duplicates, quarantined,
       reasons, warnings, mapping FROM source ORDER BY id`,
  );
  return rows.map((row) => ({
    source: sourceId(row.id),
    file: row.file,
    preset: row.preset,
    kind: row.kind,
    importedAt: new Date(row.imported_at).toISOString(),
    bytes: row.bytes,
    sha256: row.sha256,
    rowsRead: row.rows_read,
    kept: row.kept,
    replaced: row.replaced,
    duplicates: row.duplicates,
    quarantined: row.quarantined,
    reasons: JSON.parse(row.reasons),
    warnings: JSON.parse(row.warnings),
    mapping: JSON.parse(row.mapping),
  }));
}
