import { Select } from '@mantine/core';
import type { Analysis } from '#shared/plan/plan.ts';
import { Card } from '../parts/Card.tsx';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

const peeking: Record<Analysis['peeking'], string> = {
  none: 'Once, at the decision',
  planned: 'On planned dates',
  'always-valid': 'At any time',
};

/** How sure the intervals are to be, and how several questions share that certainty. */
export function AnalysisSection() {
  const { plan, change } = usePlanForm();
  const { analysis } = plan;
  const set = (next: Partial<Analysis>) => change({ ...plan, analysis: { ...analysis, ...next } });
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
          error={useProblem('analysis.peeking')}
          label="The lift is looked at"
          onChange={(value) => set({ peeking: (value ?? 'none') as Analysis['peeking'] })}
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
    </Card>
  );
}
