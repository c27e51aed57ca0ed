import { Select, TagsInput } from '@mantine/core';
import type { Analysis, Plan } from '#shared/plan/plan.ts';
import { Card } from '../parts/Card.tsx';
import { LooksField } from './LooksField.tsx';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

const peeking: Record<Analysis['peeking'], string> = {
  'always-valid': 'At any time',
  planned: 'On planned dates',
  none: 'Once, at the decision',
};

const explained: Record<Analysis['peeking'], string> = {
  'always-valid': 'Intervals stay right however often you look; the pilot needs about twice the customers.',
  planned: 'Each look on its date spends a part of the allowance.',
  none: 'The fewest customers; whoever looks earlier gets a warning in the report.',
};

/** How sure the intervals are to be, and how several questions share that certainty. */
export function AnalysisSection() {
  const { plan, change, known } = usePlanForm();
  const { analysis } = plan;
  const set = (next: Partial<Analysis>) => change({ ...plan, analysis: { ...analysis, ...next } });
  const offered: readonly Analysis['peeking'][] = ['always-valid', 'planned', 'none'];
  const levels = [...new Set([0.9, 0.95, 0.99, analysis.level])].toSorted((a, b) => a - b);
  return (
    <Card
      subtitle="A correction keeps several primary questions honest together. Looks before the decision date are allowed and logged; with “once, at the decision” they carry a warning."
      title="How it is counted"
    >
      <div className={styles.stack}>
        <div className={styles.fields}>
          <Select
            data={levels.map((level) => ({ value: String(level), label: `${Number((100 * level).toPrecision(6))} %` }))}
            error={useProblem('analysis.level')}
            label="Level of the intervals"
            onChange={(value) => set({ level: Number(value) })}
            value={String(analysis.level)}
          />
          <Select
            data={[
              { value: '2', label: 'Better or worse' },
              { value: '1', label: 'Better only' },
            ]}
            label="Looking for"
            onChange={(value) => set({ sides: value === '1' ? 1 : 2 })}
            value={String(analysis.sides)}
          />
          <Select
            data={offered.map((value) => ({ value, label: peeking[value] }))}
            description={explained[analysis.peeking]}
            error={useProblem('analysis.peeking')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            label="The lift is looked at"
            onChange={(value) => set(withPeeking((value ?? 'none') as Analysis['peeking'], plan))}
            value={analysis.peeking}
          />
          <Select
            data={[
              { value: 'none', label: 'No correction' },
              { value: 'holm', label: 'Holm' },
              { value: 'bh', label: 'Benjamini-Hochberg' },
            ]}
            error={useProblem('analysis.correction')}
            label="Correction"
            onChange={(value) => set({ correction: (value ?? 'none') as Analysis['correction'] })}
            value={analysis.correction ?? 'none'}
          />
        </div>
        {analysis.peeking === 'planned' && (
          <LooksField
            decideBy={plan.decision.decideBy}
            looks={analysis.looks ?? []}
            onChange={(looks) => set({ looks })}
          />
        )}
        <TagsInput
          data={known.traits.map((trait) => trait.key)}
          description="Traits known before the start, by whose groups the lift is told apart. Named here it is planned; found later it is only an idea for the next pilot."
          error={useProblem('analysis.segments')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="For whom it may differ"
          onChange={(segments) => set({ segments: segments.length === 0 ? undefined : segments })}
          placeholder={analysis.segments === undefined ? 'none' : ''}
          value={analysis.segments ?? []}
        />
      </div>
    </Card>
  );
}

/** Dates of looks stand only in a plan that keeps to them, the decision's first; an N only where it matters. */
function withPeeking(next: Analysis['peeking'], { analysis, decision }: Plan): Partial<Analysis> {
  return {
    peeking: next,
    looks: next === 'planned' ? (analysis.looks ?? [decision.decideBy]) : undefined,
    expectedN: next === 'none' ? undefined : analysis.expectedN,
  };
}
