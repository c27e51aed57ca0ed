import { Button, Checkbox, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { PilotRow, PortfolioRow } from '#shared/report/portfolio/portfolio-row.ts';
import {
  liftOf,
  liftPicture,
  liftScale,
  liftsIn,
  moneyOf,
  onOneLine,
  type PortfolioWords,
  verdictText,
} from '#shared/report/portfolio/portfolio-table.ts';
import { english } from '#shared/text/english/index.ts';
import { useFormat } from '../api/use-format.ts';
import { IntervalMark } from '../charts/IntervalMark.tsx';
import { Chip } from '../parts/Chip.tsx';
import styles from './Portfolio.module.css';
import { type Order, ordered } from './portfolio-order.ts';

type Props = {
  readonly rows: readonly PortfolioRow[];
  readonly onOpen: (file: string) => void;
  readonly onCompare: (one: string, other: string) => void;
};

const say = english.portfolio;
const TONE = { scale: 'good', extend: 'doubt', stop: 'bad', invalid: 'bad' } as const;

/** The pilots as lines that open, sorted by the column chosen and narrowed by what is typed. */
export function PortfolioTable({ rows, onOpen, onCompare }: Props) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const tick = (file: string) =>
    setTicked((before) => (before.includes(file) ? before.filter((one) => one !== file) : [...before, file].slice(-2)));
  const [first, second] = ticked;
  const format = useFormat();
  const [order, setOrder] = useState<Order>('name');
  const [wanted, setWanted] = useState('');
  const words: PortfolioWords = { text: english, format };
  const scale = liftScale(liftsIn(rows));
  const head = (name: string, by: Order, align: 'start' | 'end' = 'start') => (
    <th
      aria-sort={order === by ? (by === 'lift' || by === 'money' ? 'descending' : 'ascending') : 'none'}
      className={styles[align]}
      scope="col"
    >
      <UnstyledButton className={styles.sort} onClick={() => setOrder(by)}>
        {name}
      </UnstyledButton>
    </th>
  );
  if (rows.length === 0) return <p className={styles.nothing}>{say.none}</p>;
  const shown = ordered(rows, order, wanted);
  return (
    <>
      <div className={styles.top}>
        <TextInput
          aria-label="Narrow the list"
          className={styles.search}
          onChange={(event) => setWanted(event.currentTarget.value)}
          placeholder="Name, owner, question, verdict"
          size="xs"
          value={wanted}
        />
        <Button
          disabled={first === undefined || second === undefined}
          onClick={() => first !== undefined && second !== undefined && onCompare(first, second)}
          size="compact-sm"
          variant="default"
        >
          {second === undefined ? 'Tick two to compare' : 'Compare these two'}
        </Button>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head(say.columns.pilot, 'name')}
              {head(say.columns.verdict, 'verdict')}
              {head(say.columns.lift, 'lift', 'end')}
              <th scope="col">{say.columns.drawn}</th>
              {head(say.columns.money, 'money', 'end')}
              <th scope="col">{say.columns.owner}</th>
              {head(say.columns.decides, 'decideBy')}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) =>
              row.kind === 'pilot' ? (
                <Line
                  key={row.file}
                  onOpen={onOpen}
                  onTick={tick}
                  ticked={ticked.includes(row.file)}
                  row={row}
                  scale={scale}
                  words={words}
                />
              ) : (
                <tr key={row.file}>
                  <th scope="row">{row.file}</th>
                  <td className={styles.problem} colSpan={6}>
                    {row.sentence}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className={styles.nothing}>No pilot of this folder matches.</p>}
      <p className={styles.note}>{say.separate}</p>
    </>
  );
}

type LineProps = {
  readonly row: PilotRow;
  readonly scale: { min: number; max: number };
  readonly words: PortfolioWords;
  readonly onOpen: (file: string) => void;
  readonly ticked: boolean;
  readonly onTick: (file: string) => void;
};

function Line({ row, scale, words, onOpen, ticked, onTick }: LineProps) {
  const { look } = row;
  const [lift, money] = [liftOf(look, words), moneyOf(look, words)];
  return (
    <tr>
      <th scope="row">
        <span className={styles.named}>
          <Checkbox
            aria-label={`Compare ${row.name} (${row.file})`}
            checked={ticked}
            disabled={look === null}
            onChange={() => onTick(row.file)}
            size="xs"
          />
          <UnstyledButton className={styles.open} onClick={() => onOpen(row.file)}>
            {row.name}
          </UnstyledButton>
        </span>
        <span className={styles.quiet}>{row.question}</span>
        <span className={styles.quiet}>{row.file}</span>
      </th>
      <td>
        {look?.verdict == null ? (
          <span className={styles.quiet}>{verdictText(look, words)}</span>
        ) : (
          <Chip tone={TONE[look.verdict]}>{verdictText(look, words)}</Chip>
        )}
        {look === null ? (
          <span className={styles.quiet}>Next: {row.next}</span>
        ) : (
          <span className={styles.quiet}>
            {words.format.dateShort(look.at)} · {look.stands ? say.looks(String(look.looks)) : say.stale}
          </span>
        )}
      </td>
      <td className={styles.end}>
        {lift.figure}
        {lift.range !== null && <span className={styles.range}>{lift.range}</span>}
        {look !== null && <span className={styles.quiet}>{look.metric}</span>}
      </td>
      <td>
        {look?.lift != null && <IntervalMark label={onOneLine(lift, words)} picture={liftPicture(look.lift, scale)} />}
      </td>
      <td className={styles.end}>
        {money.figure}
        {money.range !== null && <span className={styles.range}>{money.range}</span>}
      </td>
      <td>{row.owner}</td>
      <td>{words.format.dateShort(row.decideBy)}</td>
    </tr>
  );
}
