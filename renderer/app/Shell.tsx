import { type ReactNode, useMemo } from 'react';
import type { PilotSummary } from '#shared/api/summary.ts';
import { PageFrameContext } from '../parts/page-frame.ts';
import { usePlace } from '../parts/place.ts';
import { FileFoot } from './FileFoot.tsx';
import { Journey } from './Journey.tsx';
import styles from './Shell.module.css';
import { nameOf } from './steps.ts';
import { Tools } from './Tools.tsx';

type Props = { readonly pilot: PilotSummary | null; readonly children: ReactNode };

/** What stands around every screen: the journey on the left, the file at its foot, the screen at the right. */
export function Shell({ pilot, children }: Props) {
  const { place, go } = usePlace();
  const frame = useMemo(
    () => ({ crumbs: place === 'home' ? ['Home'] : [pilot?.name ?? '', nameOf(place)], tools: <Tools /> }),
    [place, pilot?.name],
  );
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#work">
        Skip to the screen
      </a>
      <aside className={styles.side}>
        <button
          aria-current={place === 'home' ? 'page' : undefined}
          aria-label="Pilotlight: home, all pilots"
          className={styles.brand}
          onClick={() => go('home')}
          type="button"
        >
          <Flame />
          <span className={styles.word}>Pilotlight</span>
        </button>
        <Journey pilot={pilot} />
        <FileFoot pilot={pilot} />
      </aside>
      <main className={styles.work} id="work" tabIndex={-1}>
        <PageFrameContext value={frame}>{children}</PageFrameContext>
      </main>
    </div>
  );
}

function Flame() {
  return (
    <svg aria-hidden="true" height="20" viewBox="0 0 20 20" width="20">
      <path
        className={styles.flame}
        d="M10.6 1.2c.5 2.6 4 4.6 4 8.6a4.6 4.6 0 0 1-9.2 0c0-1.7.8-2.9 1.7-3.9.2 1.2.7 1.9 1.4 2.2-.3-2.7.5-5.1 2.1-6.9Z"
      />
      <rect className={styles.base} height="2" rx="1" width="14" x="3" y="16.5" />
    </svg>
  );
}
