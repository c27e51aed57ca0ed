import { Table } from '@mantine/core';
import type { Difference } from '#shared/report/verify/difference.ts';
import styles from './Report.module.css';

/** So many are listed; the command line's --json names all. */
const MOST = 200;

/** Each place where a report says something else than its pilot: what it says, and what follows. */
export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  const rest = differences.length - MOST;
  return (
    <>
      <Table className={styles.differences} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Where</Table.Th>
            <Table.Th scope="col">The report says</Table.Th>
            <Table.Th scope="col">The pilot says</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.slice(0, MOST).map(({ where, reported, recomputed }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a finished list never moves
            <Table.Tr key={i}>
              <Table.Td>{where}</Table.Td>
              <Table.Td>{reported ?? 'nothing'}</Table.Td>
              <Table.Td>{recomputed ?? 'nothing'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rest > 0 && <p>And {rest} more.</p>}
    </>
  );
}
