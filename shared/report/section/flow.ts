import { flowChart, type RowSums } from '../chart/flow-chart.ts';
import type { Block, Section } from '../model.ts';
import type { Story } from '../story.ts';
import { figure, figureColumn, wordColumn, words } from '../table.ts';

/** Who took part: the flow as a picture and a table, and every loss with its reason. */
export function flowSection(story: Story): Section {
  const { lift, planState, format, text } = story;
  const say = text.report.flow;
  const chart = flowChart(lift.flow, planState.plan.arms, rowSums(story.sources), format, text);
  const losses: Block =
    lift.flow.excluded.length === 0
      ? { kind: 'paragraph', text: say.noLosses }
      : {
          kind: 'table',
          table: {
            caption: say.losses,
            columns: [wordColumn(say.reason), figureColumn(say.customers)],
            rows: lift.flow.excluded.map((left) => [words(left.reason), figure(format.count(left.n), left.n)]),
          },
        };
  return {
    id: 'flow',
    title: text.report.section.flow,
    blocks: [
      { kind: 'chart', chart },
      { kind: 'table', table: chart.table },
      losses,
      { kind: 'paragraph', text: say.asAssigned },
    ],
  };
}

/** The rows of all exports together; null where nothing was imported. */
function rowSums(sources: Story['sources']): RowSums | null {
  if (sources.length === 0) return null;
  const total = (of: keyof RowSums) => sources.reduce((all, one) => all + one[of], 0);
  return {
    rowsRead: total('rowsRead'),
    kept: total('kept'),
    duplicates: total('duplicates'),
    quarantined: total('quarantined'),
  };
}
