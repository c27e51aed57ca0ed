/**
 * From an export to records. `guessExport` says what a file is, `tryImport` what importing it would do, `importExport`
 * does it. One file flows: export-file (bytes) → open-table (which format) → delimited-reader, workbook, json-lines or
 * parquet (rows) → row-stream (records' rows together) → row-taker (cells read, row recognised, customer found) →
 * gathered-records (columns) → finish-import (the pilot).
 */
export { considerExport } from './consider-export.ts';
export { guessExport } from './guess-export.ts';
export { importExport, importExports, type TriedImport, tryImport } from './import-export.ts';
export { mendQuarantine } from './mend-quarantine.ts';
export type { ImportAs, Wish } from './settle.ts';
export type { Watch } from './watch.ts';
