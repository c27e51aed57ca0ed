import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CustomerStory } from '#shared/identity/customer-story.ts';
import { useFormat } from '../../api/use-format.ts';
import { Card } from '../../parts/Card.tsx';
import styles from './TimeLineCard.module.css';
import { TimeLineEntry } from './TimeLineEntry.tsx';
import { countGroups, type Group, groupNames, timeLine } from './time-line.ts';

const PAGE = 100;

type Props = { readonly story: CustomerStory; readonly files: ReadonlyMap<string, string> };

/** One time line of everything, latest first; the filters leave out what is not looked for. */
export function TimeLineCard({ story, files }: Props) {
  const format = useFormat();
  const entries = useMemo(() => timeLine(story), [story]);
  const groups = countGroups(entries);
  const [only, setOnly] = useState<readonly Group[]>([]);
  const [most, setMost] = useState(PAGE);
  const chosen = only.length === 0 ? entries : entries.filter(({ group }) => only.includes(group));
  const toggle = (group: Group) =>
    setOnly(only.includes(group) ? only.filter((one) => one !== group) : [...only, group]);
  return (
    <Card
      subtitle={`Latest first${only.length === 0 ? '' : `; ${format.count(chosen.length)} of ${format.count(entries.length)} shown`}`}
      title="Time line"
    >
      {groups.length > 1 && (
        <fieldset className={styles.filters}>
          <legend className="unseen">Show only</legend>
          {groups.map(([group, n]) => (
            <button
              aria-pressed={only.includes(group)}
              className={styles.filter}
              key={group}
              onClick={() => toggle(group)}
              type="button"
            >
              {groupNames[group]} <span>{format.count(n)}</span>
            </button>
          ))}
        </fieldset>
      )}
      {entries.length === 0 && <p className={styles.nothing}>No row tells of anything this customer did or said.</p>}
      <ol className={styles.line}>
        {chosen.slice(0, most).map((entry) => (
          <TimeLineEntry entry={entry} files={files} key={entry.id} />
        ))}
      </ol>
      {chosen.length > most && (
        <Button onClick={() => setMost(most + PAGE)} size="compact-sm" variant="default">
          Show {format.count(Math.min(PAGE, chosen.length - most))} more of {format.count(chosen.length - most)}
        </Button>
      )}
    </Card>
  );
}
