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
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && choices(issue.errors) === null) {
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

/** The values of a union of nothing but single values, such as 1 or 2; null for any other union. */
function choices(branches: readonly (readonly Issue[])[]): readonly unknown[] | null {
  const values = branches.flatMap(([first, ...more]) =>
    first?.code === 'invalid_value' && first.path.length === 0 && more.length === 0 ? first.values : [null],
  );
  return values.includes(null) ? null : values;
}

function plain(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_type':
      return typeWords(issue);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf(issue.errors.length > 0 ? (choices(issue.errors) ?? []) : optionsOf(issue));
    case 'too_small':
      return limitWords(issue.origin, Number(issue.minimum), issue.inclusive === true ? 'at least' : 'above');
    case 'too_big':
      return limitWords(issue.origin, Number(issue.maximum), issue.inclusive === true ? 'at most' : 'below');
    case 'invalid_format':
      return issue.format === 'date' ? 'needs a date such as 2026-12-31' : small(issue.message);
    default:
      return small(issue.message);
  }
}

function typeWords(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  const expected = issue.expected === 'int' ? 'a whole number' : issue.expected;
  const received = /received (\w+)$/.exec(issue.message)?.[1];
  return received === undefined || received === 'undefined' || received === 'NaN'
    ? `expected ${expected}, but it is missing`
    : `expected ${expected}, received ${received}`;
}

function oneOf(values: readonly unknown[]): string {
  if (values.length === 0) return 'is none of the forms this field can have';
  return values.length === 1 ? `must be ${String(values[0])}` : `must be one of ${values.map(String).join(', ')}`;
}

/** The kinds of thing a field can be, where the word that names the kind is not known. */
function optionsOf(issue: Issue): readonly unknown[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
}

function limitWords(origin: string, limit: number, side: 'at least' | 'above' | 'at most' | 'below'): string {
  if (origin === 'string')
    return limit === 1 && side === 'at least' ? 'must not be empty' : `must have ${side} ${limit} characters`;
  if (origin === 'array') return `needs ${side} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return `must be ${side} ${limit}`;
}

function small(message: string): string {
  const text = message.replace(/^Invalid input: /, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `['metrics', 1, 'of']` as `metrics[1].of`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}
