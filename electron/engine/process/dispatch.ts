import { z } from 'zod';
import { type CallName, contract } from '#shared/api/contract.ts';
import { cancelled, type Failure, PilotError } from '#shared/api/error.ts';
import type { CallContext, Handlers } from './context.ts';
import { toFailure } from './failure.ts';
import type { FromEngine, ToEngine } from './message.ts';
import { paced } from './paced.ts';
import { createQueue } from './queue.ts';

type Send = (message: FromEngine) => void;
type AnyHandler = (input: unknown, context: CallContext) => Promise<unknown>;

/**
 * Answers main's messages with the handlers of the engine. Reads are answered at once, also while a job runs;
 * changes and jobs one after the other. Input and output of every call are checked against the contract.
 *
 * @param handlers the answers by name; a call without one is refused
 * @param send how a message reaches main
 * @returns what to do with each message, and a promise kept once main asked to end and the pilot is closed
 */
export function createDispatcher(handlers: Partial<Handlers>, send: Send) {
  const running = new Map<string, AbortController>();
  const printing = new Map<string, (failure: Failure | null) => void>();
  const inTurn = createQueue();
  let prints = 0;

  function printPdf(html: string, outPath: string): Promise<void> {
    prints += 1;
    const id = String(prints);
    return new Promise((resolve, reject) => {
      printing.set(id, (failure) => {
        if (failure === null) resolve();
        else reject(new PilotError(failure.code, failure.sentence, failure.cause));
      });
      send({ kind: 'print', id, html, outPath });
    });
  }

  async function answer(id: string, name: string, input: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const call = knownCall(name);
      const checked = checkedInput(name, call.input, input);
      const handler = handlers[name as keyof Handlers] as AnyHandler | undefined;
      if (handler === undefined) throw new PilotError('no-such-call', `The engine does not know the call ${name}.`);
      const context: CallContext = {
        progress: paced((done, total, sentence) => send({ kind: 'progress', id, done, total, sentence })),
        signal: controller.signal,
        announce: (event) => send({ kind: 'event', event }),
        printPdf,
      };
      const work = async () => {
        controller.signal.throwIfAborted();
        return call.output.parse(await handler(checked, context));
      };
      const value = await (call.kind === 'read' ? work() : inTurn(work));
      send({ kind: 'answer', id, ok: true, value });
    } catch (thrown) {
      send({ kind: 'answer', id, ok: false, failure: toFailure(thrown) });
    } finally {
      running.delete(id);
    }
  }

  async function end(): Promise<void> {
    for (const controller of running.values()) controller.abort(cancelled());
    await inTurn(async () => undefined);
    if (handlers['pilot.close'] !== undefined) await answer('end', 'pilot.close', {});
  }

  return {
    /** @returns true once this was the last message: the pilot is closed and the process may end */
    async receive(message: ToEngine): Promise<boolean> {
      switch (message.kind) {
        case 'call':
          await answer(message.id, message.name, message.input);
          return false;
        case 'cancel':
          running.get(message.id)?.abort(cancelled());
          return false;
        case 'printed':
          printing.get(message.id)?.(message.failure);
          printing.delete(message.id);
          return false;
        case 'end':
          await end();
          return true;
      }
    },
  };
}

function knownCall(name: string) {
  if (!Object.hasOwn(contract, name) || name.startsWith('app.')) {
    throw new PilotError('no-such-call', `The engine does not know the call ${name}.`);
  }
  return contract[name as CallName];
}

function checkedInput(name: string, schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new PilotError(
    'wrong-input',
    `The call ${name} was given something it cannot take.`,
    z.prettifyError(parsed.error),
  );
}
