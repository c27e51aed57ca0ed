import type { Failure } from '#shared/api/error.ts';

/** What a command has to say: one JSON value for programs, text for people. */
export type Outcome = { readonly json: unknown; readonly text: string };

/** Wrong usage: exit 2, with the usage line. */
export class UsageError extends Error {}

/** A figure that does not exist is null on the way out; JSON knows no NaN. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'number' && !Number.isFinite(inner) ? null : inner,
  );
}

/** One line for stderr. The cause is added only when asked for. */
export function failureLine(failure: Failure, verbosity: 'plain' | 'verbose'): string {
  const sentence = failure.sentence.replaceAll(/\s*\n\s*/g, ' ');
  return verbosity === 'verbose' && failure.cause !== null ? `${sentence}\n${failure.cause}` : sentence;
}

/** Columns lined up with two spaces between them; numbers to the right. */
export function textTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [header, ...rows.map((row) => row.map(String))];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const numeric = header.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
