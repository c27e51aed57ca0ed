/** The value that occurs most often, by a majority vote (Boyer & Moore 1981): any value where none has the majority. */
export function commonest(values: ArrayLike<number>): number {
  let candidate = values[0] ?? 0;
  let votes = 0;
  for (let i = 0; i < values.length; i++) {
    if (votes === 0) candidate = values[i]!;
    votes += values[i] === candidate ? 1 : -1;
  }
  return candidate;
}
