/** One place where a report does not say what its pilot says. Null: there is nothing on that side. */
export type Difference = {
  /** In the reader's words: section, table, row. */
  readonly where: string;
  readonly reported: string | null;
  readonly recomputed: string | null;
};

const LONGEST = 160;

/** A value as a line can show it. */
export function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
