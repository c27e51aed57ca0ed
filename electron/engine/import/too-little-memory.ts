import { PilotError } from '#shared/api/error.ts';

/** What the system says when memory is asked for that is not to be had, in this thread or in the second. */
function isTooLittleMemory(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return true;
  return error instanceof RangeError && /allocation failed/i.test(error.message);
}

/** The same error, as a sentence where it is that there was too little memory for this file. */
export function explained(error: unknown, file: string): unknown {
  if (!isTooLittleMemory(error)) return error;
  return new PilotError(
    'out-of-memory',
    `There is too little memory to import ${file} at once; nothing was imported. Close other programs or split the file, then import it again.`,
    error.message,
  );
}
