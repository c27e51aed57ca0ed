import type { LiftResult } from '#shared/lift/lift-result.ts';
import { version } from '../../version.ts';
import { fingerprint } from '../lift/look.ts';
import { countLooks, readLookOf } from '../lift/look-row.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { ReadableDb } from '../store/db.ts';
import type { Said } from './verify-report.ts';

/** What has happened since a report was written, so that nobody takes a pilot that went on for a forged report. */
export function notesOn(db: ReadableDb, { versions, evidence }: Said): string[] {
  const { lift } = evidence;
  const [looks, plan] = [countLooks(db), readPlan(db)];
  return [
    ...(looks > lift.looks ? [`The report was made at look ${lift.looks}; the pilot has ${looks} looks now.`] : []),
    ...(lift.fingerprint === fingerprint(db)
      ? []
      : [
          'The data of the pilot are not those the report was made from: something was imported, removed, joined or assigned since. Figures are held against the look as it was logged, where there is one; words and pictures cannot be recomputed.',
        ]),
    ...(lift.plan.sha256 === plan.sha256 ? [] : ['The plan was sealed or amended since the report was made.']),
    ...(versions.pilotlight === version
      ? []
      : [
          `The report was made by Pilotlight ${versions.pilotlight}; this is ${version}, which may word things otherwise.`,
        ]),
  ];
}

/** The logged look a report tells of, where the data have changed since; null where they have not, or none was logged. */
export function lookBeforeNewData(db: ReadableDb, { evidence }: Said): LiftResult | null {
  const { fingerprint: seen, asOf } = evidence.lift;
  return seen === fingerprint(db) ? null : readLookOf(db, seen, Date.parse(asOf));
}
