import { currencyNamed } from '#shared/records/cell/number.ts';
import type { RowPlan } from './compile.ts';
import type { Look } from './look.ts';

const BARE = /^[-\d.,]*$/;

/**
 * The currency most rows of the sample name, in a column of its own or beside their amounts: a first row in another
 * one must not set the pilot's. `stated` is what is said of the file and goes before signs beside amounts. Null where
 * none is named.
 */
export function currencyOfFile({ rows }: Pick<Look, 'rows'>, plan: RowPlan, stated: string | null): string | null {
  if (plan.currency < 0 && stated !== null) return stated;
  const columns = plan.currency >= 0 ? [plan.currency] : [...new Set(plan.activities.map(({ amount }) => amount))];
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const column of columns) {
      const cell = row[column] ?? '';
      if (BARE.test(cell)) continue;
      const named = /^\s*[A-Za-z]{3}\s*$/.test(cell) ? cell.trim().toUpperCase() : currencyNamed(cell);
      if (named !== null) counts.set(named, (counts.get(named) ?? 0) + 1);
    }
  }
  let best: string | null = null;
  for (const [currency, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = currency;
  return best ?? stated;
}
