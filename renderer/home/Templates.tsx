import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TemplateCard as TemplateValue } from '#shared/api/summary.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { NewPilot } from './NewPilot.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import styles from './Templates.module.css';

/** A new pilot: one of the pain points many know, or the sample shop to try everything on. */
export function Templates({ onSample }: { readonly onSample: () => void }) {
  const templates = useRead('pilot.templates', {});
  const [chosen, setChosen] = useState<TemplateValue | null>(null);
  return (
    <section aria-labelledby="new-pilot" className={styles.templates}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title} id="new-pilot">
            Start from a pain point
          </h2>
          <p className={styles.quiet}>Each brings a charter and a plan to edit; nothing is fixed until you seal it.</p>
        </div>
        <div className={styles.sample}>
          <span className={styles.quiet}>Just looking? A made-up shop with a finished pilot:</span>
          <Button onClick={onSample} variant="light">
            Try the sample shop
          </Button>
        </div>
      </div>
      <Failure failure={templates.error} onRetry={() => void templates.refetch()} />
      <ul className={styles.cards}>
        {(templates.data ?? []).map((template) => (
          <li key={template.id}>
            <TemplateCard onChoose={() => setChosen(template)} template={template} />
          </li>
        ))}
      </ul>
      {chosen !== null && <NewPilot onClose={() => setChosen(null)} template={chosen} />}
    </section>
  );
}
