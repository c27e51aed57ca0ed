/** One line of a calibration table: what was measured, its shares, and the bounds that it breaks. */
export type Line = { readonly cells: readonly string[]; readonly broken: readonly string[] };

/** Prints a table and says which of its lines break a bound; a broken one makes the run fail. */
export function printTable(title: string, head: readonly string[], lines: readonly Line[]): void {
  const rows = [head, ...lines.map(({ cells }) => cells)];
  const widths = head.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const written = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  process.stdout.write(`\n${title}\n\n${written(head)}\n`);
  for (const { cells, broken } of lines) {
    const said = broken.length === 0 ? '' : `  OUTSIDE: ${broken.join('; ')}`;
    process.stdout.write(`${written(cells)}${said}\n`);
    if (broken.length > 0) process.exitCode = 1;
  }
}

/** A share as it is printed. */
export function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${(share * 100).toFixed(2)} %`;
}

/** The bound that a share breaks, or nothing. */
export function bound(name: string, share: number, low: number, high: number): string[] {
  if (Number.isNaN(share) || (share >= low && share <= high)) return [];
  return [`${name} ${percent(share)}, bound ${percent(low)} to ${percent(high)}`];
}
