/** An expected error as it crosses a process border: a code for programs, a sentence for people, the cause beneath. */
export type Failure = {
  readonly code: string;
  readonly sentence: string;
  readonly cause: string | null;
};

/** Something that can go wrong in use and is told to the user; a thrown value of any other class is a bug. */
export class PilotError extends Error implements Failure {
  override readonly name = 'PilotError';
  readonly code: string;
  readonly sentence: string;
  override readonly cause: string | null;

  constructor(code: string, sentence: string, cause: string | null = null) {
    super(sentence);
    this.code = code;
    this.sentence = sentence;
    this.cause = cause;
  }

  /** The plain value that is sent across a border. */
  toFailure(): Failure {
    return { code: this.code, sentence: this.sentence, cause: this.cause };
  }
}

/** What long work throws when the user stopped it; its work must be undone without trace. */
export function cancelled(): PilotError {
  return new PilotError('cancelled', 'Stopped as you asked; nothing was changed.');
}
