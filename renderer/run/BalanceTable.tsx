import { Table } from '@mantine/core';
import type { AssignSummary } from '#shared/api/contract.ts';
import { useFormat } from '../api/use-format.ts';
import { Chip } from '../parts/Chip.tsx';
import styles from './Run.module.css';

/** Above this the arms count as unlike in a covariate (Austin 2009). */
const unlike = 0.1;

/** How alike the arms are before anything happens to them. */
export function BalanceTable({ summary }: { readonly summary: AssignSummary }) {
  const format = useFormat();
  if (summary.balance.length === 0) return null;
  return (
    <>
      <p className={styles.quiet}>
        Standardised mean differences between the arms before the start; beyond {format.number(unlike)} they are worth a
        look.
      </p>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Before the start</Table.Th>
            <Table.Th className="figures" scope="col">
              Difference (SMD)
            </Table.Th>
            <Table.Th scope="col">
              <span className="unseen">Finding</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {summary.balance.map(({ covariate, smd }) => (
            <Table.Tr key={covariate}>
              <Table.Td>{covariate}</Table.Td>
              <Table.Td className="figures">{format.signedNumber(smd, 3)}</Table.Td>
              <Table.Td>
                {smd === null ? (
                  <Chip tone="quiet">cannot be told</Chip>
                ) : (
                  <Chip tone={Math.abs(smd) > unlike ? 'doubt' : 'good'}>
                    {Math.abs(smd) > unlike ? 'unlike' : 'alike'}
                  </Chip>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
