import { Modal } from '@mantine/core';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import type { Comparison } from '#shared/report/compare/compared.ts';
import { comparisonStory } from '#shared/report/compare/comparison-blocks.ts';
import { english } from '#shared/text/english/index.ts';
import { useFormat } from '../api/use-format.ts';
import { Failure } from '../parts/Failure.tsx';
import { Blocks } from './Blocks.tsx';

type Props = {
  readonly comparison: Comparison | null;
  readonly failure: FailureValue | null;
  readonly onClose: () => void;
};

/** Two pilots, or two looks of one, side by side, in a dialog of their own. */
export function ComparisonView({ comparison, failure, onClose }: Props) {
  const format = useFormat();
  const story = comparison === null ? null : comparisonStory(comparison, { text: english, format });
  return (
    <Modal
      onClose={onClose}
      opened={comparison !== null || failure !== null}
      size="72rem"
      title={story?.title ?? 'Side by side'}
    >
      <Failure failure={failure} />
      {story !== null && (
        <>
          <p>
            <b>{story.finding}</b>
          </p>
          <Blocks blocks={story.blocks} />
        </>
      )}
    </Modal>
  );
}
