import { z } from 'zod';
import { confidenceSequence } from '../confidence-sequence.ts';
import { type GroupSequentialInput, groupSequential } from '../group-sequential.ts';
import { computed, notComputed, type Outcome } from '../result.ts';
import { define } from './define.ts';
import { input, outcomeArms, readOutcome, values } from './shape.ts';

const SPENDING = ['lan-demets-obrien-fleming', 'lan-demets-pocock', 'obrien-fleming', 'pocock', 'power'] as const;

export const sequentialMethods = {
  'confidence-sequence': define(
    input({
      ...outcomeArms,
      expectedN: z.number().optional(),
      scale: z.enum(['absolute', 'relative']).optional(),
    }),
    ({ control, treatment, ...rest }) => {
      const read = readOutcome({ control, treatment });
      return read.kind === 'error' ? read : confidenceSequence({ ...rest, outcome: read.outcome });
    },
  ),
  'group-sequential': define(
    input({
      information: values,
      spendingTime: values.optional(),
      alpha: z.number().optional(),
      sides: z.literal([1, 2]).optional(),
      spending: z.enum(SPENDING).optional(),
      rho: z.number().optional(),
    }),
    ({ information, spendingTime, alpha, sides, spending = SPENDING[0], rho }) => {
      const read = spendingOf(spending, rho);
      return read.kind === 'error'
        ? read
        : groupSequential({ information, spendingTime, alpha, sides, spending: read.spending });
    },
  ),
};

function spendingOf(
  kind: (typeof SPENDING)[number],
  rho: number | undefined,
): Outcome<{ readonly spending: NonNullable<GroupSequentialInput['spending']> }> {
  if (kind !== 'power') return computed({ spending: { kind } });
  return rho === undefined
    ? notComputed('rho: is missing; spending "power" needs it')
    : computed({ spending: { kind, rho } });
}
