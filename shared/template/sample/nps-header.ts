/** A plain table of Net Promoter answers, one row an answer, Score 0 to 10. Times are UTC, `2026-09-24 18:05:09`. */
export const npsHeader = ['Email', 'Customer ID', 'Score', 'Comment', 'Answered At'] as const;
export type NpsColumn = (typeof npsHeader)[number];
