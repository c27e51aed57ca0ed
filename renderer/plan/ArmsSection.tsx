import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Card } from '../parts/Card.tsx';
import { ArmPart } from './ArmPart.tsx';
import { withArm, withNewArm, withoutArm } from './arms.ts';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

/** What happens to whom: the control first, then each treatment with its intervention. */
export function ArmsSection() {
  const { plan, change } = usePlanForm();
  const problem = useProblem('arms');
  const treatments = plan.arms.filter((arm) => arm.role === 'treatment').length;
  const whole = plan.arms.reduce((sum, arm) => sum + arm.weight, 0);
  return (
    <Card title="What happens to them" subtitle="The control gets what it would have got anyway.">
      <div className={styles.stack}>
        {problem !== null && plan.arms.length < 2 && <p role="alert">{problem}</p>}
        {plan.arms.map((arm, i) => (
          <ArmPart
            arm={arm}
            // biome-ignore lint/suspicious/noArrayIndexKey: an arm's name changes while it is typed; its place does not
            key={i}
            onChange={(next) => change(withArm(plan, i, next))}
            onRemove={arm.role === 'treatment' && treatments > 1 ? () => change(withoutArm(plan, i)) : null}
            path={`arms[${i}]`}
            share={arm.weight / whole}
          />
        ))}
        <div>
          <Button
            leftSection={<IconPlus aria-hidden size={14} />}
            onClick={() => change(withNewArm(plan))}
            size="compact-sm"
            variant="default"
          >
            Another treatment
          </Button>
        </div>
      </div>
    </Card>
  );
}
