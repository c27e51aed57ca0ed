import type { Formatter } from '../../format/formatter.ts';
import type { Flow } from '../../lift/lift-result.ts';
import type { Arm } from '../../plan/plan.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { type Cell, figure, figureColumn, wordColumn, words } from '../table.ts';
import type { FlowChart } from './chart.ts';

/** What became of the rows of all exports together; always read = kept + duplicates + quarantined. */
export type RowSums = {
  readonly rowsRead: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly quarantined: number;
};

type Box = { readonly title: string; readonly text: string };

/**
 * The participant flow in the manner of CONSORT: from the rows of the exports, over the customers in the data, to
 * those analysed in each arm, with what was lost on the way and why.
 *
 * @param rows null: begins with the customers in the data
 */
export function flowChart(
  flow: Flow,
  arms: readonly Arm[],
  rows: RowSums | null,
  format: Formatter,
  text: Catalogue,
): FlowChart {
  const say = text.flow;
  const told = text.report.flow;
  const count = (n: number | undefined) => (n === undefined ? told.notRecorded : format.count(n));
  const stages = [
    { name: say.assigned, byArm: flow.assigned },
    { name: say.contacted, byArm: flow.contacted },
    { name: say.analysed, byArm: flow.analysed },
  ];
  const columns = arms.map((arm) => {
    const lost = (flow.assigned[arm.id] ?? 0) - (flow.analysed[arm.id] ?? 0);
    return {
      arm: arm.id,
      role: arm.role,
      boxes: stages.map((stage) => ({ title: stage.name, text: count(stage.byArm[arm.id]) })),
      left: lost > 0 ? { title: say.excluded, text: format.count(lost) } : null,
    };
  });
  const trunk = trunkOf(flow, rows, format, text);
  const noArm = arms.map(() => words(''));
  const whole = (title: string, n: number, note: string | null = null): Cell[] => [
    words(title, note),
    ...noArm,
    figure(format.count(n), n),
  ];
  return {
    kind: 'flow',
    id: 'flow',
    title: told.title(format.count(sum(flow.analysed)), format.count(flow.eligible)),
    caption: told.caption,
    alt: [
      ...trunk.map(({ title, text: n, left }) =>
        told.boxAlt(
          title,
          n,
          left.map((one) => told.lostAlt(one.title, one.text)),
        ),
      ),
      ...columns.map((column) =>
        told.armAlt(
          column.arm,
          [...column.boxes, ...(column.left === null ? [] : [column.left])].map((box) =>
            told.lostAlt(box.title, box.text),
          ),
        ),
      ),
    ].join(' '),
    table: {
      caption: told.table,
      columns: [wordColumn(told.stage), ...arms.map((arm) => figureColumn(arm.id)), figureColumn(told.all)],
      rows: [
        ...(rows === null
          ? []
          : [
              whole(told.rowsRead, rows.rowsRead),
              whole(told.duplicates, rows.duplicates, told.lost),
              whole(told.quarantined, rows.quarantined, told.lost),
            ]),
        whole(say.imported, flow.imported),
        whole(say.notEligible, flow.imported - flow.eligible, told.lost),
        whole(say.eligible, flow.eligible),
        ...stages.map((stage) => [
          words(stage.name),
          ...arms.map((arm) => figure(count(stage.byArm[arm.id]), stage.byArm[arm.id] ?? null)),
          figure(format.count(sum(stage.byArm)), sum(stage.byArm)),
        ]),
      ],
    },
    trunk,
    arms: columns,
  };
}

function trunkOf(flow: Flow, rows: RowSums | null, format: Formatter, text: Catalogue): FlowChart['trunk'] {
  const told = text.report.flow;
  const box = (title: string, n: number): Box => ({ title, text: format.count(n) });
  const lost = (boxes: readonly (readonly [string, number])[]) =>
    boxes.filter(([, n]) => n > 0).map(([title, n]) => box(title, n));
  return [
    ...(rows === null
      ? []
      : [
          {
            ...box(told.rowsRead, rows.rowsRead),
            left: lost([
              [told.duplicates, rows.duplicates],
              [told.quarantined, rows.quarantined],
            ]),
          },
        ]),
    { ...box(text.flow.imported, flow.imported), left: lost(notEligible(flow, text)) },
    { ...box(text.flow.eligible, flow.eligible), left: lost(notAssigned(flow, text)) },
  ];
}

/** Why eligible customers are in no arm: held out of everything as planned, or not assigned. */
function notAssigned(flow: Flow, text: Catalogue): (readonly [string, number])[] {
  const { holdout } = text.lift.outside;
  const heldOut = flow.excluded.find(({ reason }) => reason === holdout)?.n ?? 0;
  return [
    [holdout, heldOut],
    [text.report.flow.inNoArm, flow.eligible - sum(flow.assigned) - heldOut],
  ];
}

/** Why customers are not eligible, where the reasons add up to all of them; else only how many. */
function notEligible(flow: Flow, text: Catalogue): (readonly [string, number])[] {
  const { outside } = text.lift;
  const before: readonly string[] = [outside['not-in-population'], outside['no-arm'], outside['unknown-arm']];
  const reasons = flow.excluded.filter(({ reason }) => before.includes(reason));
  const all = flow.imported - flow.eligible;
  return reasons.reduce((total, { n }) => total + n, 0) === all
    ? reasons.map(({ reason, n }) => [reason, n] as const)
    : [[text.flow.notEligible, all]];
}

/** Adds up a count by arm. */
export function sum(byArm: Readonly<Record<string, number>>): number {
  return Object.values(byArm).reduce((total, n) => total + n, 0);
}
