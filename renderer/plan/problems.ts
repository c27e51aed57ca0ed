import { createContext, useContext } from 'react';
import type { Known } from '#shared/api/contract.ts';
import type { Failure } from '#shared/api/error.ts';
import { explainIssues } from '#shared/api/explain.ts';
import { checkPlan, type PlanProblem, sealProblems } from '#shared/plan/check-plan.ts';
import { type KnownRecords, namesOf } from '#shared/plan/known-records.ts';
import { type Plan, plan as planSchema } from '#shared/plan/plan.ts';

const leading = /^([a-z]\w*(?:\.\w+|\[[^\]]+\])*): (.*)$/s;

/** Everything that keeps a draft from being saved: its shape first, and once that holds, its references. */
export function problemsOf(draft: Plan, known: KnownRecords): readonly PlanProblem[] {
  const parsed = planSchema.safeParse(draft);
  if (parsed.success) return checkPlan(parsed.data, known);
  return explainIssues(parsed.error).map(problemOf).map(plainly);
}

/** What must still be added before the draft can be sealed. */
export function missingForSeal(draft: Plan, known: KnownRecords): readonly PlanProblem[] {
  return sealProblems(draft, known);
}

/** What the engine says the data hold, to compare names with. */
export function recordsOf(known: Known): KnownRecords {
  return {
    activities: namesOf(known.activities.map(({ kind }) => kind)),
    traits: namesOf(known.traits.map(({ key }) => key)),
    scores: namesOf(known.scores.map(({ question }) => question)),
    armValues: namesOf(known.armValues.map(({ value }) => value)),
    // The page knows only some of them, to offer; the engine knows them all.
    fields: () => namesOf([]),
  };
}

/** The engine's answer as problems: those that name a path stand beside their field. */
export function problemsIn(failure: Failure | null): readonly PlanProblem[] {
  return failure === null ? [] : failure.sentence.split('\n').map(problemOf);
}

function problemOf(line: string): PlanProblem {
  const found = leading.exec(line);
  return found === null ? { path: '', sentence: line } : { path: found[1] ?? '', sentence: found[2] ?? line };
}

/** Fields that the form shows in per cent, and the plan holds as a share. */
const inPercent = /\.(?:holdout|level|relativeLiftAtLeast)$/;

/** A schema speaks of types and of shares; people left something empty, and wrote per cent. */
function plainly({ path, sentence }: PlanProblem): PlanProblem {
  if (/received null|it is missing|expected (a whole )?number, received/i.test(sentence)) {
    return { path, sentence: 'needs a value' };
  }
  if (inPercent.test(path)) {
    return {
      path,
      sentence: sentence.replace(/^(must be \w+(?: \w+)?) ([\d.]+)$/, (_, side, limit) => `${side} ${100 * limit} %`),
    };
  }
  return { path, sentence: sentence.replace(/^needs a date .*/, 'needs a date') };
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
