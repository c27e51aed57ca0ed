import { SegmentedControl, TagsInput } from '@mantine/core';
import type { Allocation } from '#shared/plan/plan.ts';
import { Card } from '../parts/Card.tsx';
import { allocationOf, type Method } from './allocation.ts';
import { ImportedArms } from './ImportedArms.tsx';
import { NameField } from './NameField.tsx';
import { NumberField, required } from './NumberField.tsx';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

const explained: Record<Method, string> = {
  stratified: 'Drawn by lot with a seed, equally within each stratum. The same seed gives the same arms again.',
  hash: "Each customer's arm follows from its key and the seed, so late customers need no list of earlier ones.",
  imported: 'Another system has drawn the arms already; a column of an export names them.',
};

/** Who decides which arm a customer is in. */
export function AllocationSection() {
  const { plan, change } = usePlanForm();
  const { allocation } = plan;
  const set = (next: Allocation) => change({ ...plan, allocation: next });
  return (
    <Card title="Who gets what" subtitle={explained[allocation.method]}>
      <div className={styles.stack}>
        <SegmentedControl
          aria-label="How the arms are drawn"
          data={[
            { value: 'stratified', label: 'Assigned here, by lot' },
            { value: 'hash', label: 'Assigned here, by hash' },
            { value: 'imported', label: 'Imported' },
          ]}
          onChange={(value) => set(allocationOf(value as Method, allocation))}
          value={allocation.method}
        />
        {allocation.method === 'imported' ? (
          <ImportedArms allocation={allocation} onChange={set} />
        ) : (
          <Drawn allocation={allocation} onChange={set} />
        )}
        <NameField
          description="Whole households or stores get one arm, so that nobody sees both. It takes more customers; empty means each on its own."
          kind="trait"
          label="Customers who share this trait share their arm"
          onChange={(trait) => set({ ...allocation, cluster: trait === '' ? undefined : { trait } })}
          path="allocation.cluster.trait"
          placeholder="none"
          value={allocation.cluster?.trait ?? ''}
        />
      </div>
    </Card>
  );
}

type Props = {
  readonly allocation: Exclude<Allocation, { method: 'imported' }>;
  readonly onChange: (next: Allocation) => void;
};

function Drawn({ allocation, onChange }: Props) {
  const { known } = usePlanForm();
  const problem = useProblem('allocation.strata');
  return (
    <div className={styles.fields}>
      <NumberField
        description="Any whole number; it makes the draw repeatable."
        label="Seed"
        onChange={required((seed) => onChange({ ...allocation, seed }))}
        path="allocation.seed"
        value={allocation.seed}
      />
      <NumberField
        description="Kept out of every arm and every list, so that later there is somebody whom nothing of this has touched. Empty means nobody."
        label="Hold out, %"
        min={0}
        onChange={(holdout) => onChange({ ...allocation, holdout })}
        path="allocation.holdout"
        placeholder="nobody"
        scale={100}
        value={allocation.holdout}
      />
      {allocation.method === 'stratified' && (
        <TagsInput
          data={known.traits.map((trait) => trait.key)}
          description="Traits the arms are to agree in, such as channel or country."
          error={problem}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="Strata"
          onChange={(strata) => onChange({ ...allocation, strata: strata.length === 0 ? undefined : strata })}
          placeholder={allocation.strata === undefined ? 'none' : ''}
          value={allocation.strata ?? []}
        />
      )}
    </div>
  );
}
