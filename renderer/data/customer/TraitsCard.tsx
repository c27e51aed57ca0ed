import type { CustomerStory } from '#shared/identity/customer-story.ts';
import { Card } from '../../parts/Card.tsx';
import styles from './TraitsCard.module.css';

type Props = { readonly story: CustomerStory; readonly files: ReadonlyMap<string, string> };

/** What is known of the customer; of two exports that disagree the later one counts. */
export function TraitsCard({ story, files }: Props) {
  if (story.traits.length === 0) return null;
  return (
    <Card subtitle="Where two exports disagree, the later one counts" title="What is known">
      <dl className={styles.traits}>
        {story.traits.map(({ key, value, source }) => (
          <div key={key} title={`from ${files.get(source) ?? source}`}>
            <dt>{key}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
