import { ActionIcon, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ColumnTarget } from '#shared/records/mapping.ts';
import { DetailFields } from './DetailFields.tsx';

type Props = {
  readonly header: string;
  readonly target: ColumnTarget;
  readonly disabled: boolean;
  readonly onChange: (target: ColumnTarget) => void;
};

/** The finer points of what a column becomes: its name, the system a number comes from, a score's scale. */
export function BecomesDetails({ header, target, disabled, onChange }: Props) {
  if (!hasDetails(target)) return null;
  return (
    <Popover position="bottom-end" shadow="md" trapFocus width={300}>
      <Popover.Target>
        <ActionIcon aria-label={`Details of ${header}`} color="gray" disabled={disabled} size="sm" variant="subtle">
          <IconAdjustmentsHorizontal size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DetailFields onChange={onChange} target={target} />
      </Popover.Dropdown>
    </Popover>
  );
}

function hasDetails(target: ColumnTarget): boolean {
  if (target.to === 'identity') return target.key.startsWith('number:');
  return target.to === 'property' || target.to === 'trait' || target.to === 'score';
}
