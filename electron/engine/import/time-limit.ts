import { Script } from 'node:vm';

const WORK = Symbol.for('pilotlight.work');
const run = new Script(`globalThis[Symbol.for('pilotlight.work')]()`);

/**
 * Does work that must not take longer than `milliseconds`, even if it never gives control back: a hostile file can send
 * a decoder round a loop for ever, and only the runtime's own watchdog (node:vm) ends that. Throws when time is up.
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  const room = globalThis as { [WORK]?: () => T };
  room[WORK] = work;
  try {
    return run.runInThisContext({ timeout: milliseconds }) as T;
  } finally {
    delete room[WORK];
  }
}
