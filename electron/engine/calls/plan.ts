import { countHoldoutWaiting, countWaiting } from '../assign/draw-arms.ts';
import { pilotRecords } from '../lift/pilot-records.ts';
import { readPlan } from '../plan/plan-row.ts';
import { amendPlan, parsePlan, sealPlan, setPlan } from '../plan/plan-work.ts';
import { powerOf } from '../plan/power.ts';
import { previewPlan } from '../plan/preview.ts';
import { metricStatements } from '../plan/sql/statements.ts';
import type { Handlers } from '../process/context.ts';
import { pilotValue } from '../records/pilot-value.ts';
import { rehearse } from '../rehearse/rehearse.ts';
import { rehearsedReport } from '../rehearse/rehearsed-report.ts';
import { html } from '../report/report-file.ts';
import { announce, reading, writing } from './desk.ts';

type PlanCalls = Pick<
  Handlers,
  | 'plan.get'
  | 'plan.set'
  | 'plan.preview'
  | 'plan.sql'
  | 'plan.power'
  | 'plan.rehearse'
  | 'plan.rehearseReport'
  | 'plan.seal'
  | 'plan.amend'
>;

export const planCalls: PlanCalls = {
  'plan.get': async () => readPlan(reading()),
  'plan.set': async ({ plan }, context) => {
    const state = await setPlan(writing(), plan, Date.now());
    announce(context);
    return state;
  },
  'plan.preview': async ({ plan }) => {
    const db = reading();
    const now = Date.now();
    const parsed = parsePlan(plan, db);
    const waiting = { all: countWaiting(db, parsed, now), heldOut: countHoldoutWaiting(db, parsed, now) };
    return previewPlan(parsed, db, pilotRecords(db), now, waiting);
  },
  'plan.sql': async ({ plan, asOf }) => {
    return metricStatements(plan, reading(), asOf === null ? Date.now() : Date.parse(asOf));
  },
  'plan.power': async ({ plan }) => {
    const db = reading();
    return powerOf(parsePlan(plan, db), pilotRecords(db), pilotValue(db, 'currency'), Date.now());
  },
  'plan.rehearse': async ({ plan, lift, runs }, context) => {
    const db = reading();
    context.progress(0, runs, 'Reading the records');
    const asked = { plan: parsePlan(plan, db), lift, runs, currency: pilotValue(db, 'currency') };
    return await rehearse(asked, pilotRecords(db), Date.now(), context);
  },
  'plan.rehearseReport': async ({ plan, outcome, theme }, context) => {
    const db = reading();
    const { model } = await rehearsedReport(db, parsePlan(plan, db), outcome, Date.now(), context);
    return { html: html(model, theme) };
  },
  'plan.seal': async (_, context) => {
    const state = await sealPlan(writing(), Date.now());
    announce(context);
    return state;
  },
  'plan.amend': async ({ plan, why }, context) => {
    const state = await amendPlan(writing(), plan, why, Date.now());
    announce(context);
    return state;
  },
};
