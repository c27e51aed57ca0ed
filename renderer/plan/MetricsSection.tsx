import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Card } from '../parts/Card.tsx';
import { MetricPart } from './MetricPart.tsx';
import { withMetric, withNewMetric } from './metrics.ts';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';

/** What is success, what else is watched, and what must not get worse. */
export function MetricsSection() {
  const { plan, change } = usePlanForm();
  return (
    <Card
      subtitle="A primary metric decides; secondary ones explain; a guardrail must not get worse than its margin."
      title="What is success"
    >
      <div className={styles.stack}>
        {plan.metrics.map((metric, i) => (
          <MetricPart
            // biome-ignore lint/suspicious/noArrayIndexKey: a metric's name changes while it is typed; its place does not
            key={i}
            metric={metric}
            onChange={(next) => change(withMetric(plan, i, next))}
            onRemove={
              plan.metrics.length > 1
                ? () => change({ ...plan, metrics: plan.metrics.filter((_, other) => other !== i) })
                : null
            }
            path={`metrics[${i}]`}
          />
        ))}
        <div>
          <Button
            leftSection={<IconPlus aria-hidden size={14} />}
            onClick={() => change(withNewMetric(plan))}
            size="compact-sm"
            variant="default"
          >
            Another metric
          </Button>
        </div>
      </div>
    </Card>
  );
}
