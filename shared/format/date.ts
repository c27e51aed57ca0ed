const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** `full` 12 December 2026, `short` 12 Dec 2026, `day` 12 Dec, `time` 12 Dec 2026, 14:03. */
export type DateStyle = 'full' | 'short' | 'day' | 'time';

const OPTIONS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  time: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/** An ISO 8601 date or moment. A date without a time is that day everywhere; it never slides over midnight. */
export function writeDate(locale: string, timeZone: string, iso: string, style: DateStyle): string | null {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return null;
  const dayOnly = DAY_ONLY.test(iso);
  const zone = dayOnly ? 'UTC' : timeZone;
  const options = dayOnly && style === 'time' ? OPTIONS.short : OPTIONS[style];
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at);
}
