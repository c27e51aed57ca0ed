import { createContext, useContext } from 'react';
import type { Failure } from '#shared/api/error.ts';
import { explainIssues } from '#shared/api/explain.ts';
import { checkPlan, type KnownRecords, type PlanProblem, sealProblems } from '#shared/plan/check-plan.ts';
import { type Plan, plan as planSchema } from '#shared/plan/plan.ts';

const leading = /^([a-z]\w*(?:\.\w+|\[[^\]]+\])*): (.*)$/s;

/** Everything that keeps a draft from being saved: its shape first, and once that holds, its references. */
export function problemsOf(draft: Plan, known: KnownRecords): readonly PlanProblem[] {
  const parsed = planSchema.safeParse(draft);
  if (parsed.success) return checkPlan(parsed.data, known);
  return explainIssues(parsed.error).map(problemOf).map(plainly);
}

/** What must still be added before the draft can be sealed. */
export function missingForSeal(draft: Plan): readonly PlanProblem[] {
  return sealProblems(draft);
}

/** The engine's answer as problems: those that name a path stand beside their field. */
export function problemsIn(failure: Failure | null): readonly PlanProblem[] {
  return failure === null ? [] : failure.sentence.split('\n').map(problemOf);
}

function problemOf(line: string): PlanProblem {
  const found = leading.exec(line);
  return found === null ? { path: '', sentence: line } : { path: found[1] ?? '', sentence: found[2] ?? line };
}

/** A schema speaks of types; people left something empty. */
function plainly({ path, sentence }: PlanProblem): PlanProblem {
  if (/received (nan|null)|it is missing|expected number, received/i.test(sentence))
    return { path, sentence: 'needs a value' };
  if (/too small.*string/i.test(sentence)) return { path, sentence: 'must not be empty' };
  if (/too small.*(>|more than) ?0/i.test(sentence)) return { path, sentence: 'must be above 0' };
  if (/ISO date/i.test(sentence)) return { path, sentence: 'needs a date' };
  return { path, sentence };
}

export const ProblemContext = createContext<readonly PlanProblem[]>([]);

/** What is wrong at a field, or anywhere inside it: `metrics[1].of` also answers for `metrics[1].of.activity`. */
export function useProblem(path: string): string | null {
  const found = useContext(ProblemContext).filter(
    (problem) => problem.path === path || problem.path.startsWith(`${path}.`) || problem.path.startsWith(`${path}[`),
  );
  return found.length === 0 ? null : found.map((problem) => sentenceCase(problem.sentence)).join(' ');
}

export function sentenceCase(sentence: string): string {
  const text = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
