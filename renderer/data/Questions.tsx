import { Button, Select } from '@mantine/core';
import type { StatedFormat } from '#shared/records/mapping.ts';
import type { Question } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { readDate } from './format-examples.ts';
import styles from './Questions.module.css';
import { timeZones } from './time-zones.ts';

type Props = {
  readonly questions: readonly Question[];
  readonly disabled: boolean;
  readonly onAnswer: (part: StatedFormat) => void;
};

/** What only a person can say of the file; asked once, remembered with the mapping. */
export function Questions({ questions, disabled, onAnswer }: Props) {
  if (questions.length === 0) return null;
  return (
    <fieldset className={styles.questions} disabled={disabled}>
      <legend className="unseen">To be said by you</legend>
      {questions.map((question) =>
        question.ask === 'date-order' ? (
          <DateOrderQuestion key={question.ask} onAnswer={onAnswer} question={question} />
        ) : (
          <TimeZoneQuestion key={question.ask} onAnswer={onAnswer} question={question} />
        ),
      )}
    </fieldset>
  );
}

type Asked<Ask extends Question['ask']> = {
  readonly question: Extract<Question, { ask: Ask }>;
  readonly onAnswer: (part: StatedFormat) => void;
};

function DateOrderQuestion({ question, onAnswer }: Asked<'date-order'>) {
  const format = useFormat();
  return (
    <div className={styles.question}>
      <p>
        <b>
          Which day is <code>{question.cell}</code>?
        </b>{' '}
        No date of the file tells. Until you say so, rows with such dates go to quarantine.
      </p>
      <div className={styles.answers}>
        <Button onClick={() => onAnswer({ dateOrder: 'dmy' })} size="compact-sm" variant="default">
          {readDate(question.cell, 'dmy', format)}: the day comes first
        </Button>
        <Button onClick={() => onAnswer({ dateOrder: 'mdy' })} size="compact-sm" variant="default">
          {readDate(question.cell, 'mdy', format)}: the month comes first
        </Button>
      </div>
    </div>
  );
}

function TimeZoneQuestion({ question, onAnswer }: Asked<'time-zone'>) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const likely = [...new Set([here, ...question.zones, 'UTC'])];
  return (
    <div className={styles.question}>
      <p>
        <b>
          In which time zone is <code>{question.cell}</code>?
        </b>{' '}
        The times in "{question.column}" do not say. Until you do, they are read as UTC.
      </p>
      <div className={styles.answers}>
        {likely.map((zone) => (
          <Button key={zone} onClick={() => onAnswer({ timeZone: zone })} size="compact-sm" variant="default">
            {zone}
            {zone === here && zone !== 'UTC' ? ', as on this computer' : ''}
          </Button>
        ))}
        <Select
          aria-label="Another time zone"
          data={timeZones}
          onChange={(zone) => zone !== null && onAnswer({ timeZone: zone })}
          placeholder="Another…"
          searchable
          size="xs"
          value={null}
          w="11rem"
        />
      </div>
    </div>
  );
}
