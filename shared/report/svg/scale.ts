/** Maps values of [from, to] onto pixels of [start, end]; what lies outside is drawn at the edge. */
export function pixels(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => start + ((Math.max(from, Math.min(to, value)) - from) / span) * (end - start);
}

/** A label cut to what fits into `width` pixels of 12-pixel type. */
export function fitting(text: string, width: number): string {
  const most = Math.max(2, Math.floor(width / 6.4));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
