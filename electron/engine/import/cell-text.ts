import type { Decimal } from '#shared/records/cell/number.ts';

/** How a typed number is written: with this decimal sign, or not at all, to see what the texts beside it are like. */
export type NumberStyle = Decimal | 'left-out';

/** What a spreadsheet shows where a formula failed: no value. */
const ERRORS = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

/**
 * A typed value as the cell of a text export would hold it, so that one path leads on from all formats. Numbers keep
 * every digit; dates become ISO text, without a time at midnight and without a zone (`clock`: the source's own) or
 * with Z (`utc`).
 */
export function cellText(value: unknown, decimal: NumberStyle, zone: 'clock' | 'utc'): string {
  switch (typeof value) {
    case 'string':
      return value.startsWith('#') && ERRORS.test(value) ? '' : value;
    case 'number':
      return numberText(value, decimal);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return '';
      if (value instanceof Date) return dateText(value, zone);
      if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
      return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
    default:
      return '';
  }
}

/** The shortest text that means the same 32-bit number: 0.1, not 0.10000000149011612. */
export function singleText(value: number, decimal: NumberStyle): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return numberText(short, decimal);
  }
  return numberText(value, decimal);
}

function numberText(value: number, decimal: NumberStyle): string {
  if (!Number.isFinite(value) || decimal === 'left-out') return '';
  const text = String(value);
  return decimal === ',' ? text.replace('.', ',') : text;
}

/** A time of day alone lies before 1900 in a spreadsheet. */
function dateText(date: Date, zone: 'clock' | 'utc'): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString().replace('.000Z', 'Z');
  const clock = iso.slice(0, -1);
  if (date.getUTCFullYear() < 1900) return clock.slice(clock.indexOf('T') + 1);
  if (zone === 'utc') return iso;
  return clock.endsWith('T00:00:00') ? clock.slice(0, 10) : clock;
}
