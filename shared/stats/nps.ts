import { type Arms, armsProblem } from './arm.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, questionOf, questionProblem } from './question.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';

/** Answers of 9–10, 7–8 and 0–6. */
export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

export interface NpsInput extends NpsCounts, Asking {}
export interface NpsDifferenceInput extends Arms<NpsCounts>, Asking {}

/**
 * The net promoter score, −100 to 100, with a normal interval from the variance
 * of +1, 0 and −1 with divisor n; a p-value only when `null` is given.
 * Not computed: impossible counts, no answers, all answers of one kind.
 */
export function nps(input: NpsInput): Outcome<Finding> {
  const question = questionOf(input, 0);
  const problem = countsProblem(input, '') ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const { score, variance } = scoreOf(input);
  if (variance === 0)
    return notComputed('promoters, passives, detractors: all answers are of one kind, so no variance can be estimated');
  const found = pivotal(
    { estimate: score, standardError: Math.sqrt(variance), df: null, method: 'Net promoter score, normal interval' },
    question,
  );
  return computed(input.null === undefined ? { ...found, p: null, statistic: null } : found);
}

/** Treatment's net promoter score − control's. Not computed: as for one, but one arm may be of one kind. */
export function npsDifference(input: NpsDifferenceInput): Outcome<Finding> {
  const question = questionOf(input, 0);
  const problem = armsProblem(input, countsProblem) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const control = scoreOf(input.control);
  const treatment = scoreOf(input.treatment);
  const variance = control.variance + treatment.variance;
  if (variance === 0)
    return notComputed('control, treatment: all answers in each arm are of one kind, so no variance can be estimated');
  return computed(
    pivotal(
      {
        estimate: treatment.score - control.score,
        standardError: Math.sqrt(variance),
        df: null,
        method: 'Difference of net promoter scores, normal interval',
      },
      question,
    ),
  );
}

function countsProblem(counts: NpsCounts, path: string): string | null {
  const prefix = path === '' ? '' : `${path}.`;
  for (const field of ['promoters', 'passives', 'detractors'] as const) {
    if (!Number.isSafeInteger(counts[field]) || counts[field] < 0) {
      return `${prefix}${field}: must be a whole number of at least 0`;
    }
  }
  return counts.promoters + counts.passives + counts.detractors === 0
    ? `${path === '' ? 'promoters, passives, detractors' : path}: nobody answered`
    : null;
}

function scoreOf({ promoters, passives, detractors }: NpsCounts) {
  const n = promoters + passives + detractors;
  const p = promoters / n;
  const d = detractors / n;
  // p + d − (p − d)², written so that it is exactly 0 when all answers are of one kind.
  const variance = (p * (detractors + passives)) / n + (d * (promoters + passives)) / n + 2 * p * d;
  return { score: (100 * (promoters - detractors)) / n, variance: (10_000 * variance) / n };
}
