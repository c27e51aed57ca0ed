import type { Key } from '#shared/identity/matching.ts';

/** What sort of key it is, in words: "e-mail", "shop number". */
export function keyKind(kind: string): string {
  if (kind.startsWith('number:')) return `${kind.slice('number:'.length)} number`;
  const names: Readonly<Record<string, string>> = {
    email: 'e-mail',
    phone: 'phone',
    cookie: 'cookie',
    'name+zip': 'name and postcode',
    row: 'row',
  };
  return names[kind] ?? kind;
}

/** A key as people read it: digits alone say so, name and postcode are set apart. */
export function keyText({ kind, value }: Key): string {
  return kind === 'name+zip' ? value.split('|').join(', ') : value;
}

/** Two keys are the same key. */
export function isSameKey(a: Key, b: Key): boolean {
  return a.kind === b.kind && a.value === b.value;
}

const NAMING = ['email', 'name+zip', 'phone', 'number', 'cookie', 'row'];

/** The key a person is best called by. */
export function bestKey<K extends Key>(keys: readonly K[]): K | null {
  const place = ({ kind }: Key) => {
    const at = NAMING.indexOf(kind.startsWith('number:') ? 'number' : kind);
    return at < 0 ? NAMING.length : at;
  };
  return keys.toSorted((a, b) => place(a) - place(b))[0] ?? null;
}
