import type { Step } from '#shared/api/summary.ts';

export type StepInfo = {
  readonly step: Step;
  readonly name: string;
  /** The question the step answers. */
  readonly question: string;
};

/** The journey as it is shown: the same words, in the same order, as everywhere. */
export const journey: readonly StepInfo[] = [
  { step: 'charter', name: 'Charter', question: 'Which pain, which promise, who decides, what would convince them?' },
  { step: 'data', name: 'Data', question: 'What do we know about these customers, big data and small?' },
  { step: 'plan', name: 'Plan', question: 'Who is in, what happens to them, what is success, how long?' },
  { step: 'run', name: 'Run', question: 'Who gets what, who was reached, whom do we call back?' },
  { step: 'lift', name: 'Lift', question: 'Did it work, for whom, how sure, why?' },
  { step: 'report', name: 'Report', question: 'Scale, extend or stop; what is it worth?' },
];

export function nameOf(step: Step): string {
  return journey.find((info) => info.step === step)?.name ?? step;
}
