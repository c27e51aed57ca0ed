import { Select, TextInput } from '@mantine/core';
import type { Decision } from '#shared/plan/plan.ts';
import { Card } from '../parts/Card.tsx';
import { NumberField, required } from './NumberField.tsx';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';
import { RuleWords } from './RuleWords.tsx';

/** The rule the verdict follows, written before anyone has seen the lift. */
export function DecisionSection() {
  const { plan, sound, change } = usePlanForm();
  const { decision, metrics } = plan;
  const set = (next: Decision) => change({ ...plan, decision: next });
  const { scaleIf } = decision;
  const primary = metrics
    .filter(({ role }) => role === 'primary')
    .map(({ id, name }) => ({ value: id, label: name ?? id }));
  const named = primary.some(({ value }) => value === scaleIf.metric);
  return (
    <Card subtitle="The verdict follows this rule, whatever the result turns out to be." title="What decides">
      <div className={styles.stack}>
        <div className={styles.fields}>
          <Select
            data={named ? primary : [...primary, { value: scaleIf.metric, label: scaleIf.metric }]}
            error={useProblem('decision.scaleIf.metric')}
            label="Scale if the lift of"
            onChange={(metric) => set({ ...decision, scaleIf: { ...scaleIf, metric: metric ?? scaleIf.metric } })}
            value={scaleIf.metric}
          />
          <NumberField
            label="Is at least"
            onChange={required((relativeLiftAtLeast) =>
              set({ ...decision, scaleIf: { ...scaleIf, relativeLiftAtLeast } }),
            )}
            path="decision.scaleIf.relativeLiftAtLeast"
            scale={100}
            suffix=" %"
            value={scaleIf.relativeLiftAtLeast}
          />
          <TextInput
            error={useProblem('decision.decideBy')}
            label="Decided on"
            onChange={(event) => set({ ...decision, decideBy: event.currentTarget.value })}
            type="date"
            value={decision.decideBy}
          />
        </div>
        {sound !== null && <RuleWords plan={sound} />}
      </div>
    </Card>
  );
}
