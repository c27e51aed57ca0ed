const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/gu;
const PHONE = /(?<![\w.,])(?:\+|00)\d[\d\s().\-/]{7,}\d(?!\w)/gu;
const HIDDEN = '[…]';

/**
 * Text with e-mail addresses and international phone numbers blacked out. No face of a report holds contact data,
 * whatever stands in the name of a file or in a reason that quotes the data.
 */
export function redacted(text: string): string {
  return text
    .replace(EMAIL, HIDDEN)
    .replace(PHONE, (match) => (match.replace(/\D/g, '').length >= 10 ? HIDDEN : match));
}

/** A plain value with all its texts, at any depth, keys included, treated the same. */
export function redactedDeep<Value>(value: Value): Value {
  return deep(value) as Value;
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return redacted(value);
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redacted(key), deep(one)]));
}
