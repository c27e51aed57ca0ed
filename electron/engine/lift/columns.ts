import type { EventColumns } from '#shared/lift/records-reader.ts';

/** Grows as rows come in, then is cut to length: results are read once, and their number is not known before. */
export class Columns {
  customer = new Int32Array(1024);
  at = new Float64Array(1024);
  day = new Uint8Array(1024);
  value = new Float64Array(1024);
  length = 0;

  push(customer: number, at: number, day: number, value: number): void {
    if (this.length === this.customer.length) this.#grow();
    const i = this.length++;
    this.customer[i] = customer;
    this.at[i] = at;
    this.day[i] = day === 1 ? 1 : 0;
    this.value[i] = value;
  }

  /** The customer pushed last, or null. */
  get last(): number | null {
    return this.length === 0 ? null : this.customer[this.length - 1]!;
  }

  /** Gives the row pushed last another value. */
  mendLast(value: number): void {
    this.value[this.length - 1] = value;
  }

  /** Copies, since what is kept should not keep the room for more along. */
  cut(): EventColumns {
    const n = this.length;
    return {
      customer: this.customer.slice(0, n),
      at: this.at.slice(0, n),
      day: this.day.slice(0, n),
      value: this.value.slice(0, n),
    };
  }

  #grow(): void {
    const size = this.customer.length * 2;
    const [customer, at, day, value] = [this.customer, this.at, this.day, this.value];
    this.customer = new Int32Array(size);
    this.customer.set(customer);
    this.at = new Float64Array(size);
    this.at.set(at);
    this.day = new Uint8Array(size);
    this.day.set(day);
    this.value = new Float64Array(size);
    this.value.set(value);
  }
}
