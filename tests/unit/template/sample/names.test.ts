import { isPossiblePhoneNumber } from 'libphonenumber-js';
import { expect, test } from 'vitest';
import { emailOf, otherEmailOf, PHONES, phoneOf } from '#shared/template/sample/address.ts';
import { catalogue } from '#shared/template/sample/basket.ts';
import { impossibleClusters, madeUpWord, personName, WORDS } from '#shared/template/sample/made-up-name.ts';

const impossible = new RegExp(impossibleClusters.join('|'));

test('every made-up word holds a cluster that no spelling uses, and no two are the same', () => {
  const words = Array.from({ length: WORDS }, (_, i) => madeUpWord(i));
  expect(new Set(words).size).toBe(WORDS);
  expect(words.filter((word) => !impossible.test(word))).toEqual([]);
  expect(catalogue.filter(({ value }) => !impossible.test(value.name))).toEqual([]);
});

test('no two customers share a name or an address, up to the largest sample and among the strangers', () => {
  const emails = new Set<string>();
  const indices = [...Array(50_000).keys(), ...Array.from({ length: 20_000 }, (_, i) => 300_000_000 + i)];
  for (const index of indices) {
    const name = personName(index);
    emails.add(emailOf(name, index).replace(/@.*/, ''));
    emails.add(otherEmailOf(name, index).replace(/@.*/, ''));
  }
  expect(emails.size).toBe(2 * indices.length);
});

test('addresses lie in domains reserved for examples', () => {
  for (const index of [0, 1, 2, 999_999])
    expect(emailOf(personName(index), index)).toMatch(/^[a-z.]+@example\.(com|org|net)$/);
});

test('phone numbers are possible, kept for fiction, and one customer has each', () => {
  const digits = Array.from({ length: PHONES }, (_, i) => phoneOf(i).replace(/\D/g, ''));
  expect(new Set(digits).size).toBe(PHONES);
  expect(digits.filter((number) => !/^1[2-9]\d\d55501\d\d$/.test(number))).toEqual([]);
  for (const i of [0, 1, 2, PHONES - 1]) expect(isPossiblePhoneNumber(phoneOf(i))).toBe(true);
});
