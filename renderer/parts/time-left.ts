/** Before this much has passed the pace tells nothing, and what is over sooner needs no estimate. */
const TELLS_NOTHING_MS = 2000;
const SHORT_S = 3;

/** The rest of a job in words, from what took how long; null while it cannot be told or is nearly over. */
export function timeLeft(passedMs: number, done: number, toDo: number): string | null {
  if (passedMs < TELLS_NOTHING_MS || done <= 0 || toDo <= 0) return null;
  const seconds = ((passedMs / done) * toDo) / 1000;
  if (seconds < SHORT_S) return null;
  if (seconds < 60) return `about ${roundUp(seconds, seconds < 15 ? 1 : 5)} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
