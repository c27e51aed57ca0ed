import styles from './Warnings.module.css';

/** What is in doubt about an export, in amber, one sentence each. */
export function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  // The command line must list the columns left out; here the table shows them.
  const told = warnings.filter((warning) => !isLeftOut(warning));
  if (told.length === 0) return null;
  return (
    <ul aria-label="In doubt" className={styles.warnings}>
      {told.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}

/** Whether a warning lists the columns that are left out. */
export function isLeftOut(warning: string): boolean {
  return warning.startsWith('Left out: ');
}
