import type { Handlers } from '../process/context.ts';
import { readReportOptions, writeReportOptions } from '../report/options-row.ts';
import { readLogo } from '../report/read-logo.ts';
import { freshLook, html, modelOf, writeReport } from '../report/report-file.ts';
import { announce, reading, writing } from './desk.ts';

type ReportCalls = Pick<
  Handlers,
  'report.options' | 'report.setOptions' | 'report.readLogo' | 'report.preview' | 'report.write'
>;

export const reportCalls: ReportCalls = {
  'report.options': async () => readReportOptions(reading()),
  'report.setOptions': async ({ options }) => {
    await writing().change('report options', (db) => writeReportOptions(db, options));
    return { done: true };
  },
  'report.readLogo': async ({ file }) => ({ logo: readLogo(file) }),
  'report.preview': async ({ theme }) => ({ html: html(modelOf(reading(), Date.now()), theme) }),
  'report.write': async ({ file, format }, context) => {
    const now = Date.now();
    context.progress(0, null, 'Writing the report');
    await freshLook(writing(), now);
    const written = await writeReport(writing(), file, format, now, context.printPdf);
    announce(context);
    return written;
  },
};
