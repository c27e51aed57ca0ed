import { Worker } from 'node:worker_threads';
import { type Failure, PilotError } from '#shared/api/error.ts';
import type { FromSecondThread, Job, ToSecondThread } from './message.ts';

let place: URL | null = null;
let prepared: { readonly kind: Job['kind']; readonly thread: SecondThread } | null = null;

/** Says where the built second thread lies, which only a program's entry knows; without it all is done in the first. */
export function secondThreadAt(url: URL): void {
  place = url;
}

/** It makes few objects, so little room for new ones is enough. */
const YOUNG_MB = 4;

/** A thread beside this one, for work that needs nothing of it but what it is sent. It does one job and is ended. */
export class SecondThread {
  readonly #worker: Worker;
  /** Whether it has started; false where the system refuses it. */
  readonly isReady: Promise<boolean>;
  readonly #came: FromSecondThread[] = [];
  #failed: unknown = null;
  #wake: () => void = () => {};

  /** The one prepared for such a job, or one that begins to start now; null where there is none to be had. */
  static start(kind: Job['kind']): SecondThread | null {
    if (prepared?.kind === kind) {
      const { thread } = prepared;
      prepared = null;
      return thread;
    }
    return place === null ? null : new SecondThread(place, kind);
  }

  /** Begins to start one for a job that will be wanted soon: it takes a while. */
  static prepare(kind: Job['kind']): void {
    if (prepared !== null) return;
    const thread = SecondThread.start(kind);
    if (thread !== null) prepared = { kind, thread };
  }

  /** To be called when no prepared one is wanted any more. */
  static async dismiss(): Promise<void> {
    const unused = prepared;
    prepared = null;
    await unused?.thread.end();
  }

  private constructor(url: URL, kind: Job['kind']) {
    this.#worker = new Worker(url, { workerData: kind, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    this.isReady = new Promise((resolve) => {
      this.#worker.on('message', (message: FromSecondThread) => {
        if (message.kind === 'ready') return resolve(true);
        this.#came.push(message);
        this.#wake();
      });
      this.#worker.on('error', (error) => {
        resolve(false);
        this.#fail(error);
      });
      this.#worker.on('exit', () => {
        resolve(false);
        this.#fail(new Error('The second thread ended before its job was done.'));
      });
    });
  }

  begin(job: Job): void {
    this.#worker.postMessage({ kind: 'begin', job } satisfies ToSecondThread);
  }

  /** Gives memory back that came with a message, to be filled again. */
  giveBack(buffer: SharedArrayBuffer): void {
    this.#worker.postMessage({ kind: 'spare', buffer } satisfies ToSecondThread);
  }

  /** The next message; throws what the job threw. */
  async next(): Promise<FromSecondThread> {
    for (;;) {
      const message = this.#came.shift();
      if (message?.kind === 'failed') throw errorOf(message.failure);
      if (message !== undefined) return message;
      if (this.#failed !== null) throw this.#failed;
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  /** Ends it, whatever it does. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failed ??= error;
    this.#wake();
  }
}

function errorOf({ code, sentence, cause }: Failure): PilotError {
  return new PilotError(code, sentence, cause);
}
