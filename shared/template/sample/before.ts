import type { Chance } from '../../assign/draw.ts';
import { drawBasket } from './basket.ts';
import { DAY, HOUR, historyStart, MINUTE, pilotEnd, pilotStart } from './calendar.ts';
import type { Cart, Person, ShopOrder } from './shopper.ts';
import type { Familiarity } from './story.ts';

/** Gives out the shop's running numbers, one series for orders, one for carts, one for tickets. */
export type Numbering = { order(): number; cart(): number; ticket(): number };

/** Why a customer is in the pilot's population or is not. */
export type Standing = 'pilot' | 'bought-at-once' | 'no-cart';

/** What a customer did before any reminder could matter. */
export type Before = {
  readonly standing: Standing;
  readonly history: readonly ShopOrder[];
  /** First the one the pilot is about, then perhaps a second. */
  readonly carts: readonly Cart[];
  /** The order that followed a cart within the hour. */
  readonly atOnce: ShopOrder | null;
};

const historyOrders: Readonly<Record<Familiarity, readonly [least: number, most: number]>> = {
  new: [0, 0],
  returning: [1, 2],
  loyal: [3, 6],
};

/** Draws the history before the pilot and the carts in it. */
export function drawBefore(person: Person, numbering: Numbering, chance: Chance): Before {
  const standing = drawStanding(chance);
  const [least, most] = historyOrders[person.familiarity];
  const atLeast = standing === 'no-cart' ? Math.max(1, least) : least;
  const orders = atLeast + chance.index(Math.max(most, atLeast) - atLeast + 1);
  const history = Array.from({ length: orders }, () => ({
    number: numbering.order(),
    at: historyStart + chance.index(pilotStart - DAY - historyStart),
    basket: drawBasket(chance),
  })).sort((a, b) => a.at - b.at);
  const carts = standing === 'no-cart' ? [] : drawCarts(standing, numbering, chance);
  const first = carts[0];
  const atOnce =
    standing === 'bought-at-once' && first
      ? { number: numbering.order(), at: first.at + 5 * MINUTE + chance.index(50 * MINUTE), basket: first.basket }
      : null;
  return { standing, history, carts, atOnce };
}

function drawStanding(chance: Chance): Standing {
  const u = chance.index(100);
  return u < 94 ? 'pilot' : u < 97 ? 'bought-at-once' : 'no-cart';
}

/** A second cart only where it changes nothing: after the first one, and never for who bought at once. */
function drawCarts(standing: Standing, numbering: Numbering, chance: Chance): Cart[] {
  const at = pilotStart + chance.index(pilotEnd - pilotStart);
  const first = { number: numbering.cart(), at, basket: drawBasket(chance) };
  const again = at + 2 * HOUR + chance.index(12 * DAY);
  if (standing !== 'pilot' || chance.index(100) >= 12 || again >= pilotEnd) return [first];
  return [first, { number: numbering.cart(), at: again, basket: drawBasket(chance) }];
}
