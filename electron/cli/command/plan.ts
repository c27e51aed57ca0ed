import type { Command } from 'commander';
import { assign } from '#engine/assign/assign.ts';
import { writeLists } from '#engine/contact/lists.ts';
import { readPlan } from '#engine/plan/plan-row.ts';
import { amendPlan, sealPlan, setPlan } from '#engine/plan/plan-work.ts';
import type { PlanState } from '#shared/plan/plan.ts';
import { define } from '../define.ts';
import { textTable, UsageError } from '../outcome.ts';
import { readJson } from '../read-json.ts';
import { withPilot, withView } from '../with-pilot.ts';

const planCommand = define<{ set?: string; seal?: boolean; amend?: string; why?: string }>(
  'plan <FILE.pilot>',
  'Show, replace, seal or amend the plan.',
  'pilotlight plan carts.pilot --set plan.json --seal',
  async ([path], options) => {
    if (options.amend !== undefined && options.why === undefined)
      throw new UsageError('An amendment needs its reason: --why TEXT.');
    if (options.amend !== undefined && (options.set !== undefined || options.seal))
      throw new UsageError('--amend goes without --set and --seal.');
    const value = options.set ?? options.amend;
    const given = value === undefined ? null : readJson(value);
    if (given === null && !options.seal) return await withView(path ?? '', (view) => told(readPlan(view.read)));
    return await withPilot(path ?? '', async (file) => {
      if (options.amend !== undefined) return told(await amendPlan(file, given, options.why ?? '', Date.now()));
      if (given !== null) await setPlan(file, given, Date.now());
      if (options.seal) await sealPlan(file, Date.now());
      return told(readPlan(file.read));
    });
  },
)
  .option('--set <PLAN.json>', 'replace the plan by this file, before it is sealed')
  .option('--seal', 'freeze the plan: its hash is stored, shown and printed in the report')
  .option('--amend <PLAN.json>', 'change the plan after it was sealed; dated, and listed in the report')
  .option('--why <TEXT>', 'the reason of an amendment');

const assignCommand = define<{ out?: string }>(
  'assign <FILE.pilot>',
  'Assign eligible customers who have no arm yet, and write the contact lists.',
  'pilotlight assign carts.pilot --out lists',
  async ([path], options) =>
    await withPilot(path ?? '', async (file) => {
      const summary = await assign(file, Date.now());
      const lists = options.out === undefined ? [] : await writeLists(file, options.out, Date.now());
      const rows = Object.entries(summary.assigned).map(([arm, n]) => [arm, n]);
      const said = lists.map((list) => `${list.file} (${list.customers}): ${list.purpose}`);
      return { json: { ...summary, lists }, text: [textTable(['arm', 'customers'], rows), ...said].join('\n') };
    }),
).option('--out <DIR>', 'write one list an arm into this folder');

export const planCommands: readonly Command[] = [planCommand, assignCommand];

function told(state: PlanState) {
  const seal =
    state.sha256 === null
      ? 'not sealed'
      : `sealed ${state.sealed}, SHA-256 ${state.sha256}, ${state.amendments.length} amendments`;
  return {
    json: { ...state, sealed: state.sha256 !== null, sealedAt: state.sealed },
    text: `${JSON.stringify(state.plan, null, 2)}\n${seal}`,
  };
}
