import type { Cells } from './cells.ts';

/** Where the records of an import go: into the pilot at its end, or nowhere when an import is only tried out. */
export interface RecordSink {
  activity(
    identity: number,
    kind: string,
    at: number,
    dayOnly: boolean,
    amount: number | null,
    row: Cells,
    /** The column of `row` that the reference stands in; −1 where none does. */
    reference: number,
    properties: string | null,
    line: number,
  ): void;
  trait(identity: number, key: string, value: number | string, line: number): void;
  arm(identity: number, arm: string, at: number | null, dayOnly: boolean, line: number): void;
  feedback(answer: Answer, identity: number, line: number): void;
  quarantine(line: number, reason: string, raw: string): void;
}

/** One answer of a customer. */
export type Answer = {
  readonly kind: string;
  readonly at: number | null;
  readonly dayOnly: boolean;
  readonly channel: string | null;
  readonly question: string | null;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verbatim: string | null;
  readonly properties: string | null;
};

/** Takes records in and forgets them. */
export const nowhere: RecordSink = {
  activity() {},
  trait() {},
  arm() {},
  feedback() {},
  quarantine() {},
};
