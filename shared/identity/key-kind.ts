/** How far a sort of key is trusted to name one person. `own` is a row that is its own customer. */
export type Trust = 'trusted' | 'loose' | 'own';

const ORDER = ['email', 'number', 'phone', 'cookie', 'name+zip', 'row'] as const;

/** `number:shop` → `number`; every other kind is its own family. */
export function familyOf(kind: string): string {
  return kind.startsWith('number:') ? 'number' : kind;
}

/** E-mail addresses and customer numbers are a person's own; phones, browsers and names are shared in families. */
export function trustOf(kind: string): Trust {
  const family = familyOf(kind);
  if (family === 'row') return 'own';
  return family === 'email' || family === 'number' ? 'trusted' : 'loose';
}

/** Which of a row's keys its records stand under: the one least often shared comes first. */
export function rankOf(kind: string): number {
  const at = ORDER.indexOf(familyOf(kind) as (typeof ORDER)[number]);
  return at < 0 ? ORDER.length : at;
}

/**
 * Keys that tell people apart who share a key of `kind`. One person has many cookies, and one customer many numbers
 * of a system that counts orders, so those make no crowd.
 */
export function tellsApart(kind: string, other: string): boolean {
  const family = familyOf(other);
  switch (familyOf(kind)) {
    case 'email':
      return family === 'number';
    case 'number':
      return family === 'email';
    case 'phone':
      return family === 'email' || family === 'number';
    case 'cookie':
    case 'name+zip':
      return family === 'email' || family === 'number' || family === 'phone';
    default:
      return false;
  }
}
