import type { Bridge } from '#shared/api/bridge.ts';
import type { CallName, Input, Output } from '#shared/api/contract.ts';
import { PilotError } from '#shared/api/error.ts';

declare global {
  interface Window {
    readonly pilotlight: Bridge;
  }
}

/**
 * Asks main or the engine.
 *
 * @throws PilotError with code, sentence and cause when the call comes back with a failure
 */
export async function call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const outcome = await window.pilotlight.call(name, input);
  if (outcome.ok) return outcome.value;
  throw new PilotError(outcome.failure.code, outcome.failure.sentence, outcome.failure.cause);
}
