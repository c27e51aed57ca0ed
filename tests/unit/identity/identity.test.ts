import { describe, expect, it } from 'vitest';
import { readEmail, readNameAndZip, readNumberKey, readPhone } from '#shared/identity/normalise.ts';
import { UnionFind } from '#shared/identity/union-find.ts';

describe('an e-mail address', () => {
  it('is the same key however it is written', () => {
    for (const text of [
      'Ann@Example.org',
      ' ann@example.org ',
      'Ann Lee <ANN@example.org>',
      'mailto:ann@example.org',
      "'ann@example.org",
    ]) {
      expect(readEmail(text)).toEqual({ key: 'ann@example.org' });
    }
    expect(readEmail('jürgen@müller.de'.normalize('NFD'))).toEqual({ key: 'jürgen@müller.de'.normalize('NFC') });
  });

  it('of a role, made up or malformed names nobody', () => {
    expect(readEmail('noreply@x.org')).toEqual({ setAside: 'role-address' });
    expect(readEmail('info+shop@x.org')).toEqual({ setAside: 'role-address' });
    expect(readEmail('test@test.com')).toEqual({ setAside: 'placeholder' });
    expect(readEmail('aaa@aaa.com')).toEqual({ setAside: 'placeholder' });
    expect(readEmail('n/a')).toEqual({ setAside: 'placeholder' });
    expect(readEmail('ann@')).toEqual({ setAside: 'malformed' });
    expect(readEmail('a@b@c.org')).toEqual({ setAside: 'malformed' });
    expect(readEmail('  ')).toEqual({ setAside: 'empty' });
  });
});

describe('a phone number', () => {
  it('is E.164, by its own code or the default country', () => {
    expect(readPhone('(415) 555-0100', 'US')).toEqual({ key: '+14155550100' });
    expect(readPhone("'+49 30 1234567", 'US')).toEqual({ key: '+49301234567' });
    expect(readPhone('030 / 123 45 67', 'DE')).toEqual({ key: '+49301234567' });
  });

  it('without a country is a key as its digits', () => {
    expect(readPhone('030 1234567', null)).toEqual({ key: '0301234567' });
  });

  it('of zeros or of one digit names nobody', () => {
    expect(readPhone('0000000', 'DE')).toEqual({ setAside: 'placeholder' });
    expect(readPhone('9999999999', null)).toEqual({ setAside: 'placeholder' });
    expect(readPhone('call me', null)).toEqual({ setAside: 'malformed' });
  });
});

describe('a number', () => {
  it('loses what spreadsheets add', () => {
    expect(['17850.0', "'17850", ' 17850 ', '17850'].map(readNumberKey)).toEqual(Array(4).fill({ key: '17850' }));
    expect(readNumberKey('00417')).toEqual({ key: '00417' });
    expect(readNumberKey('A-12.0')).toEqual({ key: 'A-12.0' });
  });

  it.each(['0', '0000', 'null', 'Anonymous', 'N/A', '(not set)', '-'])('%s names nobody', (text) => {
    expect(readNumberKey(text)).toEqual({ setAside: 'placeholder' });
  });
});

describe('name and postcode', () => {
  it('are one key without case, marks and punctuation, and nothing alone', () => {
    expect(readNameAndZip(['José', "O'Neill", '10115'])).toEqual({ key: 'jose|o neill|10115' });
    expect(readNameAndZip(['José', '', ''])).toEqual({ setAside: 'placeholder' });
  });
});

describe('sets of keys', () => {
  it('are known by their smallest member, whatever the order of joins', () => {
    const pairs: [number, number][] = [
      [9, 4],
      [7, 9],
      [2, 30],
      [30, 7],
      [50, 51],
    ];
    for (const order of [pairs, [...pairs].reverse()]) {
      const sets = new UnionFind(3);
      for (const [a, b] of order) sets.join(a, b);
      expect([2, 4, 7, 9, 30].map((member) => sets.find(member))).toEqual([2, 2, 2, 2, 2]);
      expect([51, 1, 100].map((member) => sets.find(member))).toEqual([50, 1, 100]);
    }
  });
});
