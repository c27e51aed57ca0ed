import { ActionIcon, Button, Select, TagsInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Card } from '../parts/Card.tsx';
import { type ActivityCovariate, covariatesOf, newCovariate, withCovariateKind, withCovariates } from './covariates.ts';
import { NameField } from './NameField.tsx';
import { NumberField, required } from './NumberField.tsx';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

/** What was known of customers before the start, and is taken out of the comparison. */
export function CovariatesSection() {
  const { plan, change, known } = usePlanForm();
  const { analysis } = plan;
  const { traits, activities } = covariatesOf(analysis);
  const set = (nextTraits: readonly string[], nextActivities: readonly ActivityCovariate[]) =>
    change({ ...plan, analysis: withCovariates(analysis, nextTraits, nextActivities) });
  const problem = useProblem('analysis.covariates');
  return (
    <Card
      subtitle="What customers did before the start explains part of what they do after it. Taking that part out makes the same pilot see smaller lifts; it never moves the lift itself in one direction."
      title="What is known beforehand"
    >
      <div className={styles.stack}>
        <TagsInput
          data={known.traits.map((trait) => trait.key)}
          description="Only traits that were there before the pilot: one that the treatment can change would hide its lift."
          error={problem}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="Traits"
          onChange={(next) => set(next, activities)}
          placeholder={traits.length === 0 ? 'none' : ''}
          value={traits}
        />
        {activities.map((covariate, i) => (
          <ActivityPart
            covariate={covariate}
            key={covariate.id}
            onChange={(next) =>
              set(
                traits,
                activities.map((one, other) => (other === i ? next : one)),
              )
            }
            onRemove={() =>
              set(
                traits,
                activities.filter((_, other) => other !== i),
              )
            }
            path={`analysis.covariates[${analysis.covariates?.indexOf(covariate)}]`}
          />
        ))}
        <div>
          <Button
            leftSection={<IconPlus aria-hidden size={14} />}
            onClick={() => set(traits, [...activities, newCovariate(analysis, known.activities[0]?.kind ?? 'order')])}
            size="compact-sm"
            variant="default"
          >
            Something they did before
          </Button>
        </div>
      </div>
    </Card>
  );
}

type PartProps = {
  readonly path: string;
  readonly covariate: ActivityCovariate;
  readonly onChange: (next: ActivityCovariate) => void;
  readonly onRemove: () => void;
};

function ActivityPart({ path, covariate, onChange, onRemove }: PartProps) {
  return (
    <section aria-label={covariate.id} className={styles.part}>
      <div className={styles.partHead}>
        <span>{covariate.id}</span>
        <ActionIcon aria-label={`Remove ${covariate.id}`} color="gray" onClick={onRemove} variant="subtle">
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={styles.fields}>
        <Select
          data={[
            { value: 'count', label: 'How often' },
            { value: 'conversion', label: 'Whether at all' },
            { value: 'sum', label: 'Total amount' },
          ]}
          label="What is counted"
          onChange={(kind) => onChange(withCovariateKind(covariate, (kind ?? 'count') as ActivityCovariate['kind']))}
          value={covariate.kind}
        />
        <NameField
          kind="activity"
          label="Which activity"
          onChange={(activity) => onChange({ ...covariate, of: { ...covariate.of, activity } })}
          path={`${path}.of`}
          value={covariate.of.activity}
        />
        <NumberField
          label="In the days before"
          min={1}
          onChange={required((daysBefore) => onChange({ ...covariate, daysBefore }))}
          path={`${path}.daysBefore`}
          value={covariate.daysBefore}
        />
      </div>
    </section>
  );
}
