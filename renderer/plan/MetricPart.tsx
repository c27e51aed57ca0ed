import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Metric } from '#shared/plan/plan.ts';
import { Chip } from '../parts/Chip.tsx';
import { MetricSql } from '../parts/MetricSql.tsx';
import { MetricFieldPicker } from './MetricFieldPicker.tsx';
import { MetricLimits } from './MetricLimits.tsx';
import { type Kind, kinds, withKind, withRole } from './metrics.ts';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

type Props = {
  readonly path: string;
  readonly metric: Metric;
  readonly onChange: (next: Metric) => void;
  /** Null for the last metric: without one there is nothing to measure. */
  readonly onRemove: (() => void) | null;
};

/** One metric: its role, what it measures, for how long, and which way is better. */
export function MetricPart({ path, metric, onChange, onRemove }: Props) {
  const { sound } = usePlanForm();
  return (
    <section aria-label={metric.name ?? metric.id} className={styles.part}>
      <div className={styles.partHead}>
        <span>
          {metric.name ?? metric.id} <Chip tone="quiet">{metric.role}</Chip>
        </span>
        {onRemove !== null && (
          <ActionIcon aria-label={`Remove the metric ${metric.id}`} color="gray" onClick={onRemove} variant="subtle">
            <IconTrash size={16} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      <div className={styles.fields}>
        <TextInput
          label="Name"
          onChange={(event) => onChange({ ...metric, name: event.currentTarget.value || undefined })}
          placeholder={metric.id}
          value={metric.name ?? ''}
        />
        <TextInput
          error={useProblem(`${path}.id`)}
          label="Short name"
          onChange={(event) => onChange({ ...metric, id: event.currentTarget.value })}
          spellCheck={false}
          value={metric.id}
        />
        <Select
          data={[
            { value: 'primary', label: 'Primary: it decides' },
            { value: 'secondary', label: 'Secondary' },
            { value: 'guardrail', label: 'Guardrail' },
          ]}
          label="Role"
          onChange={(role) => onChange(withRole(metric, (role ?? metric.role) as Metric['role']))}
          value={metric.role}
        />
        <Select
          data={kinds}
          error={useProblem(`${path}.kind`)}
          label="What is counted"
          onChange={(kind) => onChange(withKind(metric, (kind ?? metric.kind) as Kind))}
          value={metric.kind}
        />
        <MetricFieldPicker
          field={metric.of}
          kind={metric.kind}
          label="Of"
          onChange={(of) => onChange({ ...metric, of })}
          path={`${path}.of`}
        />
        {metric.kind === 'ratio' && (
          <MetricFieldPicker
            field={metric.per ?? { activity: '' }}
            kind="count"
            label="Per"
            onChange={(per) => onChange({ ...metric, per })}
            path={`${path}.per`}
          />
        )}
        <MetricLimits metric={metric} onChange={onChange} path={path} />
      </div>
      <MetricSql asOf={null} metric={metric.id} plan={sound} />
    </section>
  );
}
