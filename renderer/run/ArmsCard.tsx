import { Table } from '@mantine/core';
import type { RunStatus } from '#shared/api/contract.ts';
import type { Arm } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { ArmMark } from '../parts/ArmMark.tsx';
import { Card } from '../parts/Card.tsx';
import { sum } from './finding.ts';
import styles from './Run.module.css';
import { splitWords } from './split.ts';

type Props = { readonly arms: readonly Arm[]; readonly status: RunStatus };

/** Planned and actual size of each arm, and how many of it were reached. */
export function ArmsCard({ arms, status }: Props) {
  const format = useFormat();
  const { assigned, contacted } = status;
  const weights = arms.reduce((total, arm) => total + arm.weight, 0);
  const all = sum(assigned);
  return (
    <Card padding="flush" subtitle={splitWords(arms, assigned, format)} title="Who is in which arm">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
      <section aria-label="Arms" className={styles.table} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Arm</Table.Th>
              {['Planned', 'Customers', 'Share', 'Reached'].map((column) => (
                <Table.Th className="figures" key={column} scope="col">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {arms.map((arm) => {
              const n = assigned[arm.id] ?? 0;
              const reached = contacted[arm.id];
              return (
                <Table.Tr key={arm.id}>
                  <Table.Td>
                    <ArmMark label={arm.id} role={arm.role} />
                  </Table.Td>
                  <Table.Td className="figures">{format.percent(arm.weight / weights, 1)}</Table.Td>
                  <Table.Td className="figures">{format.count(n)}</Table.Td>
                  <Table.Td className="figures">{format.percent(all === 0 ? null : n / all, 1)}</Table.Td>
                  <Table.Td className="figures">{format.count(reached ?? null)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </section>
      {status.heldOut > 0 && (
        <p className={styles.heldOut}>
          {format.count(status.heldOut)} more are held out of everything, as the plan says: never contacted, never
          analysed.
        </p>
      )}
    </Card>
  );
}
