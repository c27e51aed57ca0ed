import { describe, expect, it } from 'vitest';
import { rankOf, tellsApart, trustOf } from '#shared/identity/key-kind.ts';
import { usualMatching } from '#shared/identity/matching.ts';
import { readPhone } from '#shared/identity/normalise.ts';
import { hasSameKeys, sameKey } from '#shared/identity/same-key.ts';

const tags = { ...usualMatching, ignorePlusTag: true };
const providers = { ...usualMatching, providerRules: true };
const email = (value: string, matching = usualMatching) => sameKey('email', value, matching);

describe('an e-mail address', () => {
  it('is only itself unless an option says otherwise', () => {
    expect(hasSameKeys('email', usualMatching)).toBe(false);
    expect(email('ana+shop@gmail.com')).toBe('ana+shop@gmail.com');
  });

  it('loses its +tag, but not a plus it begins with', () => {
    expect(email('ana+shop+a@x.org', tags)).toBe('ana@x.org');
    expect(email('+ana@x.org', tags)).toBe('+ana@x.org');
  });

  it('is read as its provider delivers it, where that is known', () => {
    expect(email('a.n.a@googlemail.com', providers)).toBe('ana@gmail.com');
    expect(email('a.n.a+b.c@gmail.com', providers)).toBe('ana+b.c@gmail.com');
    expect(email('a-n_a@pm.me', providers)).toBe('ana@proton.me');
    expect(email('a.n.a@x.org', providers)).toBe('a.n.a@x.org');
    expect(email('a@constructor', providers)).toBe('a@constructor');
    expect(email('a.n.a+b@gmail.com', { ...providers, ignorePlusTag: true })).toBe('ana@gmail.com');
  });
});

describe('a telephone number', () => {
  it('without its country code is one of the default country', () => {
    const german = { ...usualMatching, country: 'DE' };
    expect(sameKey('phone', '0301234567', german)).toBe('+49301234567');
    expect(sameKey('phone', '+14155550100', german)).toBe('+14155550100');
    expect(sameKey('phone', '0301234567', usualMatching)).toBe('0301234567');
  });

  it('dialled from abroad needs no country', () => {
    expect(readPhone('0049 30 1234567', null)).toEqual({ key: '+49301234567' });
    expect(readPhone('0049 30 1234567', 'FR')).toEqual({ key: '+49301234567' });
  });

  it('that no carrier could have issued is a key as its digits, the same with or without its country code', () => {
    const key = { key: '15551234567', doubt: 'unissued' };
    expect(readPhone('+1 555 123-4567', null)).toEqual(key);
    expect(readPhone('(555) 123 4567', 'US')).toEqual(key);
  });
});

describe('kinds of keys', () => {
  it('are trusted as far as a person alone has them', () => {
    expect(['email', 'number:shop', 'phone', 'cookie', 'name+zip', 'row'].map(trustOf)).toEqual([
      'trusted',
      'trusted',
      'loose',
      'loose',
      'loose',
      'own',
    ]);
    expect(rankOf('email')).toBeLessThan(rankOf('number:shop'));
    expect(rankOf('phone')).toBeLessThan(rankOf('cookie'));
  });

  it('tell people apart who share one, unless one person has many', () => {
    expect(tellsApart('phone', 'email')).toBe(true);
    expect(tellsApart('email', 'number:shop')).toBe(true);
    expect(tellsApart('email', 'cookie')).toBe(false);
    expect(tellsApart('number:shop', 'number:order')).toBe(false);
  });
});
