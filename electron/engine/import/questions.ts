import type { ReadableDb } from '#engine/store/db.ts';
import type { ColumnTarget } from '#shared/records/mapping.ts';
import type { Question } from '#shared/records/source.ts';
import type { Settled } from './settle.ts';

const SHOWN_ZONES = 3;

/** What only a person can say of a file, each with the cell that raises it. */
export function questionsOf(settled: Settled, pilot: ReadableDb | null): Question[] {
  const { look, dateOrder, mapping } = settled;
  const questions: Question[] = [];
  const [sentence] = look.dateDoubts;
  const usesDates = Object.values(mapping.columns).some((target) => target.to === 'at' || isDateTrait(target));
  if (look.ambiguousDate !== null && dateOrder === null && sentence !== undefined && usesDates) {
    const orders = [...look.dateOrders];
    questions.push({ ask: 'date-order', column: clockOf(settled), cell: look.ambiguousDate, orders, sentence });
  }
  const { unclearNumber: number } = look;
  const [doubt] = look.numberDoubts;
  if (
    number !== null &&
    doubt !== undefined &&
    mapping.format?.decimal === undefined &&
    isNumber(mapping.columns[number.name])
  ) {
    questions.push({ ask: 'decimal', column: number.name, cell: number.cell, sentence: doubt });
  }
  const zone = zoneDoubt(settled);
  if (zone !== null) questions.push({ ask: 'time-zone', ...zone, zones: pilot === null ? [] : zonesOf(pilot) });
  return questions;
}

/** The column whose times do not say their zone, where nobody said it either; null where there is none. */
export function zoneDoubt(settled: Settled): { column: string; cell: string; sentence: string } | null {
  const { look, mapping, format } = settled;
  const column = clockOf(settled);
  const times = look.profiles.find(({ name }) => name === column);
  if (times === undefined || times.times <= times.offsets || mapping.format?.timeZone !== undefined) return null;
  return {
    column: times.name,
    cell: times.examples[0] ?? '',
    sentence: `The times in "${times.name}" do not say their zone; they are read as ${format.timeZone}.`,
  };
}

function clockOf({ mapping }: Settled): string | null {
  return Object.entries(mapping.columns).find(([, { to }]) => to === 'at')?.[0] ?? null;
}

function isNumber(target: ColumnTarget | undefined): boolean {
  if (target === undefined) return false;
  return NUMBERS.has(target.to) || (target.to === 'trait' && target.type === 'number');
}

const NUMBERS: ReadonlySet<ColumnTarget['to']> = new Set(['amount', 'quantity', 'score']);

function isDateTrait(target: Settled['mapping']['columns'][string]): boolean {
  return target.to === 'trait' && target.type === 'date';
}

/** The zones other sources of the pilot were said to be in, the latest first. */
function zonesOf(db: ReadableDb): string[] {
  return db
    .all<{ zone: string }>(
      `SELECT json_extract(mapping, '$.format.timeZone') AS zone FROM source WHERE zone IS NOT NULL
       GROUP BY zone ORDER BY max(id) DESC LIMIT ${SHOWN_ZONES}`,
    )
    .map(({ zone }) => zone);
}
