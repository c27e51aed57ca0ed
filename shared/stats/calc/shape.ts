import { z } from 'zod';
import type { OutcomeArms } from '../outcome-arms.ts';
import { computed, notComputed, type Outcome } from '../result.ts';
import { summarise } from '../summary.ts';
import { sentence, wording } from './sentence.ts';

/** Optional in every method's input. */
export const asking = {
  level: z.number().optional(),
  alternative: z.enum(['two-sided', 'greater', 'less']).optional(),
  null: z.number().optional(),
};

/**
 * A method's whole input: a misspelt option is an error, never silently the default. `id` is the caller's own name
 * for the case, which is let be: results come in the order of the cases.
 */
export function input<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ ...shape, ...asking, id: z.unknown().optional() });
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

/** Whether the control arm's field is a list of values rather than a summary. */
export function hasList(given: unknown, field: string): boolean {
  return isRecord(given) && isRecord(given.control) && Array.isArray(given.control[field]);
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

/** Arms of means or proportions, told apart by their fields: `x` without a mean is a proportion's. */
export const outcomeArms = { control: z.unknown(), treatment: z.unknown() };

/** Reads arms of either kind; both must be of the same. */
export function readOutcome(arms: { readonly control: unknown; readonly treatment: unknown }): Outcome<{
  readonly outcome: OutcomeArms;
}> {
  const kinds = [looksLikeProportion(arms.control), looksLikeProportion(arms.treatment)];
  if (kinds[0] !== kinds[1]) return notComputed('treatment: must be of the same kind as control, means or proportions');
  const schema = kinds[0] ? z.object(proportionArms) : z.object(meanArms);
  const parsed = schema.safeParse(arms, { error: wording });
  if (!parsed.success) return notComputed(sentence(parsed.error));
  const { control, treatment } = parsed.data;
  if ('x' in control && 'x' in treatment)
    return computed({ outcome: { kind: 'proportions', arms: { control, treatment } } });
  if ('mean' in control && 'mean' in treatment)
    return computed({ outcome: { kind: 'means', arms: { control, treatment } } });
  return notComputed('treatment: must be of the same kind as control, means or proportions');
}

function looksLikeProportion(arm: unknown): boolean {
  return isRecord(arm) && 'x' in arm && !('mean' in arm) && !('values' in arm);
}

export const seeding = { resamples: z.number().optional(), seed: z.number().optional() };
