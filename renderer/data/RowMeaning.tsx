import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import type { Mapping, MappingKind } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';
import styles from './RowMeaning.module.css';
import { kinds } from './row-words.ts';

type Props = { readonly guess: Guess; readonly mapping: Mapping; readonly onChange: (mapping: Mapping) => void };

/** Says what one row of the export is, and by what it is known again next week. */
export function RowMeaning({ guess, mapping, onChange }: Props) {
  const { activity: _activity, feedback: _feedback, rowKey: _rowKey, ...rest } = mapping;
  const ofKind = (kind: MappingKind) => {
    const { activities: _several, continuation: _continuation, ...plain } = rest;
    if (kind === 'activities') return onChange({ ...plain, kind, activity: mapping.activity ?? 'order' });
    if (kind === 'feedback') return onChange({ ...plain, kind, feedback: mapping.feedback ?? 'survey' });
    return onChange({ ...plain, kind });
  };
  const namesCustomer = Object.values(mapping.columns).some(({ to }) => to === 'identity');
  const { rowKey: _before, ...withoutKey } = mapping;
  return (
    <div className={styles.stack}>
      <Select
        comboboxProps={{ withinPortal: false }}
        data={kinds}
        label="One row is"
        onChange={(kind) => kind !== null && ofKind(kind as MappingKind)}
        value={mapping.kind}
      />
      {mapping.kind === 'activities' && mapping.activities === undefined && (
        <TextInput
          description="order, cart, visit, email_sent, refund, … or leave it empty and choose a column for it"
          label="Kind of activity"
          onChange={({ currentTarget: { value } }) => {
            const { activity: _old, ...without } = mapping;
            onChange(value.trim() === '' ? without : { ...without, activity: value.trim() });
          }}
          spellCheck={false}
          value={mapping.activity ?? ''}
        />
      )}
      {mapping.kind === 'feedback' && (
        <TextInput
          description="nps, csat, survey, complaint, review, interview, call"
          label="Kind of feedback"
          onChange={({ currentTarget: { value } }) => {
            const { feedback: _old, ...without } = mapping;
            onChange(value.trim() === '' ? without : { ...without, feedback: value.trim() });
          }}
          spellCheck={false}
          value={mapping.feedback ?? ''}
        />
      )}
      {!namesCustomer && (
        <Checkbox
          checked={mapping.identity === 'row'}
          description="Otherwise say which column names the customer."
          label="No column names a customer: each row is one of its own"
          onChange={({ currentTarget: { checked } }) => {
            const { identity: _before, ...without } = mapping;
            onChange(checked ? { ...without, identity: 'row' } : without);
          }}
        />
      )}
      <MultiSelect
        comboboxProps={{ withinPortal: false }}
        data={guess.header}
        description="A row that is the same in these is updated next week, not added."
        label="Known again by"
        onChange={(rowKey) => onChange(rowKey.length === 0 ? withoutKey : { ...withoutKey, rowKey })}
        searchable
        value={mapping.rowKey ?? []}
      />
    </div>
  );
}
