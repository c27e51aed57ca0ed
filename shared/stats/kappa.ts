import { normalUpperQuantile } from './distribution/normal.ts';
import { pivotalP } from './pivotal.ts';
import { type Asking, hasLower, hasUpper, questionOf, questionProblem, tailOf } from './question.ts';
import { assertNever, computed, type Finding, notComputed, type Outcome } from './result.ts';

export type KappaWeights = 'none' | 'linear' | 'quadratic';

export interface KappaInput extends Asking {
  /** Counts, one coder's categories by the other's. */
  readonly table: readonly (readonly number[])[];
  readonly weights?: KappaWeights | undefined;
}

export interface Kappa extends Finding {
  readonly estimate: number;
  /** Share of items on which the coders agree; with weights, the weighted share. */
  readonly agreement: number;
  readonly expectedAgreement: number;
  /** The standard error when agreement is by chance alone, which the test uses. */
  readonly standardErrorNull: number;
}

/**
 * Cohen's kappa, weighted or not, with the asymptotic standard errors of Fleiss,
 * Cohen & Everitt (1969): one for the interval, another for the test against 0
 * (a test against another `null` uses the first). Where the coders agree on
 * everything the first is 0, and there is no interval.
 * Not computed: a table that is not square, impossible counts, one category only.
 */
export function kappa(input: KappaInput): Outcome<Kappa> {
  const question = questionOf(input, 0);
  const problem = tableProblem(input.table) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const terms = termsOf(input.table, input.weights ?? 'none');
  const { n, observed, expected } = terms;
  if (!(1 - expected > 1e-15)) return notComputed('table: both coders used one category only, so kappa does not exist');
  const estimate = (observed - expected) / (1 - expected);
  const standardError = Math.sqrt(terms.spread / n) / (1 - expected) ** 2;
  const standardErrorNull = Math.sqrt(terms.spreadNull / n) / (1 - expected);
  const exact = !(standardError > 1e-12);
  const divisor = question.null === 0 ? standardErrorNull : standardError;
  const statistic = divisor > 1e-12 ? (estimate - question.null) / divisor : null;
  const reach = normalUpperQuantile(tailOf(question)) * standardError;
  return computed({
    estimate,
    lower: exact || !hasLower(question) ? null : estimate - reach,
    upper: exact || !hasUpper(question) ? null : estimate + reach,
    unbounded: false,
    level: question.level,
    p: statistic === null ? null : pivotalP(statistic, null, question),
    statistic,
    standardError: exact ? null : standardError,
    df: null,
    method: METHOD[input.weights ?? 'none'],
    agreement: observed,
    expectedAgreement: expected,
    standardErrorNull,
  });
}

const METHOD: Record<KappaWeights, string> = {
  none: 'Cohen’s kappa',
  linear: 'Cohen’s kappa, linear weights',
  quadratic: 'Cohen’s kappa, quadratic weights',
};

function tableProblem(table: KappaInput['table']): string | null {
  if (table.length < 2) return 'table: at least 2 categories are needed';
  for (const [i, row] of table.entries()) {
    if (row.length !== table.length) return `table[${i}]: must hold ${table.length} counts, one a category`;
    for (const [j, count] of row.entries()) {
      if (!Number.isSafeInteger(count) || count < 0) return `table[${i}][${j}]: must be a whole number of at least 0`;
    }
  }
  return table.flat().every((count) => count === 0) ? 'table: holds no items' : null;
}

function weightOf(weights: KappaWeights, i: number, j: number, categories: number): number {
  const distance = Math.abs(i - j) / (categories - 1);
  switch (weights) {
    case 'none':
      return i === j ? 1 : 0;
    case 'linear':
      return 1 - distance;
    case 'quadratic':
      return 1 - distance * distance;
    default:
      return assertNever(weights);
  }
}

function termsOf(table: KappaInput['table'], weights: KappaWeights) {
  const size = table.length;
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const share = table.map((row) => row.map((count) => count / n));
  const rows = share.map((row) => row.reduce((sum, p) => sum + p, 0));
  const columns = rows.map((_, j) => share.reduce((sum, row) => sum + row[j]!, 0));
  const w = rows.map((_, i) => columns.map((_, j) => weightOf(weights, i, j, size)));
  const sumOver = (term: (i: number, j: number) => number) => {
    let sum = 0;
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum += term(i, j);
    return sum;
  };
  const observed = sumOver((i, j) => w[i]![j]! * share[i]![j]!);
  const expected = sumOver((i, j) => w[i]![j]! * rows[i]! * columns[j]!);
  const rowWeight = rows.map((_, i) => columns.reduce((sum, p, j) => sum + w[i]![j]! * p, 0));
  const columnWeight = columns.map((_, j) => rows.reduce((sum, p, i) => sum + w[i]![j]! * p, 0));
  const lean = (i: number, j: number) => rowWeight[i]! + columnWeight[j]!;
  // Both as squares about their centres: the textbook's difference of squares leaves noise where the coders agree on all.
  const centre = observed * expected - 2 * expected + observed;
  const spread = sumOver(
    (i, j) => share[i]![j]! * (w[i]![j]! * (1 - expected) - lean(i, j) * (1 - observed) - centre) ** 2,
  );
  const spreadNull = sumOver((i, j) => rows[i]! * columns[j]! * (w[i]![j]! - lean(i, j) + expected) ** 2);
  return { n, observed, expected, spread, spreadNull };
}
