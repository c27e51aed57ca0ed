import { randomUUID } from 'node:crypto';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { FromEngine, ToEngine } from '#engine/process/message.ts';
import type { Outcome, Progress } from '#shared/api/bridge.ts';
import { type CallName, contract } from '#shared/api/contract.ts';
import type { Failure } from '#shared/api/error.ts';
import type { EngineEvent } from '#shared/api/event.ts';

/** What the engine's process needs from main. */
export type EngineHost = {
  readonly file: string;
  readonly onProgress: (progress: Progress) => void;
  readonly onEvent: (event: EngineEvent) => void;
  readonly onLost: () => void;
  readonly print: (html: string, outPath: string) => Promise<Failure | null>;
};

/** A call under way that nobody asked for yet. */
type Begun = { readonly name: CallName; readonly input: string; readonly answer: Promise<Outcome<unknown>> };

type Waiting = { readonly name: CallName; readonly settle: (outcome: Outcome<unknown>) => void };

const lost: Failure = {
  code: 'engine-lost',
  sentence:
    'The part of Pilotlight that works on the file ended unexpectedly. What was confirmed is saved; open the pilot again.',
  cause: null,
};

const END_LIMIT_MS = 20_000;

/** Main's side of the engine: starts its process, and starts it anew with the first call after it was lost. */
export class EngineProcess {
  readonly #host: EngineHost;
  readonly #waiting = new Map<string, Waiting>();
  #process: UtilityProcess | null = null;
  #begun: Begun | null = null;
  #ending = false;

  constructor(host: EngineHost) {
    this.#host = host;
  }

  /** Starts the process before anything is asked of it, so that the first call need not wait for that. */
  start(): void {
    this.#process ??= this.#fork();
  }

  /** Begins a call that the page is sure to make once it listens; that call then takes the answer to this one. */
  begin(name: CallName, input: unknown): void {
    this.#begun ??= { name, input: JSON.stringify(input), answer: this.#ask(name, input) };
  }

  /** @returns what the engine answers; never rejects */
  call(name: CallName, input: unknown): Promise<Outcome<unknown>> {
    const begun = this.#begun;
    if (begun?.name !== name || begun.input !== JSON.stringify(input)) return this.#ask(name, input);
    this.#begun = null;
    return begun.answer;
  }

  #ask(name: CallName, input: unknown): Promise<Outcome<unknown>> {
    const id = randomUUID();
    const answer = new Promise<Outcome<unknown>>((settle) => {
      this.#waiting.set(id, { name, settle });
    });
    if (contract[name].kind === 'job') {
      this.#host.onProgress({ id, name, done: 0, total: null, sentence: '' });
    }
    this.#send({ kind: 'call', id, name, input });
    return answer;
  }

  cancel(id: string): void {
    if (this.#waiting.has(id)) this.#send({ kind: 'cancel', id });
  }

  /** @returns whether something is under way that ending now would lose */
  isBusy(): boolean {
    return [...this.#waiting.values()].some(({ name }) => contract[name].kind !== 'read');
  }

  /** Lets the engine close its pilot and end; a process that does not end in time is killed. */
  end(): Promise<void> {
    const process = this.#process;
    if (process === null) return Promise.resolve();
    this.#ending = true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => process.kill(), END_LIMIT_MS);
      process.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      process.postMessage({ kind: 'end' } satisfies ToEngine);
    });
  }

  #send(message: ToEngine): void {
    this.#process ??= this.#fork();
    this.#process.postMessage(message);
  }

  #fork(): UtilityProcess {
    const process = utilityProcess.fork(this.#host.file, [], { serviceName: 'Pilotlight engine', stdio: 'inherit' });
    process.on('message', (message: FromEngine) => this.#receive(message));
    process.once('exit', () => {
      this.#process = null;
      for (const { settle } of this.#waiting.values()) settle({ ok: false, failure: lost });
      this.#waiting.clear();
      if (!this.#ending) this.#host.onLost();
    });
    return process;
  }

  #receive(message: FromEngine): void {
    switch (message.kind) {
      case 'answer': {
        const waiting = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        waiting?.settle(message.ok ? { ok: true, value: message.value } : { ok: false, failure: message.failure });
        return;
      }
      case 'progress': {
        const name = this.#waiting.get(message.id)?.name;
        const { id, done, total, sentence } = message;
        if (name !== undefined) this.#host.onProgress({ id, name, done, total, sentence });
        return;
      }
      case 'event':
        this.#host.onEvent(message.event);
        return;
      case 'print':
        this.#host.print(message.html, message.outPath).then((failure) => {
          this.#send({ kind: 'printed', id: message.id, failure });
        });
        return;
    }
  }
}
