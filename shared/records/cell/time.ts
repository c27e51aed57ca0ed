/** A time of day; `offsetMinutes` is what the cell itself says of its zone, null where it says nothing. */
export type ClockTime = { readonly milliseconds: number; readonly offsetMinutes: number | null };

/** What stands behind the date is no time of day. */
export const NO_CLOCK = null;

const CLOCK =
  /^(?:at |um |à )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(?:uhr)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?)?(?:\s+\([^()]*\))?$/i;

/** Reads `10:22`, `10:22:05.250`, `9:30 pm`, `14:05 Uhr`, each perhaps with `Z`, `UTC`, `-0500`, `+05:30` or `GMT+1`, and what stands in brackets behind it. */
export function clockTime(text: string): ClockTime | typeof NO_CLOCK {
  const found = CLOCK.exec(text.trim());
  if (found === null) return NO_CLOCK;
  const [, hours, minutes, seconds = '0', fraction = '', half, zone] = found;
  const hour = wholeDayHour(Number(hours), half);
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return NO_CLOCK;
  const offsetMinutes = zone === undefined ? null : offsetOf(zone);
  if (offsetMinutes !== null && Math.abs(offsetMinutes) > 14 * 60) return NO_CLOCK;
  const thousandths = Math.floor(Number(`0.${fraction === '' ? '0' : fraction}`) * 1000 + 1e-9);
  return { milliseconds: ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + thousandths, offsetMinutes };
}

function wholeDayHour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function offsetOf(zone: string): number {
  const signed = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (signed === null) return 0;
  const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
  return signed[1] === '-' ? -minutes : minutes;
}
