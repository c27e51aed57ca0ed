import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import { call } from '../api/bridge.ts';
import { useChange } from '../api/use-change.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from './Appearance.module.css';

type Props = {
  readonly logo: string | null;
  readonly disabled: boolean;
  readonly onChange: (logo: string | null) => void;
};

/** The logo, chosen in the system's dialog. What comes back from the engine is a picture that only draws. */
export function LogoField({ logo, disabled, onChange }: Props) {
  const choose = useChange('app.chooseLogo');
  const read = useMutation<{ logo: string }, FailureValue, string>({
    mutationFn: (file) => call('report.readLogo', { file }),
  });
  const take = async () => {
    const file = await choose.mutateAsync({}).catch(() => null);
    if (file === null) return;
    const taken = await read.mutateAsync(file.grant).catch(() => null);
    if (taken !== null) onChange(taken.logo);
  };
  return (
    <div>
      <span className={styles.label}>Logo</span>
      {logo !== null && <img alt="The logo as chosen" className={styles.logo} src={logo} />}
      <div className={styles.ways}>
        <Button disabled={disabled} onClick={() => void take()} size="compact-sm" variant="default">
          {logo === null ? 'Choose a PNG or SVG…' : 'Another…'}
        </Button>
        {logo !== null && (
          <Button disabled={disabled} onClick={() => onChange(null)} size="compact-sm" variant="subtle">
            Take it out
          </Button>
        )}
      </div>
      <Failure failure={choose.error ?? read.error} onDismiss={read.reset} />
    </div>
  );
}
