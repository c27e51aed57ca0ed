import styles from './FormatSettings.module.css';
import type { Example } from './format-examples.ts';

/** A cell of the file, read both ways. */
export function CellExample({ example }: { readonly example: Example | null }) {
  if (example === null) return null;
  const [first] = example.readings;
  const same = example.readings.every((reading) => reading.as === first?.as);
  return (
    <p className={styles.example}>
      <code>{example.cell}</code>{' '}
      {same ? `is ${first?.as} either way` : example.readings.map(({ way, as }) => `${way}: ${as}`).join('; ')}
    </p>
  );
}
