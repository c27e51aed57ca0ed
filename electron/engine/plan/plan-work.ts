import { PilotError } from '#shared/api/error.ts';
import { explainIssues } from '#shared/api/explain.ts';
import { freezeCaps, keepCaps } from '#shared/lift/cap-history.ts';
import { checkPlan, type PlanProblem, sealProblems } from '#shared/plan/check-plan.ts';
import { type Plan, type PlanState, plan as planSchema } from '#shared/plan/plan.ts';
import { planHash } from '#shared/plan/plan-hash.ts';
import { pilotRecords } from '../lift/pilot-records.ts';
import type { ReadableDb } from '../store/db.ts';
import type { PilotFile } from '../store/pilot-file.ts';
import { freezeExpectedN, keepExpectedN } from './expected-n.ts';
import { knownNames } from './known-names.ts';
import { readPlan, writeAmendment, writePlan, writeSeal } from './plan-row.ts';

/** A plan as somebody wrote it: parsed, and compared with what the pilot knows. @throws PilotError `wrong-plan` */
export function parsePlan(value: unknown, db: ReadableDb): Plan {
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) throw wrongPlan(explainIssues(parsed.error));
  refuse(checkPlan(parsed.data, knownNames(db)));
  return parsed.data;
}

/** Replaces the plan before it is sealed. @throws PilotError `sealed`, `wrong-plan` */
export async function setPlan(file: PilotFile, value: unknown, now: number): Promise<PlanState> {
  refuseSealed(file.read);
  const plan = parsePlan(value, file.read);
  await file.change('plan', (db) => writePlan(db, plan, now));
  return readPlan(file.read);
}

/** Freezes the plan: caps become amounts, the hash is stored, and from now on only amendments change it. */
export async function sealPlan(file: PilotFile, now: number): Promise<PlanState> {
  refuseSealed(file.read);
  const plan = parsePlan(readPlan(file.read).plan, file.read);
  refuse(sealProblems(plan, knownNames(file.read)));
  const records = pilotRecords(file.read);
  const sealed = freezeExpectedN(freezeCaps(plan, records, now), records, now);
  await file.change('seal', (db) => writeSeal(db, sealed, planHash(sealed), now));
  return readPlan(file.read);
}

/** A dated change after the seal; the report lists it. @throws PilotError `not-sealed`, `no-reason`, `wrong-plan` */
export async function amendPlan(file: PilotFile, value: unknown, why: string, now: number): Promise<PlanState> {
  const before = readPlan(file.read);
  if (before.sha256 === null) {
    throw new PilotError(
      'not-sealed',
      'The plan is not sealed yet: change it with "plan --set" instead of amending it.',
    );
  }
  if (why.trim() === '')
    throw new PilotError('no-reason', 'Say why the plan is amended; the report prints the reason.');
  const plan = parsePlan(value, file.read);
  refuse(sealProblems(plan, knownNames(file.read)));
  const sealed = keepExpectedN(freezeCaps(keepCaps(plan, before.plan), pilotRecords(file.read), now), before.plan);
  await file.change('amend', (db) => writeAmendment(db, sealed, why.trim(), planHash(sealed), now));
  return readPlan(file.read);
}

function refuseSealed(db: ReadableDb): void {
  const state = readPlan(db);
  if (state.sha256 === null) return;
  throw new PilotError(
    'sealed',
    `The plan was sealed on ${state.sealed?.slice(0, 10)}. To change it, amend it and say why: "plan --amend PLAN.json --why TEXT".`,
  );
}

function refuse(problems: readonly PlanProblem[]): void {
  if (problems.length > 0) throw wrongPlan(problems.map(({ path, sentence }) => `${path}: ${sentence}`));
}

function wrongPlan(sentences: readonly string[]): PilotError {
  const [first, ...more] = sentences;
  const rest = more.length === 0 ? '' : ` (and ${more.length} more: ${more.join('; ')})`;
  return new PilotError('wrong-plan', `${first}${rest}`);
}
