/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Words in a comment: one line, whatever was typed. */
export function remark(text: string): string {
  return `-- ${text.replace(/\s+/g, ' ').trim()}`;
}

/** Further lines of a statement, moved in. */
export function indented(lines: string, by: number): string {
  return lines.replaceAll('\n', `\n${' '.repeat(by)}`);
}

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
