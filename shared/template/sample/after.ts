import type { Chance } from '../../assign/draw.ts';
import { basketCents, drawBasket, REPEAT_PERCENT } from './basket.ts';
import type { Before, Numbering } from './before.ts';
import { ANCHOR_AFTER_CART, DAY, exportsDrawn, HOUR, MINUTE, pilotStart, WINDOW } from './calendar.ts';
import type { Person, PilotOutcome, Send, ShopOrder } from './shopper.ts';
import type { Effect, SampleArm } from './story.ts';

/**
 * What would happen to one customer in either arm. Everything is drawn once, for both arms, so that the same customer
 * can be seen under the arm the mail tool drew and under the arm Pilotlight assigns.
 */
export type Prospects = {
  readonly drawnArm: SampleArm;
  readonly anchor: number;
  readonly sentAt: number;
  /** Recovered in an arm whose rate in a thousand is above this. */
  readonly recoveryRank: number;
  /** Leaves the list in an arm whose rate in ten thousand is above this. */
  readonly unsubscribeRank: number;
  readonly unsubscribeAt: number;
  /** The orders of a recovered customer: one or two within the window. */
  readonly recoveredOrders: readonly ShopOrder[];
  /** Orders well after the window, in either arm. */
  readonly laterOrders: readonly ShopOrder[];
  readonly openDelay: number;
  readonly openRank: number;
  readonly clickDelay: number;
  readonly clickRank: number;
};

/** Draws what lies ahead of a customer. Recovered orders keep an hour's distance from the end of the window. */
export function drawProspects(person: Person, before: Before, effect: Effect, numbering: Numbering, chance: Chance) {
  const cart = before.carts[0];
  const anchor = cart ? cart.at + ANCHOR_AFTER_CART : pilotStart + chance.index(30 * DAY);
  const sentAt = anchor + chance.index(3 * HOUR);
  const recoveryRank = chance.index(1000);
  const { control, treatment } = effect.recoveredPerThousand;
  const mayRecover = recoveryRank < Math.max(control[person.familiarity], treatment[person.familiarity]);
  const recoveredOrders: ShopOrder[] = [];
  if (before.standing === 'pilot' && cart && mayRecover) {
    const lastMoment = anchor + WINDOW - HOUR;
    // The product of two uniforms leans to the first hours, as orders after a cart do.
    const first = anchor + 5 * MINUTE + Math.floor(chance.unit() * chance.unit() * (lastMoment - anchor - 5 * MINUTE));
    recoveredOrders.push({ number: numbering.order(), at: first, basket: cart.basket });
    if (chance.index(100) < REPEAT_PERCENT) {
      const second = first + chance.index(lastMoment - first + 1);
      recoveredOrders.push({ number: numbering.order(), at: second, basket: drawBasket(chance) });
    }
  }
  const laterOrders: ShopOrder[] = [];
  if (chance.index(100) < 14) {
    const from = anchor + WINDOW + 2 * HOUR;
    laterOrders.push({
      number: numbering.order(),
      at: from + chance.index(exportsDrawn - from),
      basket: drawBasket(chance),
    });
  }
  return {
    drawnArm: chance.index(2) === 0 ? 'control' : 'treatment',
    anchor,
    sentAt,
    recoveryRank,
    unsubscribeRank: chance.index(10_000),
    unsubscribeAt: sentAt + 2 * MINUTE + chance.index(10 * DAY),
    recoveredOrders,
    laterOrders,
    openDelay: 4 * MINUTE + Math.floor(chance.unit() * chance.unit() * 2 * DAY),
    openRank: chance.index(100),
    clickDelay: 20 + chance.index(10 * MINUTE),
    clickRank: chance.index(100),
  } satisfies Prospects as Prospects;
}

/** The part of the truth that one arm makes true. */
export function outcomeUnder(arm: SampleArm, person: Person, prospects: Prospects, effect: Effect): PilotOutcome {
  const recovered = prospects.recoveryRank < effect.recoveredPerThousand[arm][person.familiarity];
  const orders = recovered ? prospects.recoveredOrders : [];
  return {
    arm,
    anchor: prospects.anchor,
    recovered,
    revenueCents: orders.reduce((sum, order) => sum + basketCents(order.basket), 0),
    unsubscribed: prospects.unsubscribeRank < effect.unsubscribedPerTenThousand[arm],
  };
}

/** The customer's line in the mail tool's log. Who recovered opened more often; a held-out customer opened nothing. */
export function sendUnder(outcome: PilotOutcome, prospects: Prospects): Send {
  const reached = outcome.arm === 'treatment';
  const opened = reached && prospects.openRank < (outcome.recovered ? 78 : 41);
  const clicked = opened && prospects.clickRank < (outcome.recovered ? 66 : 17);
  const openedAt = prospects.sentAt + prospects.openDelay;
  return {
    arm: outcome.arm,
    at: prospects.sentAt,
    openedAt: opened ? openedAt : null,
    clickedAt: clicked ? openedAt + prospects.clickDelay : null,
    unsubscribedAt: outcome.unsubscribed ? prospects.unsubscribeAt : null,
  };
}
