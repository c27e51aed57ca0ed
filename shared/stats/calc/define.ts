import type { z } from 'zod';
import { type NotComputed, notComputed, type Outcome } from '../result.ts';
import { sentence, wording } from './sentence.ts';

/** One answer of the calculator: plain JSON, or the reason why there is none. */
export type CalcResult = { readonly kind: 'computed'; readonly value: Readonly<Record<string, unknown>> } | NotComputed;

export type CalcMethod = (input: unknown) => CalcResult;

/** A method of the calculator: the schema is its contract, the estimator does the work. */
export function define<Input>(schema: z.ZodType<Input>, compute: (input: Input) => Outcome<object>): CalcMethod {
  return (input) => {
    const parsed = schema.safeParse(input, { error: wording });
    if (!parsed.success) return notComputed(sentence(parsed.error));
    const outcome = compute(parsed.data);
    if (outcome.kind === 'error') return outcome;
    const { kind: _, ...value } = outcome;
    const lost = firstNotFinite(value, '');
    return lost === null
      ? { kind: 'computed', value }
      : notComputed(`${lost}: the numbers are too large or too small to be computed with`);
  };
}

/** Where a result is no finite number: JSON could not hold it, and it would be no answer. */
function firstNotFinite(value: unknown, path: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = firstNotFinite(part, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
