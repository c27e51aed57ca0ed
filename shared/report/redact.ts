const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/gu;
const PHONE = /(?<![\d.,])(?:\+|00)\d[\d\s().\-/]{7,}\d/gu;
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
