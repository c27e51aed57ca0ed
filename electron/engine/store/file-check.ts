import type { IntegrityCheck } from './integrity.ts';

/** `checking`: reads are fine, writes wait. `damaged`: reads as far as they go, no writes ever. */
export type Integrity = 'checking' | 'ok' | 'damaged';

/** What is known of an open file's integrity. */
export class FileCheck {
  /** Resolves once it is known, with `checking` only when the file was closed before that. */
  readonly whenChecked: Promise<Integrity>;
  readonly #stop: () => void;
  #stopped = false;
  #state: Integrity = 'checking';
  #problem: string | null = null;

  constructor(check: IntegrityCheck) {
    this.#stop = check.stop;
    this.whenChecked = check.problem.then(
      (problem) => this.#settle(problem),
      (error) => (this.#stopped ? this.#state : this.#settle(String(error))),
    );
  }

  get state(): Integrity {
    return this.#state;
  }

  /** What SQLite found, in its words. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Gives the check up, for closing. */
  stop(): void {
    this.#stopped = true;
    this.#stop();
  }

  #settle(problem: string | null): Integrity {
    this.#problem = problem;
    this.#state = problem === null ? 'ok' : 'damaged';
    return this.#state;
  }
}

/** A check whose answer was known beforehand. */
export function knownCheck(problem: string | null): FileCheck {
  return new FileCheck({ problem: Promise.resolve(problem), stop: () => {} });
}
