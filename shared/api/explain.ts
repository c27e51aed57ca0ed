import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * A schema's complaints as people read them: `metrics[1].windowDays: expected number, received string`.
 * Of a union the branch that came furthest speaks, since that is the one the writer meant.
 */
export function explainIssues(error: z.core.$ZodError): string[] {
  return error.issues.flatMap((issue) => explain(issue, []));
}

function explain(issue: Issue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = issue.errors.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
    return meant.flatMap((inner) => explain(inner, path));
  }
  const where = pathText(path);
  return [where === '' ? plain(issue) : `${where}: ${plain(issue)}`];
}

function depth(branch: readonly Issue[]): number {
  const deepest = Math.max(...branch.map((issue) => issue.path.length));
  const unknownKeys = branch.filter((issue) => issue.code === 'unrecognized_keys').length;
  return deepest * 100 - branch.length - 10 * unknownKeys;
}

function plain(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  const message = issue.message.replace(/^Invalid input: /, '').replace('received undefined', 'but it is missing');
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** `['metrics', 1, 'of']` as `metrics[1].of`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}
