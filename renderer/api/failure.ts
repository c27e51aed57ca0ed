import { type Failure, PilotError } from '#shared/api/error.ts';

/** What a thrown value is to the user; anything but a PilotError is a bug of the page. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof PilotError) return thrown.toFailure();
  return {
    code: 'bug',
    sentence: 'Something went wrong inside Pilotlight, and nothing was changed. Please report what you just did.',
    cause: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  };
}
