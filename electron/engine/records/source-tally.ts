import { barsOf, dayText, fencesOf, gapsOf, type SourcePicture } from '#shared/records/source-picture.ts';

/** Amounts of one kind, grown as they come. */
class Amounts {
  #values = new Float64Array(256);
  #count = 0;

  add(amount: number): void {
    if (this.#count === this.#values.length) {
      const longer = new Float64Array(this.#count * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#count++] = amount;
  }

  all(): Float64Array {
    return this.#values.subarray(0, this.#count);
  }
}

type Lacking = SourcePicture['lacking'][number]['what'];

/** Counts what the records of one source hold, one record after the other. */
export class SourceTally {
  readonly #customers = new Set<number>();
  readonly #kinds = new Map<string, number>();
  readonly #traits = new Set<string>();
  readonly #byDay = new Map<number, number>();
  readonly #amounts = new Map<string, Amounts>();
  readonly #lacking = new Map<Lacking, { n: number; of: number }>();

  activity(kind: string, day: number, amount: number | null, customer: number): void {
    this.#count(kind, customer);
    this.#dated(day);
    if (amount === null) this.#lack('amount', 1);
    else {
      this.#lack('amount', 0);
      this.#amountsOf(kind).add(amount);
    }
  }

  feedback(kind: string, day: number | null, hasScore: boolean, hasWords: boolean, customer: number): void {
    this.#count(kind, customer);
    if (day !== null) this.#dated(day);
    this.#lack('date', day === null ? 1 : 0);
    this.#lack('score', hasScore ? 0 : 1);
    this.#lack('words', hasWords ? 0 : 1);
  }

  arm(customer: number): void {
    this.#count('arm', customer);
  }

  trait(key: string, customer: number): void {
    this.#traits.add(key);
    this.#customers.add(customer);
  }

  picture(source: string): Omit<SourcePicture, 'empty' | 'farOut'> {
    const days = [...this.#byDay.keys()];
    return {
      source,
      customers: this.#customers.size,
      records: [...this.#kinds].map(([kind, n]) => ({ kind, n })).sort((a, b) => b.n - a.n),
      traits: this.#traits.size,
      first: days.length === 0 ? null : dayText(days.reduce((a, b) => Math.min(a, b))),
      last: days.length === 0 ? null : dayText(days.reduce((a, b) => Math.max(a, b))),
      days: barsOf(this.#byDay),
      gaps: gapsOf(this.#byDay),
      // What no record of the source has is not lacking: the export does not tell it.
      lacking: [...this.#lacking]
        .filter(([, { n, of }]) => n > 0 && n < of)
        .map(([what, counts]) => ({ what, ...counts })),
    };
  }

  /** Bounds for amounts that are far from the others, by kind of activity. */
  fences(): { readonly kind: string; readonly of: number; readonly below: number; readonly above: number }[] {
    return [...this.#amounts].flatMap(([kind, amounts]) => {
      const values = amounts.all();
      const fences = fencesOf(values);
      const any = fences !== null && values.some((value) => value < fences.below || value > fences.above);
      return any ? [{ kind, of: values.length, ...fences }] : [];
    });
  }

  #amountsOf(kind: string): Amounts {
    const known = this.#amounts.get(kind);
    if (known !== undefined) return known;
    const made = new Amounts();
    this.#amounts.set(kind, made);
    return made;
  }

  #count(kind: string, customer: number): void {
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    this.#customers.add(customer);
  }

  #dated(day: number): void {
    this.#byDay.set(day, (this.#byDay.get(day) ?? 0) + 1);
  }

  #lack(what: Lacking, lacks: 0 | 1): void {
    const counts = this.#lacking.get(what) ?? { n: 0, of: 0 };
    counts.of++;
    counts.n += lacks;
    this.#lacking.set(what, counts);
  }
}
