import { Switch } from '@mantine/core';
import type { Arrangement } from '#shared/report/arrangement.ts';
import { HIDDEN } from '#shared/report/redact.ts';
import { type QuoteEdit, wordsOf } from '#shared/report/voice/looked-over.ts';
import type { Quote } from '#shared/report/voice/voice.ts';
import { english } from '#shared/text/english/index.ts';
import { Card } from '../parts/Card.tsx';
import styles from './Arrange.module.css';
import type { Arranging } from './use-arrangement.ts';

type Props = { readonly arrangement: Arrangement; readonly arranging: Arranging; readonly quotes: readonly Quote[] };

const UNTOUCHED: QuoteEdit = { leftOut: false, blacked: [] };

/** The lead's look at the words of customers before they leave the house: none is put in the place of another. */
export function QuotesCard({ arrangement, arranging, quotes }: Props) {
  if (quotes.length === 0) return null;
  return (
    <Card
      subtitle="Drawn by chance, balanced over arms and scores. Click a word to black it out; leave out what could hurt or name somebody. The report counts both, and nothing is put in their place."
      title="Words of customers: look before you send"
    >
      <ul className={styles.sections}>
        {quotes.map((quote) => (
          <QuoteRow
            edit={arrangement.quotes[quote.key] ?? UNTOUCHED}
            key={quote.key}
            onEdit={(edit) =>
              arranging.keep({
                ...arrangement,
                quotes: { ...arrangement.quotes, [quote.key]: { leftOut: edit.leftOut, blacked: [...edit.blacked] } },
              })
            }
            quote={quote}
            readOnly={arranging.readOnly}
          />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = {
  readonly quote: Quote;
  readonly edit: QuoteEdit;
  readonly readOnly: boolean;
  readonly onEdit: (edit: QuoteEdit) => void;
};

function QuoteRow({ quote, edit, readOnly, onEdit }: RowProps) {
  const { by, kind, band } = english.report.why;
  const who = by(
    quote.arm,
    kind(quote.kind),
    quote.band === 'none' ? null : band[quote.band],
    quote.score === null ? null : String(quote.score),
  );
  const toggle = (i: number) =>
    onEdit({
      ...edit,
      blacked: edit.blacked.includes(i)
        ? edit.blacked.filter((one) => one !== i)
        : [...edit.blacked, i].sort((a, b) => a - b),
    });
  return (
    <li className={styles.quote}>
      <p className={edit.leftOut ? styles.out : styles.in}>
        {wordsOf(quote.text).map((word, i) => {
          const hidden = edit.blacked.includes(i);
          return (
            <button
              aria-pressed={hidden}
              className={hidden ? styles.blacked : styles.word}
              disabled={readOnly || edit.leftOut || word === HIDDEN}
              // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the text
              key={i}
              onClick={() => toggle(i)}
              type="button"
            >
              {word}
            </button>
          );
        })}
      </p>
      <span className={styles.quiet}>{who}</span>
      <Switch
        aria-label={`Leave out: ${quote.text}`}
        checked={edit.leftOut}
        disabled={readOnly}
        label="Leave out"
        onChange={() => onEdit({ ...edit, leftOut: !edit.leftOut })}
        size="xs"
      />
    </li>
  );
}
