import type { Proposal } from '#shared/report/next/proposal.ts';
import { pilotValue } from '../records/pilot-value.ts';
import { modelOf } from '../report/report-file.ts';
import type { ReadableDb } from '../store/db.ts';
import type { PilotFile } from '../store/pilot-file.ts';
import { newPilot } from './create.ts';

/** The pilot that a report proposes next. @throws PilotError `no-look` when there is nothing to propose from yet */
export function proposedNext(db: ReadableDb, now: number): Proposal {
  return modelOf(db, now).proposal;
}

/** Makes it, beside the old one: charter and plan ready made, nothing sealed, no data. @throws PilotError `file-exists` */
export async function newNextPilot(db: ReadableDb, path: string, now: number): Promise<PilotFile> {
  const { charter, plan, title } = proposedNext(db, now);
  const template = pilotValue(db, 'template') ?? '';
  return await newPilot(path, { card: { id: template }, charter, plan }, title, now);
}
