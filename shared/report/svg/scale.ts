/** Pixels of a letter of 12-pixel type, on average. */
const LETTER = 6.4;

/** Maps values of [from, to] onto pixels of [start, end]; what lies outside is drawn at the edge. */
export function pixels(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => start + ((Math.max(from, Math.min(to, value)) - from) / span) * (end - start);
}

/** Every how many labels can be written beside each other whole: cut ones would say nothing of when. */
export function labelStep(labels: readonly string[], slot: number): number {
  const widest = Math.max(...labels.map((label) => label.length)) * LETTER + 6;
  return Math.max(1, Math.ceil(widest / slot));
}

/** A label cut to what fits into `width` pixels of 12-pixel type. */
export function fitting(text: string, width: number): string {
  const most = Math.max(2, Math.floor(width / LETTER));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
