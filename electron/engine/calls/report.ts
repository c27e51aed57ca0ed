import type { Handlers } from '../process/context.ts';
import { freshLook, html, modelOf, writeReport } from '../report/report-file.ts';
import { announce, reading, writing } from './desk.ts';

export const reportCalls: Pick<Handlers, 'report.preview' | 'report.write'> = {
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
