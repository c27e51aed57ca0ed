import { Checkbox, Select } from '@mantine/core';
import { metricUnit } from '#shared/plan/metric-unit.ts';
import type { Metric } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { NumberField, required } from './NumberField.tsx';

type Props = { readonly path: string; readonly metric: Metric; readonly onChange: (next: Metric) => void };

const inShares: ReadonlySet<Metric['kind']> = new Set(['conversion']);

/** The window, the better direction, the cap of a total and the margin of a guardrail. */
export function MetricLimits({ path, metric, onChange }: Props) {
  const share = inShares.has(metric.kind);
  const format = useFormat();
  const money = metricUnit(metric) === 'money';
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
      {!('activity' in metric.of) && (
        <Checkbox
          checked={metric.arrives === 'later'}
          label="Comes with a later export"
          onChange={(event) => onChange({ ...metric, arrives: event.currentTarget.checked ? 'later' : undefined })}
        />
      )}
      {metric.kind === 'sum' && <CapField metric={metric} onChange={onChange} path={path} />}
      {metric.role === 'guardrail' && (
        <NumberField
          {...(money ? { description: 'What may be lost on each customer.' } : {})}
          label={share ? 'Margin, in points' : money ? `Margin, ${format.currency ?? 'money'} a customer` : 'Margin'}
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

/** A plan written by hand may name the cap's amount itself; here it is a percentile, made an amount at sealing. */
function CapField({ path, metric, onChange }: Props) {
  const { cap } = metric;
  if (cap !== undefined && !('percentile' in cap)) {
    return (
      <NumberField
        label="Cap at amount"
        min={0}
        onChange={(amount) => onChange({ ...metric, cap: amount === undefined ? undefined : { amount } })}
        path={`${path}.cap`}
        value={cap.amount}
      />
    );
  }
  return (
    <NumberField
      label="Cap at percentile"
      min={0}
      onChange={(percentile) => onChange({ ...metric, cap: percentile === undefined ? undefined : { percentile } })}
      path={`${path}.cap`}
      placeholder="no cap"
      value={cap?.percentile}
    />
  );
}
