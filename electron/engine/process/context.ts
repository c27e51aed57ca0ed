import type { z } from 'zod';
import type { CallName, Contract } from '#shared/api/contract.ts';
import type { EngineEvent } from '#shared/api/event.ts';

/** What a call handler may use besides its input. */
export type CallContext = {
  /** Tells how far a job has come; `total` is null while nobody can know it. */
  readonly progress: (done: number, total: number | null, sentence: string) => void;
  /** Aborted when the user cancels: undo the work and throw `signal.reason`. */
  readonly signal: AbortSignal;
  /** Tells main what changed, so that the list of recent pilots and the shell can show it. */
  readonly announce: (event: EngineEvent) => void;
  /** Writes a self-contained HTML page as an A4 PDF. */
  readonly printPdf: (html: string, outPath: string) => Promise<void>;
};

/** The calls the engine answers: all but those of the app itself. */
export type EngineCallName = Exclude<CallName, `app.${string}`>;

/**
 * One answer to a call. The input has been checked against the contract, and grants in it are paths by now; the
 * output is checked before it leaves.
 */
export type Handler<Name extends EngineCallName> = (
  input: z.output<Contract[Name]['input']>,
  context: CallContext,
) => Promise<z.input<Contract[Name]['output']>>;

export type Handlers = { readonly [Name in EngineCallName]: Handler<Name> };
