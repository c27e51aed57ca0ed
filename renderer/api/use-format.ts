import { type Formatter, formatter } from '#shared/format/formatter.ts';
import { usePilot } from './use-pilot.ts';
import { useRead } from './use-read.ts';

/** Writes figures and dates as this system does, money in the pilot's currency. */
export function useFormat(): Formatter {
  const locale = useRead('app.info', {}).data?.locale ?? navigator.language;
  const pilot = usePilot();
  const charter = useRead('charter.get', pilot === null ? null : {}).data;
  const currency = charter?.budget.currency ?? null;
  return formatterOf(locale, currency);
}

/** One formatter serves every part of the page: making one asks the system for its whole locale. */
let last: { readonly locale: string; readonly currency: string | null; readonly formatter: Formatter } | null = null;

function formatterOf(locale: string, currency: string | null): Formatter {
  if (last?.locale !== locale || last.currency !== currency) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    last = { locale, currency, formatter: formatter({ locale, timeZone, currency }) };
  }
  return last.formatter;
}
