import { readCharter } from '../charter/charter-row.ts';
import { readLastLook } from '../lift/look-row.ts';
import { proposedNext } from '../pilot/create-next.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { Handlers } from '../process/context.ts';
import { readArrangement, writeArrangement } from '../report/arrangement-value.ts';
import { readReportOptions, writeReportOptions } from '../report/options-row.ts';
import { readLogo } from '../report/read-logo.ts';
import { freshLook, html, modelOf, writeReport } from '../report/report-file.ts';
import { verifyReport } from '../report/verify-report.ts';
import { voiceOf } from '../report/voice.ts';
import { announce, reading, writing } from './desk.ts';

type ReportCalls = Pick<
  Handlers,
  | 'report.arrangement'
  | 'report.proposal'
  | 'report.arrange'
  | 'report.options'
  | 'report.setOptions'
  | 'report.readLogo'
  | 'report.verify'
  | 'report.preview'
  | 'report.write'
>;

export const reportCalls: ReportCalls = {
  'report.options': async () => readReportOptions(reading()),
  'report.setOptions': async ({ options }) => {
    await writing().change('report options', (db) => writeReportOptions(db, options));
    return { done: true };
  },
  'report.arrangement': async () => {
    const db = reading();
    const last = readLastLook(db);
    if (last === null) return null;
    const { owner, sponsor } = readCharter(db);
    return {
      arrangement: readArrangement(db),
      quotes: [...voiceOf(db, readPlan(db).plan, Date.parse(last.result.asOf)).quotes],
      fingerprint: last.result.fingerprint,
      people: { lead: owner, analyst: '', sponsor },
    };
  },
  'report.proposal': async () => {
    const db = reading();
    if (readLastLook(db) === null) return null;
    const { title, why, needed } = proposedNext(db, Date.now());
    return { title, why, needed };
  },
  'report.arrange': async ({ arrangement }) => {
    await writing().change('arrangement', (db) => writeArrangement(db, arrangement));
    return { done: true };
  },
  'report.verify': async ({ file }) => verifyReport(reading(), file),
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
