import { z } from 'zod';
import { clusterDifference } from '../cluster-difference.ts';
import { complierEffect } from '../complier-effect.ts';
import { differenceInDifferences } from '../difference-in-differences.ts';
import { meanDifference } from '../mean-difference.ts';
import { notComputed, type Outcome } from '../result.ts';
import { summarise } from '../summary.ts';
import { type CalcMethod, define } from './define.ts';
import { input, isRecord, meanArm, values } from './shape.ts';

const clustered = z.object({ values, cluster: z.array(z.union([z.string(), z.number()])) });
const flag = z.union([z.number(), z.boolean()]).transform(Number);
const reached = z.object({ y: values, reached: z.array(flag) });
const sameUnits = z.object({ pre: values, post: values });
const waves = z.object({ pre: meanArm, post: meanArm });

const ofChanges = define(input({ control: sameUnits, treatment: sameUnits }), ({ control, treatment, ...question }) => {
  const before = changes(control, 'control');
  if (before.kind === 'error') return before;
  const after = changes(treatment, 'treatment');
  if (after.kind === 'error') return after;
  const found = meanDifference({ ...question, control: before, treatment: after });
  return found.kind === 'error' ? found : { ...found, method: 'Difference in differences, Welch t on the changes' };
});

const ofWaves = define(input({ control: waves, treatment: waves }), differenceInDifferences);

/** The summary of each unit's change. */
function changes(
  { pre, post }: z.output<typeof sameUnits>,
  path: string,
): Outcome<{ n: number; mean: number; sd: number }> {
  if (pre.length !== post.length) return notComputed(`${path}.post: must be as many as ${path}.pre, in the same order`);
  const summary = summarise(post.map((value, i) => value - pre[i]!));
  return summary.kind === 'error' ? notComputed(summary.reason.replace(/^values/, `${path}.pre`)) : summary;
}

function hasLists(given: unknown): boolean {
  return isRecord(given) && isRecord(given.control) && Array.isArray(given.control.pre);
}

export const designMethods: Record<string, CalcMethod> = {
  'cluster-difference': define(input({ control: clustered, treatment: clustered }), clusterDifference),
  'difference-in-differences': (given) => (hasLists(given) ? ofChanges(given) : ofWaves(given)),
  'complier-effect': define(input({ control: reached, treatment: reached }), complierEffect),
};
