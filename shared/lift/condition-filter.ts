import type { ActivityCondition, Condition, TraitCondition } from '../plan/plan.ts';
import type { CustomerIndex } from './customer-index.ts';
import type { RecordsReader } from './records-reader.ts';
import { DAY } from './trigger-moment.ts';

/**
 * Which customers meet a condition of the population.
 *
 * @param before the moment up to which activities count, one a row (the anchor; events at or after it are not looked
 *   at, since arms may differ from then on); NaN means the customer is left out
 * @returns 1 or 0 a row of the index
 */
export function meetsCondition(
  condition: Condition,
  index: CustomerIndex,
  records: RecordsReader,
  before: Float64Array,
): Uint8Array {
  if ('all' in condition) {
    const each = condition.all.map((inner) => meetsCondition(inner, index, records, before));
    return Uint8Array.from(index.ids, (_, row) => (each.every((met) => met[row] === 1) ? 1 : 0));
  }
  if ('any' in condition) {
    const each = condition.any.map((inner) => meetsCondition(inner, index, records, before));
    return Uint8Array.from(index.ids, (_, row) => (each.some((met) => met[row] === 1) ? 1 : 0));
  }
  if ('none' in condition) {
    const each = condition.none.map((inner) => meetsCondition(inner, index, records, before));
    return Uint8Array.from(index.ids, (_, row) => (each.some((met) => met[row] === 1) ? 0 : 1));
  }
  return 'trait' in condition
    ? meetsTrait(condition, index, records)
    : meetsActivity(condition, index, records, before);
}

function meetsTrait(condition: TraitCondition, index: CustomerIndex, records: RecordsReader): Uint8Array {
  const met = new Uint8Array(index.ids.length);
  const { customer, code, levels } = records.trait(condition.trait);
  const fits = Uint8Array.from(levels, (level) => (traitFits(condition, level) ? 1 : 0));
  for (let i = 0; i < customer.length; i++) {
    const row = index.row(customer[i]!);
    if (row >= 0) met[row] = fits[code[i]!]!;
  }
  return met;
}

function traitFits(condition: TraitCondition, value: number | string | null): boolean {
  if (value === null) return false;
  const same = (wanted: string | number | boolean) =>
    typeof wanted === 'boolean' ? Number(value) === Number(wanted) : String(value) === String(wanted);
  if (condition.is !== undefined && !same(condition.is)) return false;
  if (condition.in !== undefined && !condition.in.some(same)) return false;
  if (condition.atLeast !== undefined && !(Number(value) >= condition.atLeast)) return false;
  return condition.atMost === undefined || Number(value) <= condition.atMost;
}

function meetsActivity(
  condition: ActivityCondition,
  index: CustomerIndex,
  records: RecordsReader,
  before: Float64Array,
): Uint8Array {
  const counts = new Int32Array(index.ids.length);
  const events = records.activities(condition.activity, null);
  const span = condition.daysBefore === undefined ? Number.POSITIVE_INFINITY : condition.daysBefore * DAY;
  for (let i = 0; i < events.customer.length; i++) {
    const row = index.row(events.customer[i] ?? 0);
    if (row < 0) continue;
    const anchor = before[row] ?? Number.NaN;
    const at = events.at[i] ?? Number.NaN;
    if (at < anchor && at >= anchor - span) counts[row] = (counts[row] ?? 0) + 1;
  }
  const least = condition.count?.atLeast ?? (condition.count?.atMost === undefined ? 1 : 0);
  const most = condition.count?.atMost ?? Number.POSITIVE_INFINITY;
  return Uint8Array.from(counts, (n) => (n >= least && n <= most ? 1 : 0));
}
