import type { BusinessCase } from '../../business/business-case.ts';
import type { Formatter } from '../../format/formatter.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { roughMoney } from '../rough.ts';
import { figure, figureColumn, wordColumn, words } from '../table.ts';
import { axisOver } from './axis.ts';
import type { TornadoChart } from './chart.ts';

/** What drives the first year: each line moved over its own range, the others kept. */
export function tornadoChart(
  { drivers, scenarios }: Extract<BusinessCase, { kind: 'computed' }>,
  format: Formatter,
  text: Catalogue,
): TornadoChart | null {
  const say = text.report.business;
  const [first] = drivers;
  if (first === undefined) return null;
  const money = (value: number) => roughMoney(value, format);
  const name = (id: (typeof drivers)[number]['id']) => (id === 'lift' ? say.lift : text.report.assumption.name[id]);
  const centre = scenarios.find(({ id }) => id === 'base')?.firstYear ?? (first.low + first.high) / 2;
  return {
    kind: 'tornado',
    id: 'tornado',
    title: say.driversTitle(name(first.id)),
    caption: say.driversPicture,
    alt: drivers.map(({ id, low, high }) => say.driverAlt(name(id), money(low), money(high))).join(' '),
    table: {
      caption: say.driversCaption,
      columns: [
        wordColumn(say.driverColumns.line),
        figureColumn(say.driverColumns.low),
        figureColumn(say.driverColumns.high),
      ],
      rows: drivers.map(({ id, low, high }) => [words(name(id)), figure(money(low), low), figure(money(high), high)]),
    },
    centre,
    bars: drivers.map(({ id, low, high }) => ({
      label: name(id),
      low,
      high,
      lowText: money(low),
      highText: money(high),
    })),
    axis: axisOver([0, ...drivers.flatMap(({ low, high }) => [low, high])], say.firstYear, (value) => money(value)),
  };
}
