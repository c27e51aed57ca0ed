import { drawProspects, outcomeUnder, type Prospects, sendUnder } from './after.ts';
import { type Before, drawBefore, type Numbering } from './before.ts';
import { DAY, pilotStart } from './calendar.ts';
import { drawPerson } from './person.ts';
import { sampleChance } from './sample-chance.ts';
import type { Person, PilotOutcome, ShopOrder, Shopper } from './shopper.ts';
import { type Effect, effects, type SampleArm, type Story } from './story.ts';
import { drawVoice } from './voice.ts';

export type ShopOptions = { readonly customers: number; readonly seed: number; readonly story: Story };

/** The arm a customer was put into by lists from elsewhere; null: in none of them. */
export type ListedArm = (person: Person, before: Before) => SampleArm | null;

/** How far an order moves that took place under the mail tool's arm and not under the listed one: past any window. */
const MOVED = 14 * DAY;

/**
 * The customers of the made-up shop, one by one, after the pilot the mail tool ran.
 * The same options give the same shoppers on every machine.
 */
export function* shoppers(options: ShopOptions): Generator<Shopper> {
  const effect = effects[options.story];
  for (const { person, before, prospects, voice } of lives(options, effect)) {
    const arm = before.standing === 'pilot' && !wasLost(prospects, effect) ? prospects.drawnArm : null;
    const outcome = arm && outcomeUnder(arm, person, prospects, effect);
    const lived = outcome ?? outcomeUnder(prospects.drawnArm, person, prospects, effect);
    const recovered = lived.recovered ? prospects.recoveredOrders : [];
    yield {
      person,
      orders: ordersOf(before, prospects, recovered),
      carts: before.carts,
      send: outcome && sendUnder(outcome, prospects),
      ...voice,
      outcome,
    };
  }
}

/**
 * The same customers, living under the arms of lists that were drawn elsewhere. Orders keep their numbers. Somebody may
 * have imported the orders of the finished pilot before: an order that does not come about under the listed arm is
 * therefore not left out but placed after the window, so that a fresh import of the same number replaces it.
 */
export function* followedShoppers(options: ShopOptions, listedArm: ListedArm): Generator<Shopper> {
  const effect = effects[options.story];
  for (const { person, before, prospects, voice } of lives(options, effect)) {
    const arm = listedArm(person, before);
    const finished = outcomeUnder(prospects.drawnArm, person, prospects, effect);
    const followed = arm && outcomeUnder(arm, person, prospects, effect);
    const lived = followed ?? finished;
    const recovered = lived.recovered
      ? prospects.recoveredOrders
      : finished.recovered
        ? prospects.recoveredOrders.map((order) => ({ ...order, at: order.at + MOVED }))
        : [];
    yield {
      person,
      orders: ordersOf(before, prospects, recovered),
      carts: before.carts,
      send: followed && sendUnder(followed, prospects),
      ...voice,
      outcome: before.standing === 'pilot' ? followed : null,
    };
  }
}

/** The pilot's customers and their outcomes alone, for checks over many seeds. */
export function* pilotOutcomes(options: ShopOptions): Generator<PilotOutcome> {
  for (const { outcome } of shoppers(options)) if (outcome) yield outcome;
}

function* lives({ customers, seed }: ShopOptions, effect: Effect) {
  const people = sampleChance(seed, 'people');
  const past = sampleChance(seed, 'before');
  const future = sampleChance(seed, 'after');
  const talk = sampleChance(seed, 'voice');
  const numbering = newNumbering();
  for (let index = 0; index < customers; index++) {
    const person = drawPerson(index, people);
    const before = drawBefore(person, numbering, past);
    const prospects = drawProspects(person, before, effect, numbering, future);
    yield { person, before, prospects, voice: drawVoice(prospects.anchor, before, numbering, talk) };
  }
}

function newNumbering(): Numbering {
  let orders = 1000;
  let carts = 0;
  let tickets = 500;
  return { order: () => ++orders, cart: () => ++carts, ticket: () => ++tickets };
}

function wasLost(prospects: Prospects, effect: Effect): boolean {
  if (effect.lostDays === null || prospects.drawnArm === 'control') return false;
  const day = Math.floor((prospects.sentAt - pilotStart) / DAY);
  return day >= effect.lostDays.from && day <= effect.lostDays.to;
}

function ordersOf(before: Before, prospects: Prospects, recovered: readonly ShopOrder[]): readonly ShopOrder[] {
  const atOnce = before.atOnce ? [before.atOnce] : [];
  return [...before.history, ...atOnce, ...recovered, ...prospects.laterOrders];
}
