import styles from './ArmMark.module.css';

type Props = { readonly role: 'control' | 'treatment'; readonly label?: string };

/** Control is a slate circle and treatment a flame-coloured diamond, everywhere: shape and colour both say it. */
export function ArmMark({ role, label }: Props) {
  return (
    <span className={styles.arm}>
      <svg aria-hidden="true" className={styles[role]} height="10" viewBox="0 0 10 10" width="10">
        {role === 'control' ? <circle cx="5" cy="5" r="4.25" /> : <path d="M5 0 10 5 5 10 0 5Z" />}
      </svg>
      {label}
    </span>
  );
}
