import { cancelled, type Failure, PilotError } from '#shared/api/error.ts';

/**
 * What a thrown value becomes at the border. An expected error keeps its sentence, an abort is a cancellation, and
 * whatever else was thrown is a bug: people read a plain sentence, the cause says what to report.
 */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof PilotError) return thrown.toFailure();
  if (thrown instanceof Error && thrown.name === 'AbortError') return cancelled().toFailure();
  return {
    code: 'bug',
    sentence: 'Something went wrong inside Pilotlight, and nothing was changed. Please report what you just did.',
    cause: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  };
}
