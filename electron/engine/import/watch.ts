/** How an import tells of itself and is stopped; as the calls of the contract hand it in. */
export type Watch = {
  readonly progress: (done: number, total: number | null, sentence: string) => void;
  readonly signal: AbortSignal;
};

/** Nobody watches, nobody stops it. */
export const unwatched: Watch = { progress: () => {}, signal: new AbortController().signal };
