const FALLBACK = 'en-GB';

/** The locale if Intl knows it; systems also report such things as `C` or `POSIX`, which it refuses. */
export function usableLocale(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([locale.replaceAll('_', '-')])[0] ?? FALLBACK;
  } catch {
    return FALLBACK;
  }
}

/** The time zone if Intl knows it, else UTC. */
export function usableTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
