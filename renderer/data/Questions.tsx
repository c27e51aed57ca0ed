import { Button } from '@mantine/core';
import type { DateOrder, StatedFormat } from '#shared/records/mapping.ts';
import type { Question } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { LongSelect } from '../parts/LongSelect.tsx';
import { readAmount, readDate } from './format-examples.ts';
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
      {questions.map((question) => (
        <OneQuestion key={question.ask} onAnswer={onAnswer} question={question} />
      ))}
    </fieldset>
  );
}

function OneQuestion({ question, onAnswer }: { readonly question: Question; readonly onAnswer: Props['onAnswer'] }) {
  switch (question.ask) {
    case 'date-order':
      return <DateOrderQuestion onAnswer={onAnswer} question={question} />;
    case 'decimal':
      return <DecimalQuestion onAnswer={onAnswer} question={question} />;
    case 'time-zone':
      return <TimeZoneQuestion onAnswer={onAnswer} question={question} />;
  }
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
        {(question.orders.length === 0 ? CONTRADICTING : question.orders).map((dateOrder) => (
          <Button key={dateOrder} onClick={() => onAnswer({ dateOrder })} size="compact-sm" variant="default">
            {readDate(question.cell, dateOrder, format)}: the {FIRST[dateOrder]} comes first
          </Button>
        ))}
      </div>
    </div>
  );
}

const FIRST: Readonly<Record<DateOrder, string>> = { dmy: 'day', mdy: 'month', ymd: 'year' };
/** Offered where no order suits all dates of the file: one of them suits more than the other. */
const CONTRADICTING: readonly DateOrder[] = ['dmy', 'mdy'];

function DecimalQuestion({ question, onAnswer }: Asked<'decimal'>) {
  const format = useFormat();
  return (
    <div className={styles.question}>
      <p>
        <b>
          How much is <code>{question.cell}</code>?
        </b>{' '}
        It could be thousands or a fraction, and no number in "{question.column}" tells.
      </p>
      <div className={styles.answers}>
        {DECIMALS.map((decimal) => (
          <Button key={decimal} onClick={() => onAnswer({ decimal })} size="compact-sm" variant="default">
            {question.cell.includes(decimal) ? 'A fraction' : 'Thousands'}: {readAmount(question.cell, decimal, format)}
          </Button>
        ))}
      </div>
    </div>
  );
}

const DECIMALS = ['.', ','] as const;

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
        <LongSelect
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
