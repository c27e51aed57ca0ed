import type { Place } from './address.ts';
import type { Basket } from './basket.ts';
import type { PersonName } from './made-up-name.ts';
import type { Familiarity, SampleArm } from './story.ts';

/** One customer of the made-up shop. */
export type Person = {
  readonly index: number;
  /** The shop's customer number. */
  readonly number: number;
  readonly name: PersonName;
  readonly email: string;
  readonly otherEmail: string;
  readonly phone: string | null;
  readonly place: Place;
  readonly familiarity: Familiarity;
};

/** An order's number is its place in the shop's numbering. Moments are seconds, UTC. */
export type ShopOrder = { readonly number: number; readonly at: number; readonly basket: Basket };

export type Cart = { readonly number: number; readonly at: number; readonly basket: Basket };

/** What the mail tool logged about a customer. */
export type Send = {
  readonly arm: SampleArm;
  /** When the mail left, or for a held-out customer would have left. */
  readonly at: number;
  readonly openedAt: number | null;
  readonly clickedAt: number | null;
  readonly unsubscribedAt: number | null;
};

export type NpsAnswer = { readonly at: number; readonly score: number; readonly comment: string };

export type Complaint = {
  readonly number: number;
  readonly at: number;
  readonly subject: string;
  readonly answeredBy: 'machine' | 'person';
};

/** A customer of the pilot as the truth sees it: in, in which arm, with which outcomes. */
export type PilotOutcome = {
  readonly arm: SampleArm;
  readonly anchor: number;
  readonly recovered: boolean;
  readonly revenueCents: number;
  readonly unsubscribed: boolean;
};

/** A customer and all that the exports say of it. */
export type Shopper = {
  readonly person: Person;
  readonly orders: readonly ShopOrder[];
  readonly carts: readonly Cart[];
  readonly send: Send | null;
  readonly answer: NpsAnswer | null;
  readonly complaints: readonly Complaint[];
  /** Null for those who are not in the pilot: no cart, a cart bought at once, or a lost line of the mail log. */
  readonly outcome: PilotOutcome | null;
};
