import type { RunStatus } from '#shared/api/contract.ts';
import type { Formatter } from '#shared/format/formatter.ts';

/** Adds up a count by arm. */
export function sum(byArm: Readonly<Record<string, number>>): number {
  return Object.values(byArm).reduce((total, n) => total + n, 0);
}

/** What the run step has come to, as headline and next sentence. */
export function findingOf(status: RunStatus, format: Formatter): { readonly title: string; readonly lead: string } {
  const assigned = sum(status.assigned);
  const customers = (n: number) => (n === 1 ? '1 customer' : `${format.count(n)} customers`);
  if (status.method === 'imported') {
    return {
      title: assigned === 0 ? 'No imported customer has an arm yet.' : `${customers(assigned)} came with their arm.`,
      lead: 'Another system drew the arms, so there is nothing to assign here. Its figures are checked on the lift screen.',
    };
  }
  if (assigned === 0 && status.waiting === 0) {
    return {
      title: 'Nobody is eligible yet.',
      lead: 'Import the customers, or widen who is in by the plan; then they can be assigned.',
    };
  }
  if (assigned === 0) {
    return {
      title: `${customers(status.waiting)} ${status.waiting === 1 ? 'waits' : 'wait'} for an arm.`,
      lead: 'Chance decides, by the seed in the plan; the same plan and data give the same arms on every machine.',
    };
  }
  return {
    title: `${customers(assigned)} ${assigned === 1 ? 'has an' : 'have their'} arm.`,
    lead:
      status.waiting === 0
        ? 'Everyone eligible is assigned. Hand out the lists, then bring back the log of who was contacted.'
        : `${customers(status.waiting)} more became eligible since; assign them before the next list goes out.`,
  };
}
