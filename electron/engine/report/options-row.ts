import { DEFAULT_OPTIONS, type ReportOptions, reportOptions } from '#shared/report/report-options.ts';
import { pilotValue, setPilotValue } from '../records/pilot-value.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';

const KEY = 'report_options';

/** How this pilot's reports are to look and in which language; what a newer version chose and this one cannot is default. */
export function readReportOptions(db: ReadableDb): ReportOptions {
  const stored = pilotValue(db, KEY);
  const parsed = stored === null ? null : reportOptions.safeParse(JSON.parse(stored));
  return parsed?.success === true ? parsed.data : DEFAULT_OPTIONS;
}

export function writeReportOptions(db: WritableDb, options: ReportOptions): void {
  setPilotValue(db, KEY, JSON.stringify(options));
}
