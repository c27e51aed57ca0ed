import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ASSUMPTION_UNIT, type Assumption, type AssumptionId } from '#shared/business/assumption.ts';
import type { BusinessCase } from '#shared/business/business-case.ts';
import { english } from '#shared/text/english/index.ts';
import { useChange } from '../api/use-change.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import styles from './Business.module.css';
import { editsOf, isSame, type TypedLine, typed } from './business-form.ts';

const say = english.report.assumption;

type Props = {
  readonly lines: readonly Assumption[];
  readonly edited: readonly Assumption[];
  readonly business: BusinessCase;
  readonly currency: string;
  readonly mode: 'writer' | 'reader';
};

/** The lines as a table of fields. Kept together: money is reckoned anew once, when all of them are as wanted. */
export function BusinessForm({ lines, edited, business, currency, mode }: Props) {
  const change = useChange('business.set');
  const [draft, setDraft] = useState(() => lines.map(typed));
  const unchanged = draft.every((line, i) => lines[i] !== undefined && isSame(typed(lines[i]), line));
  const set = (id: AssumptionId, part: Partial<TypedLine>) =>
    setDraft((before) => before.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const reading = mode === 'reader';
  return (
    <Card
      subtitle={
        business.kind === 'none'
          ? english.report.business.none[business.reason]
          : 'Money in the report follows from the lift and these lines; each shows where it comes from.'
      }
      title="What it is worth: the assumptions"
    >
      <div className={styles.scroll}>
        <table className={styles.lines}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Value</th>
              <th scope="col">May be off by</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {draft.map((line) => (
              <tr key={line.id}>
                <th scope="row">{say.name[line.id]}</th>
                <td>
                  <NumberInput
                    {...unitOf(line.id, currency)}
                    aria-label={say.name[line.id]}
                    hideControls
                    min={0}
                    onChange={(value) => set(line.id, { value: typeof value === 'number' ? value : null })}
                    placeholder={english.report.business[line.id === 'capacity' ? 'noLimit' : 'unknown']}
                    readOnly={reading}
                    thousandSeparator=","
                    value={line.value ?? ''}
                  />
                </td>
                <td>
                  <NumberInput
                    aria-label={`${say.name[line.id]}: may be off by`}
                    hideControls
                    max={100}
                    min={0}
                    onChange={(value) => set(line.id, { spread: typeof value === 'number' ? value : 0 })}
                    prefix="± "
                    readOnly={reading}
                    suffix=" %"
                    value={line.spread}
                  />
                </td>
                <td>
                  <TextInput
                    aria-label={`${say.name[line.id]}: source`}
                    maxLength={300}
                    onChange={(event) => set(line.id, { source: event.currentTarget.value })}
                    readOnly={reading}
                    value={line.source}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!reading && (
        <div className={styles.ways}>
          <Button
            disabled={unchanged}
            loading={change.isPending}
            onClick={() => change.mutate({ lines: editsOf(lines, edited, draft) })}
          >
            Keep these lines
          </Button>
          <Button
            disabled={edited.length === 0 || change.isPending}
            onClick={() => change.mutate({ lines: [] })}
            variant="default"
          >
            Back to what the pilot says
          </Button>
        </div>
      )}
      <Failure failure={change.error} onDismiss={change.reset} />
    </Card>
  );
}

function unitOf(id: AssumptionId, currency: string) {
  switch (ASSUMPTION_UNIT[id]) {
    case 'share':
      return { suffix: ' %', max: 100 };
    case 'money':
      return { suffix: ` ${currency}`, max: 1e12 };
    case 'count':
      return { decimalScale: 0, max: 1e12 };
  }
}
