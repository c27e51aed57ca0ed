import type { Formatter } from '../../format/formatter.ts';
import type { Flow } from '../../lift/lift-result.ts';
import type { Arm } from '../../plan/plan.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { figure, figureColumn, wordColumn, words } from '../table.ts';
import type { FlowChart } from './chart.ts';

/** The participant flow in the manner of CONSORT: from the customers in the data to those analysed in each arm. */
export function flowChart(flow: Flow, arms: readonly Arm[], format: Formatter, text: Catalogue): FlowChart {
  const say = text.flow;
  const count = (n: number | undefined) => (n === undefined ? text.report.flow.notRecorded : format.count(n));
  const notEligible = flow.imported - flow.eligible;
  const stages = [
    { name: say.assigned, byArm: flow.assigned },
    { name: say.contacted, byArm: flow.contacted },
    { name: say.analysed, byArm: flow.analysed },
  ];
  const columns = arms.map((arm) => ({
    arm: arm.id,
    role: arm.role,
    boxes: stages.map((stage) => ({ title: stage.name, text: count(stage.byArm[arm.id]) })),
  }));
  return {
    kind: 'flow',
    id: 'flow',
    title: text.report.flow.title(format.count(sum(flow.analysed)), format.count(flow.eligible)),
    caption: text.report.flow.caption,
    alt: columns
      .map((column) =>
        text.report.flow.armAlt(
          column.arm,
          column.boxes.map((box) => `${box.title}: ${box.text}`),
        ),
      )
      .join(' '),
    table: {
      caption: text.report.flow.table,
      columns: [
        wordColumn(text.report.flow.stage),
        ...arms.map((arm) => figureColumn(arm.id)),
        figureColumn(text.report.flow.all),
      ],
      rows: [
        [words(say.imported), ...arms.map(() => words('')), figure(format.count(flow.imported), flow.imported)],
        [words(say.notEligible), ...arms.map(() => words('')), figure(format.count(notEligible), notEligible)],
        [words(say.eligible), ...arms.map(() => words('')), figure(format.count(flow.eligible), flow.eligible)],
        ...stages.map((stage) => [
          words(stage.name),
          ...arms.map((arm) => figure(count(stage.byArm[arm.id]), stage.byArm[arm.id] ?? null)),
          figure(format.count(sum(stage.byArm)), sum(stage.byArm)),
        ]),
      ],
    },
    trunk: [
      { title: say.imported, text: format.count(flow.imported) },
      { title: say.eligible, text: format.count(flow.eligible) },
    ],
    left: notEligible > 0 ? { title: say.notEligible, text: format.count(notEligible) } : null,
    arms: columns,
  };
}

/** Adds up a count by arm. */
export function sum(byArm: Readonly<Record<string, number>>): number {
  return Object.values(byArm).reduce((total, n) => total + n, 0);
}
