import { normalUpper, normalUpperQuantile } from './distribution/normal.ts';
import { assertNever } from './result.ts';

/** How the false-alarm budget may be used up as the information grows. */
export type SpendingFunction =
  | { readonly kind: 'lan-demets-obrien-fleming' }
  | { readonly kind: 'lan-demets-pocock' }
  | { readonly kind: 'power'; readonly rho: number };

/** The part of a one-sided `alpha` spent at information fraction t in (0, 1] (Lan & DeMets 1983; Kim & DeMets 1987). */
export function spent(spending: SpendingFunction, alpha: number, t: number): number {
  switch (spending.kind) {
    case 'lan-demets-obrien-fleming':
      return 2 * normalUpper(normalUpperQuantile(alpha / 2) / Math.sqrt(t));
    case 'lan-demets-pocock':
      return alpha * Math.log1p((Math.E - 1) * t);
    case 'power':
      return alpha * t ** spending.rho;
    default:
      return assertNever(spending);
  }
}
