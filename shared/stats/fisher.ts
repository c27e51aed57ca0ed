import type { Arms, ProportionArm } from './arm.ts';
import { hypergeometricAtLeast, hypergeometricAtMost, logHypergeometric } from './distribution/hypergeometric.ts';
import { firstWhere, LIKELIHOOD_SLACK, lastWhere } from './likelihood-order.ts';
import type { Alternative } from './question.ts';
import { assertNever } from './result.ts';

/**
 * Fisher's exact test that both rates are the same, given the margins;
 * `greater` means the treatment's rate is higher. Two-sided: all tables at most
 * as likely as the one seen, as R's `fisher.test` adds them up. Works at 1e8
 * customers: only the terms that matter are added.
 */
export function fisherP({ control, treatment }: Arms<ProportionArm>, alternative: Alternative): number {
  const marked = control.x + treatment.x;
  const rest = control.n + treatment.n - marked;
  const draws = treatment.n;
  const seen = treatment.x;
  const atLeast = (count: number) => hypergeometricAtLeast(count, marked, rest, draws);
  const atMost = (count: number) => hypergeometricAtMost(count, marked, rest, draws);
  switch (alternative) {
    case 'greater':
      return atLeast(seen);
    case 'less':
      return atMost(seen);
    case 'two-sided': {
      const limit = logHypergeometric(seen, marked, rest, draws) + LIKELIHOOD_SLACK;
      const rare = (count: number) => logHypergeometric(count, marked, rest, draws) <= limit;
      const mode = Math.floor(((draws + 1) * (marked + 1)) / (marked + rest + 2));
      if (rare(mode)) return 1;
      if (seen > mode) {
        const other = lastWhere(Math.max(0, draws - rest), mode, rare);
        return Math.min(1, atLeast(seen) + (other === null ? 0 : atMost(other)));
      }
      const other = firstWhere(mode, Math.min(draws, marked), rare);
      return Math.min(1, atMost(seen) + (other === null ? 0 : atLeast(other)));
    }
    default:
      return assertNever(alternative);
  }
}
