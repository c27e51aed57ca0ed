import type { ImportResult } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import styles from './ImportedFiles.module.css';

/** The row sum of each export that went in. */
export function ImportedFiles({ results }: { readonly results: readonly ImportResult[] }) {
  const format = useFormat();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="unseen">The row sum of each file</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            {['Rows read =', 'kept', '+ duplicates', '+ in quarantine', 'Replaced', 'New customers'].map((name) => (
              <th className="figures" key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={`${result.source} ${result.file}`}>
              <th scope="row">{result.file}</th>
              <td className="figures">{format.count(result.rowsRead)}</td>
              <td className="figures">{format.count(result.kept)}</td>
              <td className="figures">{format.count(result.duplicates)}</td>
              <td className="figures">{format.count(result.quarantined)}</td>
              <td className="figures">{format.count(result.replaced)}</td>
              <td className="figures">{format.count(result.customersNew)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
