import { type Formatter, formatter } from '../../format/formatter.ts';
import type { ScreenCatalogue } from '../../text/catalogue.ts';
import type { Block } from '../model.ts';
import { liftPicture, liftScale } from '../portfolio/portfolio-table.ts';
import { shownOf } from '../shown.ts';
import { type Cell, figure, figureColumn, wordColumn, words } from '../table.ts';
import { type ComparedSide, type Comparison, headlineOf } from './compared.ts';

export type ComparisonWords = { readonly text: ScreenCatalogue; readonly format: Formatter };

/** What two sides show when they stand beside each other: the finding, and the blocks behind it. */
export function comparisonStory(
  given: Comparison,
  say: ComparisonWords,
): { title: string; finding: string; blocks: Block[] } {
  const { text } = say;
  const names = namesOf(given, say);
  return {
    title: text.comparison.title(...names),
    finding: findingOf(given, names, say),
    blocks: [
      figuresTable(given, names, say),
      ...(given.lifts.kind === 'computed'
        ? [{ kind: 'paragraph', text: text.comparison.how(say.format.level(given.lifts.level)) } as const]
        : []),
      differsTable(given, names, say),
      ...(given.sides[0].pilot === given.sides[1].pilot
        ? []
        : [{ kind: 'paragraph', text: text.comparison.caution } as const]),
    ],
  };
}

/** Both by name; two looks of one pilot, or two pilots of one name, by their look as well. */
function namesOf({ sides: [one, other] }: Comparison, { text, format }: ComparisonWords): [string, string] {
  if (one.name !== other.name) return [one.name, other.name];
  const named = (side: ComparedSide) => text.comparison.look(side.name, format.count(side.look));
  const names: [string, string] = [named(one), named(other)];
  return names[0] === names[1] ? [`${names[0]} (A)`, `${names[1]} (B)`] : names;
}

function findingOf({ lifts }: Comparison, [one, other]: [string, string], { text, format }: ComparisonWords): string {
  const say = text.comparison.finding;
  if (lifts.kind === 'none') {
    switch (lifts.reason) {
      case 'same-customers':
        return say.sameCustomers(one, other);
      case 'same-data':
        return say.sameData;
      case 'unusable-one':
        return say.unusable(one);
      case 'unusable-other':
        return say.unusable(other);
      case 'other-level':
        return say.otherLevel;
    }
  }
  const { estimate, lower, upper } = lifts.difference;
  const range = format.changeRange(lower, upper, 'rate');
  if (lower > 0) return say.larger(one, other, format.points(estimate), range);
  if (upper < 0)
    return say.smaller(one, other, format.points(Math.abs(estimate)), format.changeRange(-upper, -lower, 'rate'));
  return say.unclear(one, other, format.points(estimate), range);
}

function figuresTable({ sides, lifts }: Comparison, names: readonly string[], say: ComparisonWords): Block {
  const { text, format } = say;
  const { columns, rows } = text.comparison;
  const ranges = sides.map(relativeOf);
  const known = ranges.filter((one) => one !== null);
  const drawnDifference =
    lifts.kind === 'computed'
      ? { middle: lifts.difference.estimate, lower: lifts.difference.lower, upper: lifts.difference.upper }
      : null;
  const scale = liftScale([...known, ...(drawnDifference === null ? [] : [drawnDifference])]);
  const level = format.level(headlineOf(sides[0])?.level ?? 0.95);
  const drawn = (range: (typeof ranges)[number]): Cell =>
    range === null
      ? words('')
      : { kind: 'interval', text: format.liftRange(range.lower, range.upper), picture: liftPicture(range, scale) };
  return {
    kind: 'table',
    table: {
      caption: text.comparison.table,
      columns: [
        wordColumn(columns.pilot),
        wordColumn(columns.metric),
        figureColumn(columns.control),
        figureColumn(columns.treatment),
        figureColumn(columns.lift),
        figureColumn(columns.interval(level)),
        wordColumn(columns.drawn),
        figureColumn(columns.customers),
      ],
      rows: [
        ...sides.map((side, i) => sideCells(side, names[i] ?? '', ranges[i] ?? null, drawn(ranges[i] ?? null), say)),
        ...(drawnDifference === null
          ? []
          : [
              [
                words(rows.difference),
                words(''),
                words(''),
                words(''),
                figure(format.points(drawnDifference.middle), drawnDifference.middle),
                words(format.changeRange(drawnDifference.lower, drawnDifference.upper, 'rate')),
                drawn(drawnDifference),
                words(''),
              ],
            ]),
      ],
    },
  };
}

/** The relative lift as a reader sees it; null where it is withheld or cannot be used. */
function relativeOf(side: ComparedSide) {
  const metric = headlineOf(side);
  if (metric === null || side.lift.verdict === 'invalid') return null;
  const shown = shownOf(metric);
  if (shown.kind === 'withheld' || shown.relative.estimate === null) return null;
  return { middle: shown.relative.estimate, lower: shown.relative.lower, upper: shown.relative.upper };
}

function sideCells(
  side: ComparedSide,
  name: string,
  range: ReturnType<typeof relativeOf>,
  drawn: Cell,
  { text, format }: ComparisonWords,
): Cell[] {
  const metric = headlineOf(side);
  const own = formatter({ locale: format.locale, timeZone: format.timeZone, currency: side.lift.currency });
  const control = metric?.arms.find((arm) => arm.id !== metric.treatment);
  const treatment = metric?.arms.find((arm) => arm.id === metric.treatment);
  const value = (mean: number | null | undefined) => own.value(mean ?? null, metric?.unit ?? 'number');
  const n = (control?.n ?? 0) + (treatment?.n ?? 0);
  return [
    words(name),
    words(metric?.name ?? '–'),
    figure(value(control?.mean), control?.mean ?? null),
    figure(value(treatment?.mean), treatment?.mean ?? null),
    range === null ? words(text.portfolio.withheld) : figure(format.lift(range.middle), range.middle),
    words(range === null ? '–' : format.liftRange(range.lower, range.upper)),
    drawn,
    figure(format.count(n), n),
  ];
}

function differsTable({ sides }: Comparison, names: readonly string[], { text, format }: ComparisonWords): Block {
  const { rows, columns, differs, notSealed } = text.comparison;
  const short = (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-4)}`;
  const lines: readonly [string, (side: ComparedSide) => string][] = [
    [rows.plan, ({ lift }) => (lift.plan.sha256 === null ? notSealed : short(lift.plan.sha256))],
    [rows.amendments, ({ lift }) => format.count(lift.plan.amendments)],
    [rows.data, ({ lift }) => short(lift.fingerprint)],
    [rows.asOf, ({ lift }) => format.dateShort(lift.asOf)],
    [rows.looks, ({ lift }) => format.count(lift.looks)],
    [rows.window, (side) => windowOf(side, text)],
    [rows.method, (side) => headlineOf(side)?.method ?? '–'],
    [rows.verdict, ({ lift }) => (lift.verdict === null ? text.verdict.none : text.verdict.name[lift.verdict])],
  ];
  const differing = lines.filter(([, of]) => of(sides[0]) !== of(sides[1]));
  return {
    kind: 'table',
    table: {
      caption: differs,
      columns: [wordColumn(columns.what), ...names.map(wordColumn)],
      rows: differing.map(([what, of]) => [words(what), ...sides.map((side) => words(of(side)))]),
    },
  };
}

function windowOf(side: ComparedSide, text: ScreenCatalogue): string {
  const days = headlineOf(side)?.windowDays ?? null;
  return days === null ? text.metric.noWindow : text.metric.window(String(days));
}
