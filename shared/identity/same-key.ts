import type { Matching } from './matching.ts';
import { readPhone } from './normalise.ts';

/** Mail providers that deliver several spellings to one box, as they document it. */
const PROVIDERS: Readonly<Record<string, { readonly domain: string; readonly ignored: RegExp }>> = {
  'gmail.com': { domain: 'gmail.com', ignored: /\./g },
  'googlemail.com': { domain: 'gmail.com', ignored: /\./g },
  'proton.me': { domain: 'proton.me', ignored: /[._-]/g },
  'protonmail.com': { domain: 'proton.me', ignored: /[._-]/g },
  'pm.me': { domain: 'proton.me', ignored: /[._-]/g },
};

/**
 * The form under which different keys are taken for the same one, by the options of the pilot: addresses without
 * `+tag`, addresses as their provider delivers them, digits as a number of the default country. The key itself
 * stays as it came in, so that an option can be switched off again.
 */
export function sameKey(kind: string, value: string, matching: Matching): string {
  if (kind === 'email') return sameEmail(value, matching);
  if (kind !== 'phone' || matching.country === null || value.startsWith('+')) return value;
  const read = readPhone(value, matching.country);
  return 'key' in read ? read.key : value;
}

/** True where some option can make two keys of this kind the same. */
export function hasSameKeys(kind: string, matching: Matching): boolean {
  if (kind === 'email') return matching.ignorePlusTag || matching.providerRules;
  return kind === 'phone' && matching.country !== null;
}

function sameEmail(email: string, { ignorePlusTag, providerRules }: Matching): string {
  const at = email.lastIndexOf('@');
  let local = email.slice(0, at);
  let domain = email.slice(at + 1);
  if (ignorePlusTag && local.indexOf('+') > 0) local = local.slice(0, local.indexOf('+'));
  const provider = providerRules && Object.hasOwn(PROVIDERS, domain) ? PROVIDERS[domain] : undefined;
  if (provider !== undefined) {
    const tag = local.indexOf('+') < 0 ? local.length : local.indexOf('+');
    local = local.slice(0, tag).replace(provider.ignored, '') + local.slice(tag);
    domain = provider.domain;
  }
  return `${local}@${domain}`;
}
