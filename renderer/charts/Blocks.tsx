import type { Block } from '#shared/report/model.ts';
import { assertNever } from '#shared/stats/result.ts';
import { Chip } from '../parts/Chip.tsx';
import styles from './Blocks.module.css';
import { FigureTable, noMarks } from './FigureTable.tsx';

/** Blocks of the report on the screen: the same words and figures, in the app's own looks. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className={styles.blocks}>
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a finished section never move
        <OneBlock block={block} key={i} />
      ))}
    </div>
  );
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'quote':
      return (
        <figure>
          <blockquote>{block.text}</blockquote>
          <figcaption>{block.by}</figcaption>
        </figure>
      );
    case 'heading':
      return (
        <h3>
          {block.text} {block.note !== null && <Chip tone="quiet">{block.note}</Chip>}
        </h3>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'definitions':
      return (
        <dl>
          {block.items.map(({ term, text }) => (
            <div key={`${term} ${text}`}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <FigureTable marks={noMarks} table={block.table} />;
    case 'chart':
      return <p>{block.chart.alt}</p>;
    case 'code':
      return (
        <figure className={styles.code}>
          <figcaption>{block.label}</figcaption>
          <pre>{block.text}</pre>
        </figure>
      );
    case 'callout':
      return (
        <p className={styles.callout}>
          <b>{block.title}</b> {block.text}
        </p>
      );
    default:
      return assertNever(block);
  }
}
