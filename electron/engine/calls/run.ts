import { assign } from '../assign/assign.ts';
import { countWaiting } from '../assign/draw-arms.ts';
import { writeLists } from '../contact/lists.ts';
import { runStatus } from '../contact/run-status.ts';
import { readBoard } from '../lift/board.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { Handlers } from '../process/context.ts';
import { announce, reading, writing } from './desk.ts';

export const runCalls: Pick<Handlers, 'run.status' | 'run.board' | 'run.assign' | 'run.lists'> = {
  'run.status': async () => {
    const db = reading();
    const now = Date.now();
    return runStatus(db, countWaiting(db, readPlan(db).plan, now), now);
  },
  'run.board': async () => readBoard(reading(), Date.now()),
  'run.assign': async (_, context) => {
    const summary = await assign(writing(), Date.now());
    announce(context);
    return summary;
  },
  'run.lists': async ({ folder }, context) => {
    const lists = await writeLists(writing(), folder, Date.now());
    announce(context);
    return lists;
  },
};
