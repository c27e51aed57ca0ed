import type { Coded } from './coded.ts';
import type { DatedEvent } from './dated-event.ts';

/** Columns of one kind of event, a row an event, in no particular order. Times are milliseconds UTC. */
export type EventColumns = {
  readonly customer: Int32Array;
  readonly at: Float64Array;
  /** 1 where the export gave a date without a time: `at` is then the start of that day in the source's zone. */
  readonly day: Uint8Array;
  /** The field asked for; NaN where the row has none. */
  readonly value: Float64Array;
};

export type TraitColumns = { readonly customer: Int32Array } & Coded<number | string | null>;

/** To which group each customer belongs. */
export type GroupColumns = { readonly customer: Int32Array } & Coded<string>;

/** Levels are the arms' names. */
export type ArmColumns = GroupColumns & {
  /** NaN where the row that named the arm has no date. */
  readonly at: Float64Array;
  readonly day: Uint8Array;
};

/** The same records with keys joined the other way. */
export type OtherwiseJoined = {
  readonly mode: 'strict' | 'loose';
  /** Customers who would be joined with somebody, or be several. */
  readonly differ: number;
  readonly records: () => RecordsReader;
};

/** What the lift needs of the records. The engine reads them from the pilot file; a test may make them up. */
export type RecordsReader = {
  /** All customers, ascending. */
  customers(): Int32Array;
  /** Every activity of a kind; `field` is `amount`, the name of a property, or null where no value is wanted. */
  activities(kind: string, field: string | null): EventColumns;
  /** The trait's current value of every customer that has one. */
  trait(key: string): TraitColumns;
  /** Every answer to a question; rows without a date have `at` NaN. */
  scores(question: string): EventColumns;
  /** Every row that named an arm, as the sender called it. */
  armsNamed(): ArmColumns;
  /** Who was assigned here: `at` is the moment of the assignment. */
  assignments(): ArmColumns;
  /** The stratum in which each customer was assigned here. */
  strata(): GroupColumns;
  /** The export that named each customer's arm, files of a single arm taken as one; nobody where arms are assigned here. */
  armSources(): GroupColumns;
  /** The currencies that the amounts of a kind of activity are in. */
  currencies(kind: string): readonly string[];
  /** What happened while the pilot ran, as people noted it, oldest first. */
  datedEvents(): readonly DatedEvent[];
  /** The records with keys joined strictly instead of loosely, or the reverse; null where that is the same. */
  otherwiseJoined(): OtherwiseJoined | null;
};
