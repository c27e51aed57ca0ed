import type { SourcePicture } from '#shared/records/source-picture.ts';
import { useFormat } from '../api/use-format.ts';
import { DayBars } from './DayBars.tsx';
import { barRows, farOutWords, gapWords, lackingWords, recordWords } from './picture-words.ts';
import styles from './SourceDetails.module.css';

const SHOWN = 8;

/** One source looked at closely: its records by day, gaps, what is missing, and amounts far from the others. */
export function SourceDetails({ picture }: { readonly picture: SourcePicture }) {
  const format = useFormat();
  const { days, gaps, lacking, empty, farOut, customers } = picture;
  const columns = empty?.columns ?? [];
  return (
    <div className={styles.details}>
      <section>
        <h3>Records</h3>
        <p>
          {recordWords(picture, format)}, of {format.count(customers)} {customers === 1 ? 'customer' : 'customers'}
        </p>
        {days !== null && (
          <>
            <div className={styles.wide}>
              <DayBars bars={days} />
            </div>
            <details>
              <summary>As a table</summary>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">Days</th>
                    <th className="figures" scope="col">
                      Records
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {barRows(days, format).map((row) => (
                    <tr key={row.days}>
                      <td>{row.days}</td>
                      <td className="figures">{row.n}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          </>
        )}
      </section>
      <section>
        <h3>Gaps in time</h3>
        <List nothing={days === null ? 'No record has a date.' : 'None: no long stretch is without a record.'}>
          {gaps.map((gap) => gapWords(gap, format))}
        </List>
      </section>
      <section>
        <h3>Missing</h3>
        <List nothing="Nothing: what is used stands in every row.">
          {[
            ...lacking.map((one) => lackingWords(one, format)),
            ...columns
              .slice(0, SHOWN)
              .map(({ name, share }) => `"${name}" is empty in ${format.percent(share)} of the rows`),
            ...(columns.length > SHOWN ? [`and in ${format.count(columns.length - SHOWN)} more columns`] : []),
          ]}
        </List>
        {columns.length > 0 && empty !== null && (
          <p className={styles.quiet}>Empty cells: of the first {format.count(empty.rows)} rows.</p>
        )}
      </section>
      <section>
        <h3>Far from the others</h3>
        <List nothing="No amount.">{farOut.map((one) => farOutWords(one, format))}</List>
      </section>
    </div>
  );
}

function List({ children, nothing }: { readonly children: readonly string[]; readonly nothing: string }) {
  if (children.length === 0) return <p className={styles.quiet}>{nothing}</p>;
  return (
    <ul>
      {children.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
