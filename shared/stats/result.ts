/** An estimate that exists only where its data allow it: the reason is a sentence a user can read. */
export interface NotComputed {
  readonly kind: 'error';
  readonly reason: string;
}

export type Computed<Value> = { readonly kind: 'computed' } & Value;

/** What every estimator returns. Check `kind` before reading anything else. */
export type Outcome<Value> = Computed<Value> | NotComputed;

/**
 * An interval. An end is `null` when it is open (one-sided) or does not exist;
 * the latter is said by `unbounded`.
 */
export interface Interval {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unbounded: boolean;
}

/** What nearly every estimator finds. A quantity that does not exist for a method or for these data is `null`. */
export interface Finding extends Interval {
  readonly estimate: number | null;
  readonly level: number;
  readonly p: number | null;
  readonly statistic: number | null;
  readonly standardError: number | null;
  readonly df: number | null;
  /** Readable name of the method, for the report. */
  readonly method: string;
}

export function notComputed(reason: string): NotComputed {
  return { kind: 'error', reason };
}

export function computed<Value>(value: Value): Computed<Value> {
  return { kind: 'computed', ...value };
}

/** Closes a switch over a union: a case that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
