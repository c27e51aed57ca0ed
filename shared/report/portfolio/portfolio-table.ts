import { type Formatter, formatter } from '../../format/formatter.ts';
import type { ScreenCatalogue } from '../../text/catalogue.ts';
import { roughMoney } from '../rough.ts';
import { type Cell, figureColumn, type Table, wordColumn, words } from '../table.ts';
import type { LookedAt, PilotRow, PortfolioRow, Range } from './portfolio-row.ts';

/** A drawn lift beyond these is cut: one shop's +300 % must not flatten everybody else's interval. */
const WIDEST = { min: -1, max: 1.5 };

export type PortfolioWords = { readonly text: ScreenCatalogue; readonly format: Formatter };

/** Verdict as it is read: by the sealed rule, or where it stands until then. */
export function verdictText(look: LookedAt | null, { text }: PortfolioWords): string {
  if (look === null) return text.portfolio.noLook;
  if (look.verdict === null) return text.verdict.none;
  return look.decided || look.verdict === 'invalid'
    ? text.verdict.name[look.verdict]
    : text.verdict.onCourse[look.verdict];
}

/** A figure, and the range it may lie in; null where there is no figure, only why. */
export type Ranged = { readonly figure: string; readonly range: string | null };

/** Relative lift with its interval: "+27 %" and "+12 to +43 %"; where there is none, why. */
export function liftOf(look: LookedAt | null, { text, format }: PortfolioWords): Ranged {
  if (look === null) return { figure: '–', range: null };
  if (look.verdict === 'invalid') return { figure: text.portfolio.unusable, range: null };
  if (look.lift === null) return { figure: text.portfolio.withheld, range: null };
  return { figure: format.lift(look.lift.middle), range: format.liftRange(look.lift.lower, look.lift.upper) };
}

/** Money with its range, in the pilot's own currency. */
export function moneyOf(look: LookedAt | null, { text, format }: PortfolioWords): Ranged {
  if (look === null) return { figure: '–', range: null };
  if (look.money === null) return { figure: text.portfolio.noMoney, range: null };
  const own = formatter({ locale: format.locale, timeZone: format.timeZone, currency: look.currency });
  const { middle, lower, upper } = look.money;
  const range = text.portfolio.between(roughMoney(lower, own), roughMoney(upper, own));
  return { figure: roughMoney(middle, own), range };
}

/** Figure and range on one line: "+27 % (+12 to +43 %)". */
export function onOneLine({ figure, range }: Ranged, { text }: PortfolioWords): string {
  return range === null ? figure : text.portfolio.ranged(figure, range);
}

/** The scale all lifts are drawn on. */
export function liftScale(lifts: readonly Range[]): { min: number; max: number } {
  const known = lifts.flatMap(({ middle, lower, upper }) => [middle, lower, upper]).filter((end) => end !== null);
  return {
    min: Math.max(WIDEST.min, Math.min(-0.1, ...known)),
    max: Math.min(WIDEST.max, Math.max(0.1, ...known)),
  };
}

/** The lifts that rows have. */
export function liftsIn(rows: readonly PortfolioRow[]): readonly Range[] {
  return rows.flatMap((row) => (row.kind === 'pilot' && row.look?.lift != null ? [row.look.lift] : []));
}

/** The drawn lift of a row, on the scale of all. */
export function liftPicture(lift: Range, scale: { min: number; max: number }) {
  const within = (value: number) => Math.min(scale.max, Math.max(scale.min, value));
  return {
    estimate: within(lift.middle),
    lower: lift.lower === null || lift.lower < scale.min ? null : within(lift.lower),
    upper: lift.upper === null || lift.upper > scale.max ? null : within(lift.upper),
    ...scale,
    limit: null,
    tone: 'treatment' as const,
  };
}

/** All pilots that can be read as one table. */
export function portfolioTable(rows: readonly PortfolioRow[], say: PortfolioWords): Table {
  const { columns } = say.text.portfolio;
  const scale = liftScale(liftsIn(rows));
  const pilots = rows.filter((row) => row.kind === 'pilot');
  return {
    caption: say.text.portfolio.table,
    columns: [
      wordColumn(columns.pilot),
      wordColumn(columns.verdict),
      figureColumn(columns.lift),
      wordColumn(columns.drawn),
      figureColumn(columns.money),
      wordColumn(columns.owner),
      wordColumn(columns.decides),
      wordColumn(columns.looked),
    ],
    rows: pilots.map((row) => rowCells(row, fileIfShared(row, pilots), scale, say)),
  };
}

/** The file of a pilot whose name another one has too; null where the name tells. */
export function fileIfShared(row: PilotRow, pilots: readonly PilotRow[]): string | null {
  return pilots.some((other) => other !== row && other.name === row.name) ? row.file : null;
}

function rowCells(
  row: PilotRow,
  file: string | null,
  scale: { min: number; max: number },
  say: PortfolioWords,
): Cell[] {
  const { look } = row;
  const { text, format } = say;
  const drawn: Cell =
    look?.lift == null
      ? words('')
      : { kind: 'interval', text: onOneLine(liftOf(look, say), say), picture: liftPicture(look.lift, scale) };
  return [
    words(row.name, file),
    words(verdictText(look, say)),
    words(onOneLine(liftOf(look, say), say), look === null || look.metric === '' ? null : look.metric),
    drawn,
    words(onOneLine(moneyOf(look, say), say)),
    words(row.owner),
    words(format.dateShort(row.decideBy)),
    look === null
      ? words('–')
      : words(format.dateShort(look.at), look.stands ? text.portfolio.looks(String(look.looks)) : text.portfolio.stale),
  ];
}
