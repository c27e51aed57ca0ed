import { type ReactNode, useContext } from 'react';
import styles from './Page.module.css';
import { PageFrameContext } from './page-frame.ts';

type Props = {
  /** The finding, in words a sponsor would use: what this screen says, not what it is called. */
  readonly title: string;
  /** The next sentence: the range, the reason, what to do. */
  readonly lead?: ReactNode;
  /** Small buttons of this screen, on the top line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of a screen: top line with crumbs and tools, the finding as headline, then the work. */
export function Page({ title, lead, actions, children }: Props) {
  const { crumbs, tools } = useContext(PageFrameContext);
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <nav aria-label="You are here">
          <ol className={styles.crumbs}>
            {crumbs.map((crumb) => (
              <li key={crumb}>{crumb}</li>
            ))}
          </ol>
        </nav>
        <div className={styles.tools}>
          {actions}
          {tools}
        </div>
      </div>
      <h1 className={styles.title} id="finding" tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      <div className={styles.body}>{children}</div>
    </div>
  );
}
