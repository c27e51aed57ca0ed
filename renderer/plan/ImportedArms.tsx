import { Select, Table } from '@mantine/core';
import type { Allocation } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { armValues } from './allocation.ts';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { sentenceCase, useProblem } from './problems.ts';

type Imported = Extract<Allocation, { method: 'imported' }>;

type Props = { readonly allocation: Imported; readonly onChange: (next: Allocation) => void };

const leftOut = '';

/** What put customers into the arms: all that is inferred rests on it, so it is asked. */
function DrawnField({ allocation, onChange }: Props) {
  const drawn = allocation.drawn ?? 'by-chance';
  const { drawn: _, ...rest } = allocation;
  return (
    <Select
      data={[
        { value: 'by-chance', label: 'Chance, as in a split test' },
        { value: 'otherwise', label: 'Something else: a region, a date, a choice' },
      ]}
      description={
        drawn === 'by-chance'
          ? 'Ask the sender: everything that follows rests on it.'
          : 'Whatever told the arms apart may explain the difference. Every face of the report says that this is weaker evidence, and the change since before the start stands beside it.'
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label="What drew the arms"
      onChange={(value) => onChange(value === 'otherwise' ? { ...rest, drawn: 'otherwise' } : rest)}
      value={drawn}
    />
  );
}

/** Which imported value means which arm; a value without an arm leaves its customers out, counted. */
export function ImportedArms({ allocation, onChange }: Props) {
  const { plan, known } = usePlanForm();
  const format = useFormat();
  const problem = useProblem('allocation');
  const values = armValues(known, allocation.from);
  const arms = [{ value: leftOut, label: 'Left out' }, ...plan.arms.map(({ id }) => ({ value: id, label: id }))];
  const assign = (value: string, arm: string) => {
    const { [value]: _, ...rest } = allocation.from;
    onChange({ ...allocation, from: arm === leftOut ? rest : { ...rest, [value]: arm } });
  };
  if (values.length === 0) {
    return (
      <>
        <DrawnField allocation={allocation} onChange={onChange} />
        <p className={styles.quiet}>
          No imported column names an arm yet. Import the export in which the other system wrote it, and map that column
          to "arm".
        </p>
      </>
    );
  }
  return (
    <>
      {problem !== null && <p role="alert">{sentenceCase(problem)}</p>}
      <DrawnField allocation={allocation} onChange={onChange} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Value in the data</Table.Th>
            <Table.Th className="figures" scope="col">
              Customers
            </Table.Th>
            <Table.Th scope="col">Arm</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {values.map(({ value, n }) => (
            <Table.Tr key={value}>
              <Table.Td>{value}</Table.Td>
              <Table.Td className="figures">{format.count(n)}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={`Arm for ${value}`}
                  data={arms}
                  onChange={(arm) => assign(value, arm ?? leftOut)}
                  size="xs"
                  value={allocation.from[value] ?? leftOut}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
