import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Condition } from '#shared/plan/plan.ts';
import { ConditionRow } from './ConditionRow.tsx';
import styles from './PlanForm.module.css';
import { conditionOf, type Group, groupOf } from './population.ts';

type Props = {
  readonly path: string;
  readonly legend: string;
  readonly group: Group;
  /** A group inside a group holds rows only: two levels are what people can still read. */
  readonly level: 'top' | 'inner';
  /** What it means that there is no condition. */
  readonly empty: string;
  readonly onChange: (next: Group) => void;
};

/** Conditions that must all hold, or of which any one is enough. */
export function ConditionGroup({ path, legend, group, level, empty, onChange }: Props) {
  const { join, parts } = group;
  const set = (next: readonly Condition[]) => onChange({ join, parts: next });
  const replace = (index: number, next: Condition) => set(parts.map((part, i) => (i === index ? next : part)));
  return (
    <fieldset className={styles.part}>
      <legend>{legend}</legend>
      <div className={styles.stack}>
        {(parts.length > 1 || join === 'none') && (
          <SegmentedControl
            aria-label="How the conditions are joined"
            data={[
              { value: 'all', label: 'All of these hold' },
              { value: 'any', label: 'Any of these holds' },
              { value: 'none', label: 'None of these holds' },
            ]}
            onChange={(value) => onChange({ join: value as Group['join'], parts })}
            size="xs"
            value={join}
          />
        )}
        {parts.map((part, i) => {
          const at = `${path}.${join}[${i}]`;
          const remove = () => set(parts.filter((_, other) => other !== i));
          return 'all' in part || 'any' in part || 'none' in part ? (
            <ConditionGroup
              empty={empty}
              group={groupOf(part)}
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name; their place is what they are
              key={i}
              legend="These together"
              level="inner"
              onChange={(next) => (next.parts.length === 0 ? remove() : replace(i, conditionOf(next)))}
              path={at}
            />
          ) : (
            <ConditionRow
              condition={part}
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name; their place is what they are
              key={i}
              onChange={(next) => replace(i, next)}
              onRemove={remove}
              path={at}
            />
          );
        })}
        {parts.length === 0 && <p className={styles.quiet}>{empty}</p>}
        <div>
          <Add label="Trait" onClick={() => set([...parts, { trait: '', is: '' }])} />{' '}
          <Add label="Activity" onClick={() => set([...parts, { activity: '', count: { atLeast: 1 } }])} />{' '}
          {level === 'top' && parts.length > 0 && (
            <Add label="Group" onClick={() => set([...parts, { any: [{ trait: '', is: '' }] }])} />
          )}
        </div>
      </div>
    </fieldset>
  );
}

function Add({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button
      aria-label={`Add a condition: ${label.toLowerCase()}`}
      leftSection={<IconPlus aria-hidden size={14} />}
      onClick={onClick}
      size="compact-sm"
      variant="default"
    >
      {label}
    </Button>
  );
}
