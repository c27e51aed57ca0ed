import { z } from 'zod';
import { summarise } from '../summary.ts';
import { wording } from './sentence.ts';

/** Optional in every method's input. */
export const asking = {
  level: z.number().optional(),
  alternative: z.enum(['two-sided', 'greater', 'less']).optional(),
  null: z.number().optional(),
};

/** A method's whole input: a misspelt option is an error, never silently the default. */
export function input<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ ...shape, ...asking });
}

/** An arm may carry more than is read (the arms that `lift --json` prints do). */
export const proportionArm = z.object({ n: z.number(), x: z.number() });

export const values = z.array(z.number());
export const valuesArm = z.object({ values });
const summaryArm = z.object({ n: z.number(), mean: z.number(), sd: z.number() });

/** A mean's arm: a summary, or values that are summarised here. */
export const meanArm = z.unknown().transform((arm, context) => {
  const parsed = (isValues(arm) ? valuesArm : summaryArm).safeParse(arm, { error: wording });
  if (!parsed.success) {
    return refuse(context, parsed.error);
  }
  if (!('values' in parsed.data)) return parsed.data;
  const summary = summarise(parsed.data.values);
  if (summary.kind === 'error') {
    context.issues.push({
      code: 'custom',
      message: summary.reason.replace(/^values: /, ''),
      input: arm,
      path: ['values'],
    });
    return z.NEVER;
  }
  return { n: summary.n, mean: summary.mean, sd: summary.sd };
});

export function isValues(arm: unknown): boolean {
  return isRecord(arm) && 'values' in arm;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Hands the issues of an inner parse on, with their paths. */
export function refuse(context: z.core.$RefinementCtx, error: z.ZodError): never {
  for (const issue of error.issues) {
    context.issues.push({ code: 'custom', message: issue.message, input: undefined, path: [...issue.path] });
  }
  return z.NEVER;
}

export const proportionArms = { control: proportionArm, treatment: proportionArm };
export const meanArms = { control: meanArm, treatment: meanArm };
export const valuesArms = { control: valuesArm, treatment: valuesArm };
