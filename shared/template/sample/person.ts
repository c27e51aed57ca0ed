import type { Chance } from '../../assign/draw.ts';
import { emailOf, otherEmailOf, PHONES, phoneOf, placeOf } from './address.ts';
import { personName } from './made-up-name.ts';
import type { Person } from './shopper.ts';
import { type Familiarity, familiarity, familiarityPercent } from './story.ts';

const FIRST_NUMBER = 40_000_001;

/** The customer with this index, from 0. Names, addresses and numbers depend on the index alone. */
export function drawPerson(index: number, chance: Chance): Person {
  const name = personName(index);
  const givesPhone = chance.index(100) < 45;
  return {
    index,
    number: FIRST_NUMBER + index,
    name,
    email: emailOf(name, index),
    otherEmail: otherEmailOf(name, index),
    phone: givesPhone && index < PHONES ? phoneOf(index) : null,
    place: placeOf(index),
    familiarity: drawFamiliarity(chance),
  };
}

/** Whether a customer number belongs to a shop of so many customers. */
export function isShopNumber(number: string, customers: number): boolean {
  const index = Number(number) - FIRST_NUMBER;
  return Number.isInteger(index) && index >= 0 && index < customers;
}

function drawFamiliarity(chance: Chance): Familiarity {
  let left = chance.index(100);
  for (const kind of familiarity) {
    left -= familiarityPercent[kind];
    if (left < 0) return kind;
  }
  return 'loyal';
}
