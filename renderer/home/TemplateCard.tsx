import type { TemplateCard as TemplateValue } from '#shared/api/summary.ts';
import styles from './Templates.module.css';

type Props = { readonly template: TemplateValue; readonly onChoose: () => void };

/** One pain point: what hurts, what is tried against it, and what would show that it helps. */
export function TemplateCard({ template, onChoose }: Props) {
  return (
    <button className={styles.card} onClick={onChoose} type="button">
      <span className={styles.name}>{template.name}</span>
      <span className={styles.pain}>{template.pain}</span>
      <span className={styles.answer}>
        <span className={styles.label}>Tried</span> {template.intervention}
      </span>
      <span className={styles.answer}>
        <span className={styles.label}>Measured</span> {template.primaryMetric}
      </span>
    </button>
  );
}
