import { useMemo } from 'react';
import { type Formatter, formatter } from '#shared/format/formatter.ts';
import { usePilot } from './use-pilot.ts';
import { useRead } from './use-read.ts';

/** Writes figures and dates as this system does, money in the pilot's currency. */
export function useFormat(): Formatter {
  const locale = useRead('app.info', {}).data?.locale ?? navigator.language;
  const pilot = usePilot();
  const charter = useRead('charter.get', pilot === null ? null : {}).data;
  const currency = charter?.budget.currency ?? null;
  return useMemo(
    () => formatter({ locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, currency }),
    [locale, currency],
  );
}
