import { formatter } from '#shared/format/formatter.ts';
import { type Board, boardOf } from '#shared/lift/board.ts';
import { lastRecord } from '#shared/rehearse/past.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { readPlan } from '../plan/plan-row.ts';
import { decisiveMetric } from '../plan/power.ts';
import { pilotValue } from '../records/pilot-value.ts';
import type { ReadableDb } from '../store/db.ts';
import { pilotRecords } from './pilot-records.ts';

const LOCALE = 'en-GB';

/** How the pilot stands now. This is no look: nothing is logged, and nothing of a treatment's outcome is counted. */
export function readBoard(db: ReadableDb, now: number): Board {
  const { plan } = readPlan(db);
  const records = pilotRecords(db);
  const format = formatter({ locale: LOCALE, timeZone: 'UTC', currency: pilotValue(db, 'currency') });
  const asked = { plan, metric: decisiveMetric(plan), end: lastRecord(plan, records, now), now };
  return boardOf(asked, records, { text: catalogueOf(LOCALE).board, format });
}
