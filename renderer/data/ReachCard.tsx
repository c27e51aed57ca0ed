import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../parts/Card.tsx';
import { keyKind } from './customer/key-words.ts';
import styles from './ReachCard.module.css';

/** By which sorts of key the customers are known, as bars with their figures. */
export function ReachCard() {
  const format = useFormat();
  const picture = useRead('data.picture', {});
  if (picture.data === undefined || picture.data.keys.length === 0) return null;
  const { customers, keys } = picture.data;
  return (
    <Card
      subtitle={`Of ${format.count(customers)} customers; one can have several keys of a sort`}
      title="Keys the customers are known by"
    >
      <table className={styles.table}>
        <caption className="unseen">Keys the customers are known by</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Share</th>
            <th scope="col">Customers</th>
            <th scope="col">Keys</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ kind, keys: n, customers: reached }) => (
            <tr key={kind}>
              <th scope="row">{keyKind(kind)}</th>
              <td className={styles.bar}>
                <svg aria-hidden height="8" preserveAspectRatio="none" viewBox="0 0 100 8" width="100%">
                  <rect className={styles.all} height="8" rx="1" width="100" />
                  <rect className={styles.share} height="8" rx="1" width={(100 * reached) / Math.max(1, customers)} />
                </svg>
              </td>
              <td className="figures">
                {format.count(reached)} {reached === 1 ? 'customer' : 'customers'} (
                {format.percent(reached / Math.max(1, customers))})
              </td>
              <td className="figures">
                {format.count(n)} {n === 1 ? 'key' : 'keys'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
