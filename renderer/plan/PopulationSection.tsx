import { Checkbox, SegmentedControl } from '@mantine/core';
import type { Population } from '#shared/plan/plan.ts';
import { Card } from '../parts/Card.tsx';
import { ConditionGroup } from './ConditionGroup.tsx';
import { Exclusions } from './Exclusions.tsx';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { type Chosen, groupOf, isChosen, withTrigger, withWhere } from './population.ts';
import { TriggerFields } from './TriggerFields.tsx';

/** Who is in: everyone, or those a trigger and conditions pick. */
export function PopulationSection() {
  const { plan, change, known } = usePlanForm();
  const { population } = plan;
  const set = (next: Population) => change({ ...plan, population: next });
  const chosen = isChosen(population);
  const { exclude } = population;
  const kept = exclude === undefined ? {} : { exclude };
  return (
    <Card title="Who is in" subtitle="Decided by what happened before the arms can differ.">
      <div className={styles.stack}>
        <SegmentedControl
          aria-label="Who is in"
          data={[
            { value: 'everyone', label: 'Everyone in the data' },
            { value: 'chosen', label: 'By trigger and conditions' },
          ]}
          onChange={(value) =>
            set({ ...(value === 'everyone' ? { everyone: true } : starting(known.activities[0]?.kind)), ...kept })
          }
          value={chosen ? 'chosen' : 'everyone'}
        />
        {chosen && <ChosenFields population={population} set={set} />}
        <Exclusions
          exclude={exclude ?? []}
          onChange={(next) => set({ ...population, exclude: next.length === 0 ? undefined : [...next] })}
        />
      </div>
    </Card>
  );
}

function starting(activity: string | undefined): Population {
  return { trigger: { activity: activity ?? 'order' } };
}

type Props = { readonly population: Chosen; readonly set: (next: Population) => void };

function ChosenFields({ population, set }: Props) {
  const { trigger } = population;
  return (
    <>
      <Checkbox
        checked={trigger !== undefined}
        description="The first time it happens, a customer comes in and the window begins."
        label="A trigger starts it"
        onChange={(event) => set(withTrigger(population, event.currentTarget.checked ? { activity: 'order' } : null))}
      />
      {trigger !== undefined && (
        <TriggerFields onChange={(next) => set(withTrigger(population, next))} trigger={trigger} />
      )}
      <ConditionGroup
        empty="No condition: everybody the trigger names comes in."
        group={groupOf(population.where)}
        legend="And only if"
        level="top"
        onChange={(group) => set(withWhere(population, group))}
        path="population.where"
      />
    </>
  );
}
