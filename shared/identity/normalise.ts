import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isMadeUpAddress, isMadeUpPhone, isPlaceholder, isRoleAddress } from './guard.ts';

/** A cell as a key: the key's normal form, or why it names nobody. An `unissued` phone number no carrier can have given. */
export type KeyReading =
  | { readonly key: string }
  | { readonly key: string; readonly doubt: 'unissued' }
  | { readonly setAside: 'empty' | 'placeholder' | 'role-address' | 'malformed' };

const PLAIN_EMAIL = /^[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const ANY_EMAIL = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(?:\.[^\s@<>,;:"()[\]\\.]+)+$/u;

/** Trimmed, NFC, lower case, out of `mailto:` and `Name <…>`. */
export function readEmail(text: string): KeyReading {
  if (PLAIN_EMAIL.test(text)) return judged(text);
  const email = unwrapped(text);
  if (email === '') return { setAside: 'empty' };
  if (isPlaceholder(email)) return { setAside: 'placeholder' };
  return ANY_EMAIL.test(email) ? judged(email) : { setAside: 'malformed' };
}

function judged(email: string): KeyReading {
  if (isMadeUpAddress(email)) return { setAside: 'placeholder' };
  return isRoleAddress(email) ? { setAside: 'role-address' } : { key: email };
}

function unwrapped(text: string): string {
  const trimmed = text.trim().replace(/^'/, '');
  const inBrackets = /<([^<>]+)>$/.exec(trimmed);
  return (inBrackets?.[1] ?? trimmed)
    .replace(/^mailto:/i, '')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}

/** How most countries dial out; where the country is known, its own way is read. */
const DIALLED_ABROAD = /^00(?=[1-9])/;

/**
 * E.164. A number without a country code is read as one of `country`; without a country, or where no country has
 * numbers of that length, its digits are the key, since two exports that write it alike still mean one person. So
 * do its digits, country code included, where the length is possible but no carrier could have issued it.
 */
export function readPhone(text: string, country: string | null): KeyReading {
  const bare = text.trim().replace(/^'/, '').trim();
  if (bare === '') return { setAside: 'empty' };
  if (isPlaceholder(bare)) return { setAside: 'placeholder' };
  const parsed =
    country !== null && isSupportedCountry(country)
      ? parsePhoneNumberFromString(bare, country as CountryCode)
      : parsePhoneNumberFromString(bare.replace(DIALLED_ABROAD, '+'));
  if (parsed?.isPossible()) {
    if (isMadeUpPhone(parsed.number)) return { setAside: 'placeholder' };
    return parsed.isValid() ? { key: parsed.number } : { key: parsed.number.slice(1), doubt: 'unissued' };
  }
  const digits = bare.replace(/[\s().+/-]/g, '');
  if (!/^\d{6,15}$/.test(digits)) return { setAside: 'malformed' };
  return isMadeUpPhone(digits) ? { setAside: 'placeholder' } : { key: digits };
}

/** A number or code some system gave: without the apostrophe spreadsheets put before it and without the `.0` of a float. */
export function readNumberKey(text: string): KeyReading {
  const bare = text.trim().replace(/^'/, '').trim().normalize('NFC');
  if (bare === '') return { setAside: 'empty' };
  const key = bare.replace(/^(\d+)\.0+$/, '$1');
  return isPlaceholder(key) ? { setAside: 'placeholder' } : { key };
}

/** A cookie or device id: as it stands, spaces around it apart. */
export function readCookie(text: string): KeyReading {
  const key = text.trim();
  if (key === '') return { setAside: 'empty' };
  return isPlaceholder(key) ? { setAside: 'placeholder' } : { key };
}

/** Name and postcode, from two or more cells: letters and digits only, marks and case left out. One cell alone names nobody. */
export function readNameAndZip(cells: readonly string[]): KeyReading {
  const parts = cells.map(plainWords).filter((part) => part !== '');
  if (parts.length === 0) return { setAside: 'empty' };
  if (parts.length < 2 || parts.some(isPlaceholder)) return { setAside: 'placeholder' };
  return { key: parts.join('|') };
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
