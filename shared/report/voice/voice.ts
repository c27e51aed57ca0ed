import { z } from 'zod';

/** Where an answer stands: by the net promoter scale for scores of 0 to 10; `none` where there is no such score. */
export const band = z.enum(['detractor', 'passive', 'promoter', 'none']);
export type Band = z.infer<typeof band>;

/** What one arm answered to one question; `mean` and `sd` of the scores, and the three groups on a scale of 0 to 10. */
export type Answers = {
  readonly question: string;
  readonly arm: string;
  readonly n: number;
  readonly mean: number;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
};

/** A customer's own words, already without what could name anybody. `key` tells it again next time. */
export const quote = z.object({
  key: z.string(),
  arm: z.string(),
  band,
  kind: z.string(),
  score: z.number().nullable(),
  text: z.string(),
});
export type Quote = z.infer<typeof quote>;

/** What customers of the pilot said from their start on: scores by arm, and the words that were drawn. */
export type Voice = {
  readonly answers: readonly Answers[];
  readonly quotes: readonly Quote[];
  /** Answers with words from which the quotes were drawn. */
  readonly pool: number;
  readonly seed: number;
};

export const SILENT: Voice = { answers: [], quotes: [], pool: 0, seed: 1 };
