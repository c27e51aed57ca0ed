import { armsProblem, proportionProblem, spreadProblem } from './arm.ts';
import { isNoise } from './mean.ts';
import type { OutcomeArms } from './outcome-arms.ts';
import { computed, notComputed, type Outcome } from './result.ts';

export interface Balance {
  /** The same as `smd`. */
  readonly estimate: number;
  /** Standardised mean difference, treatment − control. */
  readonly smd: number;
  readonly method: string;
}

/**
 * How far the arms lie apart before the start: the difference of means or rates
 * over √((s₁² + s₂²)/2) (Austin 2009); above 0.1 is usually called unbalanced.
 * Not computed: impossible arms, no spread in either arm.
 */
export function balance(outcome: OutcomeArms): Outcome<Balance> {
  const problem =
    outcome.kind === 'means' ? armsProblem(outcome.arms, spreadProblem) : armsProblem(outcome.arms, proportionProblem);
  if (problem !== null) return notComputed(problem);
  const { control, treatment } = momentsOf(outcome);
  const pooled = Math.sqrt((control.variance + treatment.variance) / 2);
  if (isNoise(pooled, Math.max(Math.abs(control.mean), Math.abs(treatment.mean))))
    return notComputed('control, treatment: nothing varies in either arm, so there is no scale');
  const smd = (treatment.mean - control.mean) / pooled;
  return computed({ estimate: smd, smd, method: 'Standardised mean difference' });
}

function momentsOf(outcome: OutcomeArms) {
  if (outcome.kind === 'means') {
    const { control, treatment } = outcome.arms;
    return {
      control: { mean: control.mean, variance: control.sd ** 2 },
      treatment: { mean: treatment.mean, variance: treatment.sd ** 2 },
    };
  }
  const rate = ({ n, x }: { readonly n: number; readonly x: number }) => ({
    mean: x / n,
    variance: (x / n) * ((n - x) / n),
  });
  return { control: rate(outcome.arms.control), treatment: rate(outcome.arms.treatment) };
}
