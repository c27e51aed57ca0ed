import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

type Props = {
  readonly title?: string;
  /** One quiet line below the title: units, sizes, method. */
  readonly subtitle?: ReactNode;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  /** A coloured edge for what must be seen first. */
  readonly edge?: 'none' | 'good' | 'doubt' | 'bad' | 'flame';
  /** `flush` lets a table reach the card's edge. */
  readonly padding?: 'roomy' | 'flush';
  readonly children: ReactNode;
};

/** One thing on a screen, with its own heading. A card with a title is a region that screen readers name. */
export function Card({ title, subtitle, aside, edge = 'none', padding = 'roomy', children }: Props) {
  const heading = useId();
  const className = [styles.card, edge === 'none' ? '' : styles[edge], styles[padding]].filter(Boolean).join(' ');
  if (title === undefined) return <div className={className}>{children}</div>;
  return (
    <section aria-labelledby={heading} className={className}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title} id={heading}>
            {title}
          </h2>
          {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}
