import { z } from 'zod';
import { bootstrap } from '../bootstrap.ts';
import { mannWhitney } from '../mann-whitney.ts';
import { permutation } from '../permutation.ts';
import { quantileDifference } from '../quantile-difference.ts';
import { define } from './define.ts';
import { input, seeding, valuesArms } from './shape.ts';

interface ValuesArms {
  readonly control: { readonly values: readonly number[] };
  readonly treatment: { readonly values: readonly number[] };
}

/** The same input with each arm as its list of values. */
function listed<Given extends ValuesArms>({ control, treatment, ...rest }: Given) {
  return { ...rest, control: control.values, treatment: treatment.values };
}

export const resamplingMethods = {
  permutation: define(input({ ...valuesArms, ...seeding }), (given) => permutation(listed(given))),
  bootstrap: define(
    input({
      ...valuesArms,
      ...seeding,
      of: z.enum(['mean-difference', 'mean-ratio']).optional(),
      interval: z.enum(['bca', 'percentile', 'basic']).optional(),
    }),
    (given) => bootstrap(listed(given)),
  ),
  'mann-whitney': define(input({ ...valuesArms, continuity: z.boolean().optional() }), ({ continuity, ...given }) =>
    mannWhitney({ ...listed(given), continuity: continuity === false ? 'plain' : 'corrected' }),
  ),
  'quantile-difference': define(input({ ...valuesArms, ...seeding, q: z.number().optional() }), (given) =>
    quantileDifference(listed(given)),
  ),
};
