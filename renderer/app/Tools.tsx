import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconMoon, IconQuestionMark, IconSun } from '@tabler/icons-react';
import { keyNames } from '../parts/key-names.ts';
import { help } from './help-store.ts';
import styles from './Tools.module.css';

/** The tools at the end of every top line: search, light or dark, keys. */
export function Tools() {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'light' ? 'dark' : 'light';
  return (
    <>
      <button aria-keyshortcuts="Control+K" className={styles.search} onClick={() => spotlight.open()} type="button">
        {keyNames('mod+K')}
        <span className="unseen"> Go to or do anything</span>
      </button>
      <ActionIcon
        aria-label={other === 'dark' ? 'Switch to dark' : 'Switch to light'}
        color="gray"
        onClick={() => setColorScheme(other)}
        size="md"
        variant="subtle"
      >
        {other === 'dark' ? <IconMoon size={16} stroke={1.75} /> : <IconSun size={16} stroke={1.75} />}
      </ActionIcon>
      <ActionIcon
        aria-keyshortcuts="?"
        aria-label="Keyboard help"
        color="gray"
        onClick={() => help.set('keys')}
        size="md"
        variant="subtle"
      >
        <IconQuestionMark size={16} stroke={1.75} />
      </ActionIcon>
    </>
  );
}
