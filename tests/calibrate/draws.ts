import { type Draws, drawsFrom } from '#shared/stats/chance.ts';

export { type Draws, drawsFrom };

/** A standard normal draw (Box & Muller 1958). */
export function normal(draws: Draws): number {
  return Math.sqrt(-2 * Math.log(1 - draws.unit())) * Math.cos(2 * Math.PI * draws.unit());
}

export const BUYERS = 0.05;
const [LOG_MEAN, LOG_SD] = [3.5, 1];

/** Revenue of one customer: 95 % nothing, else a log-normal amount. */
export function revenue(draws: Draws): number {
  return draws.unit() < BUYERS ? Math.exp(LOG_MEAN + LOG_SD * normal(draws)) : 0;
}
