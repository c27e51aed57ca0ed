/** One arm's conversions: x of n customers. */
export interface ProportionArm {
  readonly n: number;
  readonly x: number;
}

/** One arm's sample summary: n values, their mean and standard deviation (divisor n − 1; 0 when n is 1). */
export interface MeanArm {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

export interface Arms<Arm> {
  readonly control: Arm;
  readonly treatment: Arm;
}

/** `field` inside `path`, as a user would write it: `control.x`, or `x` when the arm is the whole input. */
function at(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

/** What is impossible about a proportion's arm, in words that name the field, or `null`. */
export function proportionProblem(arm: ProportionArm, path: string): string | null {
  if (!Number.isSafeInteger(arm.n) || arm.n < 1) return `${at(path, 'n')}: must be a whole number of at least 1`;
  if (!Number.isSafeInteger(arm.x) || arm.x < 0) return `${at(path, 'x')}: must be a whole number of at least 0`;
  if (arm.x > arm.n) return `${at(path, 'x')}: must be at most ${at(path, 'n')}`;
  return null;
}

/** What is impossible about a mean's arm, or `null`. */
export function meanProblem(arm: MeanArm, path: string): string | null {
  if (!Number.isSafeInteger(arm.n) || arm.n < 1) return `${at(path, 'n')}: must be a whole number of at least 1`;
  if (!Number.isFinite(arm.mean)) return `${at(path, 'mean')}: must be a number`;
  if (!Number.isFinite(arm.sd) || arm.sd < 0) return `${at(path, 'sd')}: must be a number of at least 0`;
  return null;
}

/** As `meanProblem`, and whether the arm is large enough for its own variance. */
export function spreadProblem(arm: MeanArm, path: string): string | null {
  const problem = meanProblem(arm, path);
  if (problem !== null) return problem;
  return arm.n < 2 ? `${at(path, 'n')}: at least 2 values are needed to estimate a variance` : null;
}

/** The first problem of two arms by the same check, or `null`. */
export function armsProblem<Arm>(arms: Arms<Arm>, problemOf: (arm: Arm, path: string) => string | null): string | null {
  return problemOf(arms.control, 'control') ?? problemOf(arms.treatment, 'treatment');
}
