import type { z } from 'zod';
import { type Charter, charter as charterSchema } from '#shared/charter/charter.ts';

/** The charter as people type it: the threshold in percent, numbers that may be empty for a moment. */
export type CharterForm = Omit<Charter, 'successThreshold' | 'budget' | 'decideBy'> & {
  thresholdPercent: number | string;
  budgetAmount: number | string;
  budgetCurrency: string;
  decideBy: string;
};

export function toForm(charter: Charter): CharterForm {
  const { successThreshold, budget, decideBy, ...words } = charter;
  return {
    ...words,
    thresholdPercent: Number((successThreshold * 100).toPrecision(12)),
    budgetAmount: budget.amount,
    budgetCurrency: budget.currency,
    decideBy: decideBy ?? '',
  };
}

/** @returns the charter, or what is wrong with each field, as a sentence */
export function fromForm(form: CharterForm): z.ZodSafeParseResult<Charter> {
  const { thresholdPercent, budgetAmount, budgetCurrency, decideBy, ...words } = form;
  return charterSchema.safeParse({
    ...words,
    title: words.title.trim(),
    successThreshold: typeof thresholdPercent === 'number' ? thresholdPercent / 100 : null,
    budget: {
      amount: typeof budgetAmount === 'number' ? budgetAmount : null,
      currency: budgetCurrency.trim().toUpperCase(),
    },
    decideBy: decideBy === '' ? null : decideBy,
  });
}

const complaints: Readonly<Record<string, readonly [keyof CharterForm, string]>> = {
  title: ['title', 'A pilot needs a name.'],
  successThreshold: ['thresholdPercent', 'A lift in percent, 0 or more.'],
  'budget.amount': ['budgetAmount', 'An amount, 0 or more.'],
  'budget.currency': ['budgetCurrency', 'Three letters, such as EUR.'],
  decideBy: ['decideBy', 'A day that exists.'],
};

/** What is wrong, by the field of the form. */
export function errorsOf(form: CharterForm): Partial<Record<keyof CharterForm, string>> {
  const parsed = fromForm(form);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.flatMap((issue) => {
      const complaint = complaints[issue.path.join('.')];
      return complaint === undefined ? [] : [complaint];
    }),
  );
}

const answers = {
  painPoint: 'the pain',
  promise: 'the promise',
  hypothesis: 'the hypothesis',
  intervention: 'what is tried',
  owner: 'who leads it',
  sponsor: 'who decides',
  convincedBy: 'what would convince them',
  decideBy: 'the day of the decision',
} as const satisfies Partial<Record<keyof Charter, string>>;

/** The questions the charter leaves open, in the words of the screen. */
export function openQuestions(charter: Charter): readonly string[] {
  return Object.entries(answers)
    .filter(([field]) => (charter[field as keyof typeof answers] ?? '').trim() === '')
    .map(([, words]) => words);
}
