import { Textarea } from '@mantine/core';
import { Card } from '../parts/Card.tsx';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

/** The sentence the pilot puts to the test. */
export function HypothesisSection() {
  const { plan, change } = usePlanForm();
  return (
    <Card title="What we expect" subtitle="One sentence that the data can prove wrong.">
      <Textarea
        aria-label="Hypothesis"
        error={useProblem('hypothesis')}
        onChange={(event) => change({ ...plan, hypothesis: event.currentTarget.value })}
        value={plan.hypothesis}
      />
    </Card>
  );
}
