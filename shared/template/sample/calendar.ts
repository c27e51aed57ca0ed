/**
 * When things happen in the made-up shop. Moments are whole seconds since 1970, UTC. The shop writes New York time,
 * which is UTC − 4 h throughout: the history starts after the clocks went forward and all ends before they go back.
 */
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const SHOP_OFFSET = -4 * HOUR;

export const historyStart = shopMidnight(2026, 4, 6);
export const pilotStart = shopMidnight(2026, 8, 3);
export const PILOT_DAYS = 42;
export const pilotEnd = pilotStart + PILOT_DAYS * DAY;
/** The exports are drawn on this day, when every window has long closed. */
export const exportsDrawn = shopMidnight(2026, 10, 12);

/** An order counts as recovered from the anchor (cart + 1 h), included, to the anchor + 7 days, excluded. */
export const ANCHOR_AFTER_CART = HOUR;
export const WINDOW = 7 * DAY;
export const UNSUBSCRIBE_WINDOW = 14 * DAY;

function shopMidnight(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 1000 - SHOP_OFFSET;
}

/** `2026-08-03 09:15:00 -0400`, as Shopify writes it. */
export function shopTime(moment: number): string {
  return `${utcTime(moment + SHOP_OFFSET)} -0400`;
}

/** `2026-08-03 13:15:00`. */
export function utcTime(moment: number): string {
  return new Date(moment * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2026-08-03T13:15:00Z`. */
export function isoTime(moment: number): string {
  return `${new Date(moment * 1000).toISOString().slice(0, 19)}Z`;
}

/** `2026-08-03 13:15`. */
export function minuteTime(moment: number): string {
  return utcTime(moment).slice(0, 16);
}
