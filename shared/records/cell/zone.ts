import { DateTime, IANAZone } from 'luxon';

/** Clocks are set at full hours, by an hour; on Lord Howe Island by half of one. */
const HALF_HOUR = 1_800_000;
const DAY = 48 * HALF_HOUR;

/** Hours that a clock shows twice when it is set back, or not at all when it is set forward. */
type OddHour = 'twice' | 'skipped';

/** True for an IANA name (`Europe/Berlin`), `UTC` included. */
export function isTimeZone(zone: string): boolean {
  return zone === 'UTC' || IANAZone.isValidZone(zone);
}

/** Turns clock time of one zone into UTC, remembering offsets by the half hour: a file repeats few of them many times. */
export class ZoneClock {
  readonly #zone: string;
  readonly #offsets = new Map<number, number>();
  readonly #oddHours = new Map<number, OddHour>();
  /** How many of the times read stood in such an hour; midnights are days for the most part and do not count. */
  readonly odd: Record<OddHour, number> = { twice: 0, skipped: 0 };

  /** `zone` is an IANA name or `UTC`. */
  constructor(zone: string) {
    this.#zone = zone;
  }

  /**
   * `local` is the clock's reading as if it were UTC, in milliseconds. In an hour that came twice it is the first, one
   * that was skipped is read as the next.
   */
  toUtc(local: number): number {
    if (this.#zone === 'UTC') return local;
    const half = Math.floor(local / HALF_HOUR);
    const offset = this.#offsets.get(half) ?? this.#lookUp(half);
    if (this.#oddHours.size > 0 && local % DAY !== 0) {
      const odd = this.#oddHours.get(half);
      if (odd !== undefined) this.odd[odd]++;
    }
    return local - offset;
  }

  #lookUp(half: number): number {
    const start = half * HALF_HOUR;
    const clock = new Date(start);
    const shown = {
      year: clock.getUTCFullYear(),
      month: clock.getUTCMonth() + 1,
      day: clock.getUTCDate(),
      hour: clock.getUTCHours(),
      minute: clock.getUTCMinutes(),
    };
    const moment = DateTime.fromObject(shown, { zone: this.#zone });
    const possible = moment.getPossibleOffsets();
    if (possible.length > 1) this.#oddHours.set(half, 'twice');
    else if (moment.hour !== shown.hour || moment.minute !== shown.minute) this.#oddHours.set(half, 'skipped');
    const offset = start - Math.min(...possible.map((each) => each.toMillis()));
    this.#offsets.set(half, offset);
    return offset;
  }
}
