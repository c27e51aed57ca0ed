/** No eye follows more, and each one costs the window a message and a look. */
const APART = 100;

type Tell = (done: number, total: number | null, sentence: string) => void;

/** Passes progress on ten times a second at most; a new sentence and the end of one at once. */
export function paced(tell: Tell): Tell {
  let last = Number.NEGATIVE_INFINITY;
  let lastSentence = '';
  return (done, total, sentence) => {
    const now = performance.now();
    if (sentence === lastSentence && done !== total && now - last < APART) return;
    last = now;
    lastSentence = sentence;
    tell(done, total, sentence);
  };
}
