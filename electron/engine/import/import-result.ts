import { sourceId } from '#engine/records/source-id.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { repeatedColumns } from './look.ts';
import type { Importing } from './read-rows.ts';
import { importWarnings } from './warnings.ts';

/** What became of the rows, as it is told. */
export function resultOf({ file, settled, source, run, taker, book }: Importing<unknown>): ImportResult {
  const customers = book.countCustomers(null);
  const repeated = repeatedColumns(settled.look, file.name);
  return {
    source: sourceId(source),
    file: file.name,
    rowsRead: run.rowsRead,
    kept: run.kept,
    replaced: run.replaced,
    duplicates: run.duplicates,
    quarantined: run.quarantined,
    reasons: Object.fromEntries([...run.reasons].sort((a, b) => b[1] - a[1])),
    customersNew: customers.isNew,
    customersMatched: customers.matched,
    warnings: [
      ...settled.look.table.notes,
      ...(repeated === null ? [] : [repeated]),
      ...importWarnings(settled, run, taker),
    ],
  };
}
