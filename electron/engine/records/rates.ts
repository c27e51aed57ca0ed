import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import { PilotError } from '#shared/api/error.ts';
import { currencyNamed } from '#shared/records/cell/number.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { columnOfReason } from '#shared/records/mend.ts';
import { type Money, type Rates, type RateTable, rateTable } from '#shared/records/rates.ts';
import { pilotValue, setPilotValue } from './pilot-value.ts';
import { cellsOf } from './quarantined-cells.ts';

const KEY = 'rates';
/** More rows in quarantine are not looked at for their currencies. */
const LOOKED_AT = 5000;

/** The pilot's rate table; null where none was given. */
export function readRates(db: ReadableDb): RateTable | null {
  const stored = pilotValue(db, KEY);
  const parsed = rateTable.safeParse(stored === null ? null : JSON.parse(stored));
  return parsed.success ? parsed.data : null;
}

/**
 * Keeps a rate table. Amounts that came in keep the rate they were converted at.
 * @throws PilotError `rates` where it converts into another currency than the pilot's, or that one into itself
 */
export function writeRates(db: WritableDb, table: RateTable): void {
  const currency = pilotValue(db, 'currency');
  if (currency !== null && table.to !== currency) {
    throw new PilotError(
      'rates',
      `The pilot's money is in ${currency}, so its rates are into ${currency}, not ${table.to}.`,
    );
  }
  refuseOwnCurrency(table.rates, table.to);
  setPilotValue(db, KEY, JSON.stringify(table));
}

/** The currency amounts are kept in, where it is known, and the rates into it: the mapping's before the pilot's. */
export function ratesFor(
  db: ReadableDb,
  mapping: Mapping,
  currencyOfFile: () => string | null,
): { readonly currency: string | null; readonly rates: Rates } {
  const table = readRates(db);
  const currency = pilotValue(db, 'currency') ?? table?.to ?? currencyOfFile();
  const rates = { ...(table?.to === currency ? table.rates : {}), ...mapping.rates };
  if (currency !== null) refuseOwnCurrency(rates, currency);
  return { currency, rates };
}

function refuseOwnCurrency(rates: Rates, currency: string): void {
  if (!Object.hasOwn(rates, currency)) return;
  throw new PilotError(
    'rates',
    `rates: ${currency} is the currency the money is kept in and needs no rate. To keep it in another one, say that one first, in format.currency.`,
  );
}

/** The pilot's currency and rates, and which currencies rows in quarantine wait for. */
export function readMoney(db: ReadableDb): Money {
  return { currency: pilotValue(db, 'currency'), table: readRates(db), waiting: waitingCurrencies(db) };
}

type Waiting = { reason: string; raw: string; header: string; mapping: string };

function waitingCurrencies(db: ReadableDb): Money['waiting'] {
  const counts = new Map<string, number>();
  const rows = db.all<Waiting>(
    `SELECT q.reason, q.raw, s.header, s.mapping FROM quarantine q JOIN source s ON s.id = q.source
     WHERE q.reason LIKE 'other-currency: %' LIMIT ${LOOKED_AT}`,
  );
  for (const row of rows) {
    const column = (JSON.parse(row.header) as string[]).indexOf(columnOfReason(row.reason) ?? '');
    const delimiter = (JSON.parse(row.mapping) as Mapping).format?.delimiter ?? ',';
    const named = codeIn(cellsOf(row.raw, delimiter)[column] ?? '');
    if (named !== null) counts.set(named, (counts.get(named) ?? 0) + 1);
  }
  return [...counts].map(([currency, n]) => ({ currency, rows: n })).sort((a, b) => b.rows - a.rows);
}

function codeIn(cell: string): string | null {
  const text = cell.trim();
  return /^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : currencyNamed(text);
}
