import { Select, TagsInput } from '@mantine/core';
import type { Analysis } from '#shared/plan/plan.ts';
import { Card } from '../parts/Card.tsx';
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
  const { plan, change } = usePlanForm();
  const { analysis } = plan;
  const set = (next: Partial<Analysis>) => change({ ...plan, analysis: { ...analysis, ...next } });
  const looksProblem = useProblem('analysis.looks');
  const offered = [...new Set<Analysis['peeking']>(['always-valid', 'none', analysis.peeking])];
  const levels = [...new Set([0.9, 0.95, 0.99, analysis.level])].toSorted((a, b) => a - b);
  return (
    <Card
      subtitle="A correction keeps several primary questions honest together. Looks before the decision date are allowed and logged; with “once, at the decision” they carry a warning."
      title="How it is counted"
    >
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
          onChange={(value) => set(withPeeking((value ?? 'none') as Analysis['peeking'], analysis))}
          value={analysis.peeking}
        />
        {analysis.peeking === 'planned' && (
          <TagsInput
            description="Dates such as 2026-11-01, the last of them the decision's."
            error={looksProblem}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            label="Looks"
            onChange={(looks) => set({ looks })}
            value={analysis.looks ?? []}
          />
        )}
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
    </Card>
  );
}

/** Dates of looks stand only in a plan that keeps to them; an N is tuned to only where it matters. */
function withPeeking(next: Analysis['peeking'], analysis: Analysis): Partial<Analysis> {
  return {
    peeking: next,
    looks: next === 'planned' ? analysis.looks : undefined,
    expectedN: next === 'always-valid' ? analysis.expectedN : undefined,
  };
}
