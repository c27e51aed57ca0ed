import { DateTime, IANAZone } from 'luxon';

const HOUR = 3_600_000;

/** True for an IANA name (`Europe/Berlin`), `UTC` included. */
export function isTimeZone(zone: string): boolean {
  return zone === 'UTC' || IANAZone.isValidZone(zone);
}

/** Turns clock time of one zone into UTC, remembering each hour's offset, since a file repeats few hours many times. */
export class ZoneClock {
  readonly #zone: string;
  readonly #offsets = new Map<number, number>();

  /** `zone` is an IANA name or `UTC`. */
  constructor(zone: string) {
    this.#zone = zone;
  }

  /** `local` is the clock's reading as if it were UTC, in milliseconds; an hour skipped in spring is read as the next. */
  toUtc(local: number): number {
    if (this.#zone === 'UTC') return local;
    const hour = Math.floor(local / HOUR);
    let offset = this.#offsets.get(hour);
    if (offset === undefined) {
      const start = hour * HOUR;
      const clock = new Date(start);
      offset =
        start -
        DateTime.fromObject(
          {
            year: clock.getUTCFullYear(),
            month: clock.getUTCMonth() + 1,
            day: clock.getUTCDate(),
            hour: clock.getUTCHours(),
          },
          { zone: this.#zone },
        ).toMillis();
      this.#offsets.set(hour, offset);
    }
    return local - offset;
  }
}
