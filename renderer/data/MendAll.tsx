import { Button, Group } from '@mantine/core';
import type { Mended } from '#shared/records/mend.ts';
import { explainReason } from '#shared/records/reason.ts';
import { english } from '#shared/text/english/index.ts';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { Failure } from '../parts/Failure.tsx';
import { fixesInWords } from './mend-words.ts';
import styles from './QuarantineCard.module.css';

type Props = {
  readonly source: string | null;
  readonly reason: string;
  readonly rows: number;
  readonly disabled: boolean;
  readonly onMended: (result: Mended) => void;
};

/** One fix for all rows that stand there for the same reason. */
export function MendAll({ source, reason, rows, disabled, onMended }: Props) {
  const format = useFormat();
  const mend = useChange('data.mend');
  return (
    <div className={styles.fixes}>
      <p className={styles.lead}>
        {rows === 1 ? 'The row' : `All ${format.count(rows)} rows`} with this reason (
        {explainReason(reason, english.reason)}): read {rows === 1 ? 'it' : 'them'} again so
      </p>
      {reason.startsWith('other-currency: ') && (
        <p className={styles.lead}>Give a rate under Money below, and they come in converted.</p>
      )}
      <Group gap="xs">
        {fixesInWords(source, reason).map(({ label, how }) => (
          <Button
            disabled={disabled || mend.isPending}
            key={label}
            onClick={() => mend.mutate({ how }, { onSuccess: onMended })}
            size="compact-sm"
            variant="default"
          >
            {label}
          </Button>
        ))}
      </Group>
      <Failure failure={mend.error} />
    </div>
  );
}
