import {
  IconDots,
  IconEye,
  IconHeadset,
  IconMail,
  IconMessage,
  IconPhone,
  IconReceipt,
  IconShoppingCart,
} from '@tabler/icons-react';
import type { Formatter } from '#shared/format/formatter.ts';
import type { StoryFeedback } from '#shared/identity/customer-story.ts';
import { useFormat } from '../../api/use-format.ts';
import { Chip } from '../../parts/Chip.tsx';
import styles from './TimeLineCard.module.css';
import { type Entry, type Group, groupNames, kindWords, momentOf } from './time-line.ts';

const icons: Readonly<Record<Group, typeof IconMail>> = {
  order: IconReceipt,
  cart: IconShoppingCart,
  mail: IconMail,
  ticket: IconHeadset,
  answer: IconMessage,
  call: IconPhone,
  visit: IconEye,
  other: IconDots,
};

type Props = { readonly entry: Entry; readonly files: ReadonlyMap<string, string> };

/** One thing that happened: what, when, how much, the customer's own words, and the row that says so. */
export function TimeLineEntry({ entry, files }: Props) {
  const format = useFormat();
  const { activity, said } = entry;
  const Icon = icons[entry.group];
  const words = said.flatMap(({ verbatim }) => (verbatim === null ? [] : [verbatim]));
  const properties = Object.entries(activity?.properties ?? {});
  const channel = said.find((one) => one.channel !== null)?.channel ?? null;
  return (
    <li className={styles.entry}>
      <span className={styles.icon}>
        <Icon aria-label={groupNames[entry.group]} size={18} stroke={1.75} />
      </span>
      <div>
        <p className={styles.what}>
          <b>{kindWords(entry.kind)}</b>
          {activity?.reference ? ` ${activity.reference}` : ''}
          {channel === null ? '' : ` by ${channel}`}{' '}
          {said.map((one) => one.score !== null && <Score answer={one} key={one.question} />)}
        </p>
        {words.map((text) => (
          <blockquote className={styles.said} key={text}>
            {text}
          </blockquote>
        ))}
        {properties.length > 0 && (
          <details className={styles.more}>
            <summary>More of this row</summary>
            <dl>
              {properties.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
        <p className={styles.quiet}>
          {whenWords(entry, format)} · {files.get(entry.source) ?? entry.source} row {format.count(entry.line)}
        </p>
      </div>
      <span className={styles.amount}>
        {activity?.amount == null ? '' : format.money(activity.amount, activity.currency)}
      </span>
    </li>
  );
}

function whenWords(entry: Entry, format: Formatter): string {
  const at = momentOf(entry);
  if (at === null) return 'No date';
  return entry.dayOnly ? format.dateShort(at) : format.dateTime(at);
}

/** A score with what it was asked; promoters and detractors are told apart by colour and by word. */
function Score({ answer }: { readonly answer: StoryFeedback }) {
  const format = useFormat();
  const { question, score } = answer;
  const name = kindWords(question ?? 'score');
  if (question !== 'nps' || score === null) return <Chip tone="quiet">{`${name} ${format.number(score)}`}</Chip>;
  const [tone, word] =
    score >= 9
      ? (['good', 'promoter'] as const)
      : score >= 7
        ? (['quiet', 'passive'] as const)
        : (['bad', 'detractor'] as const);
  return <Chip tone={tone}>{`${name} ${format.number(score)}, ${word}`}</Chip>;
}
