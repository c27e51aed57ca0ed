import { ASSUMPTION_UNIT, type Assumption, type AssumptionId } from '../../business/assumption.ts';
import type { BusinessCase, MoneyRange } from '../../business/business-case.ts';
import { tornadoChart } from '../chart/tornado-chart.ts';
import type { Block, Section } from '../model.ts';
import { tooFew } from '../next/too-small.ts';
import { roughMoney } from '../rough.ts';
import type { WorthStory } from '../story.ts';
import { type Cell, figure, figureColumn, wordColumn, words } from '../table.ts';

type Computed = Extract<BusinessCase, { kind: 'computed' }>;

/** Money with its range, what one must believe for it, what drives it, and every assumption with its source. */
export function businessSection(story: WorthStory): Section {
  const { business, text } = story;
  const blocks: Block[] =
    business.kind === 'none'
      ? [{ kind: 'paragraph', text: text.report.business.none[business.reason] }]
      : worthBlocks(business, story);
  const lines: Block[] = story.assumptions.length === 0 ? [] : [assumptionTable(story)];
  return { id: 'business', title: text.report.section.business, blocks: [...blocks, ...lines] };
}

function worthBlocks(business: Computed, story: WorthStory): Block[] {
  const { format, text, primary } = story;
  const say = text.report.business;
  const unit = primary?.unit ?? 'number';
  const { breakEven } = business;
  const few = tooFew(story);
  return [
    ...(few === null
      ? []
      : [
          {
            kind: 'callout',
            tone: 'caution',
            title: say.tooFewTitle,
            text: say.tooFew(format.count(few.had), format.count(few.needed)),
          } as const,
        ]),
    {
      kind: 'paragraph',
      text: say.intro(primary?.name ?? business.metric, business.treatment, format.level(business.level)),
    },
    {
      kind: 'paragraph',
      text: say.shrunken(format.change(business.measured, unit), format.change(business.shrunken.mean, unit)),
    },
    rangeTable(business, story),
    {
      kind: 'callout',
      tone: 'plain',
      title: say.believeTitle,
      text:
        breakEven === null
          ? say.believeNothing
          : say.believe(
              breakEven.relative === null ? format.change(breakEven.absolute, unit) : format.lift(breakEven.relative),
              chanceText(business, story),
            ),
    },
    scenarioTable(business, story),
    { kind: 'paragraph', text: say.scenario.rare },
    ...driverBlocks(business, story),
  ];
}

/** A chance that rounds to none or all is still not certain. */
export function chanceText({ chanceItPays }: Computed, { format, text }: WorthStory): string {
  const say = text.report.business;
  if (chanceItPays > 0.99) return say.over(format.percent(0.99, 0));
  return chanceItPays < 0.01 ? say.under(format.percent(0.01, 0)) : format.percent(chanceItPays, 0);
}

function rangeTable(business: Computed, story: WorthStory): Block {
  const { format, text } = story;
  const say = text.report.business;
  const money = (value: number | null) => roughMoney(value, format);
  const row = (name: string, { middle, lower, upper }: MoneyRange, write: (value: number | null) => string): Cell[] => [
    words(name),
    figure(write(middle), middle),
    figure(write(lower), lower),
    figure(write(upper), upper),
  ];
  const months = (value: number | null) => (value === null ? say.never : format.number(value, 1));
  const { breakEven } = business;
  return {
    kind: 'table',
    table: {
      caption: say.caption,
      columns: [
        wordColumn(say.columns.what),
        figureColumn(say.columns.middle),
        figureColumn(say.columns.from(format.level(business.level))),
        figureColumn(say.columns.to),
      ],
      rows: [
        row(say.added, business.addedPer1000, money),
        row(say.per1000, business.per1000, money),
        row(say.firstYear, business.firstYear, money),
        row(say.roi, business.roi, (value) => format.percent(value, 0)),
        row(say.payback, business.paybackMonths, months),
        [words(say.chance), figure(chanceText(business, story), business.chanceItPays), words(''), words('')],
        ...(breakEven === null || breakEven.relative === null
          ? []
          : [
              [words(say.breakEven), figure(format.lift(breakEven.relative), breakEven.relative), words(''), words('')],
            ]),
      ],
    },
  };
}

/** What drives the first year, as a picture and a table. */
function driverBlocks(business: Computed, { format, text }: WorthStory): Block[] {
  const chart = tornadoChart(business, format, text);
  return chart === null
    ? []
    : [
        { kind: 'chart', chart },
        { kind: 'table', table: chart.table },
      ];
}

/** Low, base and high, with what each takes for granted. */
function scenarioTable({ scenarios, metric }: Computed, story: WorthStory): Block {
  const { format, text, primary } = story;
  const say = text.report.business.scenario;
  const unit = primary?.id === metric ? primary.unit : 'number';
  const sign = primary?.better === 'lower' ? -1 : 1;
  const ids = scenarios[0]?.lines.map(({ id }) => id) ?? [];
  const row = (name: string, write: (one: Computed['scenarios'][number]) => readonly [string, number]): Cell[] => [
    words(name),
    ...scenarios.map((one) => figure(...write(one))),
  ];
  return {
    kind: 'table',
    table: {
      caption: say.caption,
      columns: [wordColumn(say.what), ...scenarios.map(({ id }) => figureColumn(say.name[id]))],
      rows: [
        row(text.report.business.lift, ({ gain }) => [format.change(sign * gain, unit), sign * gain]),
        ...ids.map((id) =>
          row(text.report.assumption.name[id], ({ lines }) => {
            const value = lines.find((line) => line.id === id)?.value ?? 0;
            return [assumptionText(id, value, story), value];
          }),
        ),
        row(text.report.business.firstYear, ({ firstYear }) => [roughMoney(firstYear, format), firstYear]),
      ],
    },
  };
}

/** A line's value as it is read. */
function assumptionText(id: AssumptionId, value: number, { format }: WorthStory): string {
  const unit = ASSUMPTION_UNIT[id];
  if (unit === 'count') return format.count(Math.round(value));
  return unit === 'money' ? format.money(value) : format.level(Math.round(value * 1000) / 1000);
}

function assumptionTable(story: WorthStory): Block {
  const { assumptions, format, text } = story;
  const say = text.report.business;
  const value = ({ id, value }: Assumption): string => {
    if (value === null) return id === 'capacity' ? say.noLimit : say.unknown;
    return assumptionText(id, value, story);
  };
  return {
    kind: 'table',
    table: {
      caption: say.assumptionsCaption,
      columns: [
        wordColumn(say.assumptionColumns.line),
        figureColumn(say.assumptionColumns.value),
        figureColumn(say.assumptionColumns.spread),
        wordColumn(say.assumptionColumns.source),
      ],
      rows: assumptions.map((line) => [
        words(text.report.assumption.name[line.id]),
        figure(value(line), line.value),
        line.value === null ? words('–') : figure(`± ${format.level(line.spread)}`, line.spread),
        words(line.source),
      ]),
    },
  };
}
