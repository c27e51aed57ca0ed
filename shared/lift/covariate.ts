import type { Covariate, Plan } from '../plan/plan.ts';
import type { EventColumns, RecordsReader, TraitColumns } from './records-reader.ts';
import { DAY } from './trigger-moment.ts';
import type { UnitTable } from './unit-table.ts';

/** What was known of every customer before the arms could differ, one number a row of the unit table; NaN where missing. */
export type CovariateColumn = { readonly id: string; readonly values: Float64Array };

/** More levels than this are too thin to adjust by; the rest share the level of "any other". */
const MOST_LEVELS = 12;

/**
 * The plan's covariates. Activities count only when they lie before the anchor: a date without a time must be of an
 * earlier day. A trait is taken as it stands; one of words becomes a column for each of its levels but the first.
 */
export function covariateColumns(plan: Plan, units: UnitTable, records: RecordsReader): CovariateColumn[] {
  return (plan.analysis.covariates ?? []).flatMap((covariate) =>
    typeof covariate === 'string'
      ? traitColumns(covariate, records.trait(covariate), units)
      : [{ id: covariate.id, values: beforeOnce(covariate, units, records) }],
  );
}

type ActivityCovariate = Exclude<Covariate, string>;

function fieldOf({ of }: ActivityCovariate): [string, string | null] {
  return [of.activity, of.field ?? null];
}

/** By what is counted: checks and adjustment ask for the same columns of the same events. */
const known = new WeakMap<UnitTable, Map<string, { readonly events: EventColumns; readonly values: Float64Array }>>();

function beforeOnce(covariate: ActivityCovariate, units: UnitTable, records: RecordsReader): Float64Array {
  const [activity, field] = fieldOf(covariate);
  const name = JSON.stringify([covariate.kind, activity, field, covariate.daysBefore]);
  const events = records.activities(activity, field);
  const ofUnits = known.get(units) ?? new Map<string, { events: EventColumns; values: Float64Array }>();
  known.set(units, ofUnits);
  const same = ofUnits.get(name);
  if (same?.events === events) return same.values;
  const values = before(covariate, events, units);
  ofUnits.set(name, { events, values });
  return values;
}

function before({ kind, daysBefore }: ActivityCovariate, events: EventColumns, units: UnitTable): Float64Array {
  const values = units.anchor.map((anchor) => (Number.isNaN(anchor) ? Number.NaN : 0));
  for (let i = 0; i < events.customer.length; i++) {
    const row = units.index.row(events.customer[i]!);
    if (row < 0) continue;
    const anchor = units.anchor[row]!;
    const at = events.at[i]!;
    const over = events.day[i] === 1 ? at + DAY <= anchor : at < anchor;
    if (!over || at < anchor - daysBefore * DAY) continue;
    const amount = kind === 'sum' ? events.value[i]! : 1;
    if (kind === 'conversion') values[row] = 1;
    else if (!Number.isNaN(amount)) values[row] = values[row]! + amount;
  }
  return values;
}

function traitColumns(id: string, trait: TraitColumns, units: UnitTable): CovariateColumn[] {
  const cells = new Array<number | string | null>(units.index.ids.length).fill(null);
  for (let i = 0; i < trait.customer.length; i++) {
    const row = units.index.row(trait.customer[i]!);
    if (row >= 0) cells[row] = trait.levels[trait.code[i]!] ?? null;
  }
  const levels = traitLevels(cells);
  if (levels === null) {
    return [{ id, values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))) }];
  }
  return levels.map((level) => ({
    id: `${id}: ${level}`,
    values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : String(cell) === level ? 1 : 0)),
  }));
}

/** The levels of a trait of words that become a column each: all but the first. Null where it is numbers throughout. */
export function traitLevels(cells: readonly (number | string | null)[]): readonly string[] | null {
  const known = cells.filter((cell) => cell !== null);
  if (known.every((cell) => Number.isFinite(Number(cell)))) return null;
  return commonest(known.map(String)).slice(1, MOST_LEVELS);
}

/** Levels by how many customers have them, the most first; of equals the first by code unit. */
function commonest(cells: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([level]) => level);
}
