import { Select } from '@mantine/core';
import type { Metric } from '#shared/plan/plan.ts';
import { NumberField, required } from './NumberField.tsx';

type Props = { readonly path: string; readonly metric: Metric; readonly onChange: (next: Metric) => void };

const inShares: ReadonlySet<Metric['kind']> = new Set(['conversion']);

/** The window, the better direction, the cap of a total and the margin of a guardrail. */
export function MetricLimits({ path, metric, onChange }: Props) {
  const share = inShares.has(metric.kind);
  const percentile = metric.cap !== undefined && 'percentile' in metric.cap ? metric.cap.percentile : undefined;
  return (
    <>
      {'activity' in metric.of && (
        <NumberField
          label="Within days"
          min={0}
          onChange={(windowDays) => onChange({ ...metric, windowDays })}
          path={`${path}.windowDays`}
          placeholder="until the look"
          value={metric.windowDays}
        />
      )}
      <Select
        data={[
          { value: 'higher', label: 'Higher' },
          { value: 'lower', label: 'Lower' },
        ]}
        label="Better is"
        onChange={(better) => onChange({ ...metric, better: better === 'lower' ? 'lower' : 'higher' })}
        value={metric.better}
      />
      {metric.kind === 'sum' && (
        <NumberField
          label="Cap at percentile"
          min={0}
          onChange={(value) => onChange({ ...metric, cap: value === undefined ? undefined : { percentile: value } })}
          path={`${path}.cap`}
          placeholder="no cap"
          value={percentile}
        />
      )}
      {metric.role === 'guardrail' && (
        <NumberField
          label={share ? 'Margin, in points' : 'Margin'}
          min={0}
          onChange={required((margin) => onChange({ ...metric, margin }))}
          path={`${path}.margin`}
          scale={share ? 100 : 1}
          value={metric.margin}
        />
      )}
    </>
  );
}
