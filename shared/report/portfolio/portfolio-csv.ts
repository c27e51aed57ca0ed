import { csvLine } from '../../records/csv-line.ts';
import type { PortfolioRow } from './portfolio-row.ts';

const HEADER =
  'file,name,question,verdict,decided,because,metric,lift,lift_lower,lift_upper,first_year,first_year_lower,first_year_upper,currency,owner,sponsor,sealed,decide_by,last_look,looks,look_stands,step,next,problem';

/** A folder's pilots as CSV, figures at full precision; no cell is taken for a formula. */
export function portfolioCsv(rows: readonly PortfolioRow[]): string {
  return `${[HEADER, ...rows.map(lineOf)].join('\r\n')}\r\n`;
}

function lineOf(row: PortfolioRow): string {
  if (row.kind === 'unreadable') return csvLine([row.file, ...Array.from({ length: 22 }, () => null), row.sentence]);
  const { look } = row;
  return csvLine([
    row.file,
    row.name,
    row.question,
    look?.verdict ?? null,
    look === null ? null : String(look.decided),
    look?.because ?? null,
    look?.metric ?? null,
    look?.lift?.middle ?? null,
    look?.lift?.lower ?? null,
    look?.lift?.upper ?? null,
    look?.money?.middle ?? null,
    look?.money?.lower ?? null,
    look?.money?.upper ?? null,
    look?.currency ?? null,
    row.owner,
    row.sponsor,
    row.sealed,
    row.decideBy,
    look?.at ?? null,
    look?.looks ?? null,
    look === null ? null : String(look.stands),
    row.step,
    row.next,
    null,
  ]);
}
