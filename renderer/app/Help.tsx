import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useRead } from '../api/use-read.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import styles from './Help.module.css';
import { help } from './help-store.ts';
import { journey } from './steps.ts';

const keys: readonly { readonly keys: string; readonly does: string }[] = [
  ...journey.map(({ name }, index) => ({ keys: `mod+${index + 1}`, does: name })),
  { keys: 'mod+0', does: 'Home' },
  { keys: 'mod+K', does: 'Go to or do anything' },
  { keys: 'mod+Z', does: 'Undo the last change of the charter' },
  { keys: 'mod+Enter', does: 'Import the export shown' },
  { keys: 'M', does: 'Show the method (lift)' },
  { keys: '?', does: 'This help' },
  { keys: 'Esc', does: 'Close what is open' },
];

/** Keyboard help and the few facts about the app. */
export function Help() {
  const topic = useSyncExternalStore(help.subscribe, help.get);
  const info = useRead('app.info', {}).data;
  const close = () => help.set('none');
  return (
    <>
      <Modal onClose={close} opened={topic === 'keys'} title="Every key there is">
        <dl className={styles.keys}>
          {keys.map((key) => (
            <div key={key.keys}>
              <dt>
                <KeyHint keys={key.keys} />
              </dt>
              <dd>{key.does}</dd>
            </div>
          ))}
        </dl>
      </Modal>
      <Modal onClose={close} opened={topic === 'about'} title="Pilotlight">
        <p>
          A workbench for one pilot project: from raw exports to an honest report. Everything stays on this machine.
        </p>
        {info !== undefined && (
          <p className={styles.quiet}>
            Version {info.version} on {info.platform}, numbers and dates as in {info.locale}.
          </p>
        )}
      </Modal>
    </>
  );
}
