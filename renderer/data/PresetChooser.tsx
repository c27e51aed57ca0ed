import { Button, Modal } from '@mantine/core';
import type { Mapping } from '#shared/records/mapping.ts';
import type { ConsideredPreset } from '#shared/records/preset/consider.ts';
import type { Guess } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from './PresetChooser.module.css';
import { PresetOption } from './PresetOption.tsx';
import { fitWords, lackWords, rememberedWords } from './preset-words.ts';
import type { ExportInHand } from './use-export.ts';

type Props = {
  readonly file: string;
  readonly guess: Guess;
  readonly inHand: ExportInHand;
  readonly onClose: () => void;
};

/** Every layout the export could be taken for, each with what it would recognise; those that do not fit say what they lack. */
export function PresetChooser({ file, guess, inHand, onClose }: Props) {
  const format = useFormat();
  const presets = useRead('data.presets', { file });
  const fitting = (presets.data ?? []).filter(({ mapping }) => mapping !== null);
  const others = (presets.data ?? []).filter(({ mapping }) => mapping === null);
  const taken = inHand.isEdited ? null : (inHand.preset ?? (guess.remembered ? null : (guess.preset ?? 'none')));
  const choose = (preset: string | null) => {
    inHand.choosePreset(preset);
    onClose();
  };
  const byHand = () => {
    inHand.change(leftOut(guess));
    onClose();
  };
  return (
    <Modal onClose={onClose} opened size="lg" title={`What is ${guess.file}?`}>
      <Failure failure={presets.error} onRetry={() => void presets.refetch()} />
      <div className={styles.list}>
        {guess.since !== null && (
          <PresetOption
            because={rememberedWords(guess.since, format)}
            inUse={!inHand.isEdited && inHand.preset === null}
            name="The same as last time"
            onChoose={() => choose(null)}
          />
        )}
        {fitting.map(({ id, name, mapping }) => (
          <PresetOption
            because={fitWords(mapping!, guess.header.length)}
            inUse={taken === id}
            key={id}
            name={name}
            onChoose={() => choose(id)}
          />
        ))}
        <PresetOption
          because="Every column is judged by its name and by what stands in it."
          inUse={taken === 'none'}
          name="None of these: the best guess"
          onChoose={() => choose('none')}
        />
        <PresetOption
          because="Every column is left out until you say what it becomes."
          inUse={false}
          name="By hand, from nothing"
          onChoose={byHand}
        />
      </div>
      {others.length > 0 && <NotFitting presets={others} />}
      <div className={styles.foot}>
        <Button onClick={onClose} variant="default">
          Leave it as it is
        </Button>
      </div>
    </Modal>
  );
}

function NotFitting({ presets }: { readonly presets: readonly ConsideredPreset[] }) {
  return (
    <details className={styles.others}>
      <summary>{presets.length} presets do not fit this file</summary>
      <dl>
        {presets.map((preset) => (
          <div key={preset.id}>
            <dt>{preset.name}</dt>
            <dd>{lackWords(preset)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function leftOut({ mapping, header }: Guess): Mapping {
  return {
    kind: mapping.kind,
    ...(mapping.kind === 'activities' ? { activity: mapping.activity ?? 'order' } : {}),
    ...(mapping.format === undefined ? {} : { format: mapping.format }),
    columns: Object.fromEntries(header.map((name) => [name, { to: 'ignore' as const }])),
  };
}
