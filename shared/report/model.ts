import { z } from 'zod';
import { assumption } from '../business/assumption.ts';
import { businessCase } from '../business/business-case.ts';
import { liftResult, verdict } from '../lift/lift-result.ts';
import { planState } from '../plan/plan.ts';
import { languages } from '../text/catalogue.ts';
import { chart } from './chart/chart.ts';
import { proposal } from './next/proposal.ts';
import { appearance } from './report-options.ts';
import { sectionId } from './section-id.ts';
import { table } from './table.ts';

/**
 * The report as one plain value, computed once: every face (page, print, slides, sheet, JSON) draws this and computes
 * nothing. Words and figures are finished; each figure of a table keeps the value it was written from.
 */

export const tone = z.enum(['plain', 'good', 'caution', 'bad']);
export type Tone = z.infer<typeof tone>;

export const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('heading'), text: z.string(), note: z.string().nullable() }),
  z.object({ kind: z.literal('quote'), text: z.string(), by: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('definitions'), items: z.array(z.object({ term: z.string(), text: z.string() })) }),
  z.object({ kind: z.literal('table'), table }),
  z.object({ kind: z.literal('chart'), chart }),
  z.object({ kind: z.literal('code'), label: z.string(), text: z.string() }),
  z.object({ kind: z.literal('callout'), tone, title: z.string(), text: z.string() }),
]);
export type Block = z.infer<typeof block>;

export const section = z.object({ id: sectionId, title: z.string(), blocks: z.array(block) });
export type Section = z.infer<typeof section>;

/** A warning that stands above everything else on page one. */
export const banner = z.object({ tone, title: z.string(), text: z.string() });
export type Banner = z.infer<typeof banner>;

export const card = z.object({ id: z.string(), label: z.string(), big: z.string(), tone, text: z.string() });
export type Card = z.infer<typeof card>;

export const pageOne = z.object({
  question: z.string(),
  answer: z.string(),
  lead: z.string(),
  banners: z.array(banner),
  cards: z.array(card),
  picture: chart.nullable(),
  aside: z.object({ title: z.string(), lines: z.array(z.string()) }).nullable(),
  /** What customers told us; null where nobody was asked. */
  told: z.object({ title: z.string(), lines: z.array(z.string()) }).nullable(),
  caveat: z.object({ title: z.string(), text: z.string() }),
  ask: z.object({ title: z.string(), text: z.string() }),
  foot: z.array(z.string()),
});
export type PageOne = z.infer<typeof pageOne>;

export const reportModelSchema = z.object({
  format: z.literal('pilotlight-report'),
  version: z.literal(1),
  title: z.string(),
  kicker: z.string(),
  generated: z.object({ at: z.string(), text: z.string(), by: z.string() }),
  reader: z.object({
    language: z.enum(languages),
    locale: z.string(),
    timeZone: z.string(),
    currency: z.string().nullable(),
  }),
  appearance,
  versions: z.record(z.string(), z.string()),
  verdict: verdict.nullable(),
  pageOne,
  sections: z.array(section),
  /** The next pilot, ready to be opened. */
  proposal,
  /** What the lead left out, said at the end; null where nothing is. */
  leftOut: z.string().nullable(),
  /** Words the faces need around the rest. */
  labels: z.object({
    skip: z.string(),
    contents: z.string(),
    behind: z.string(),
    page: z.string(),
    of: z.string(),
    madeWith: z.string(),
    tableOf: z.string(),
    intervalsNext: z.string().default(''),
  }),
  /** What the figures were written from: enough to recompute each of them. */
  evidence: z.object({
    pilot: z.object({ id: z.string(), name: z.string() }),
    planState,
    lift: liftResult,
    assumptions: z.array(assumption),
    business: businessCase,
    sources: z.array(
      z.object({
        file: z.string(),
        sha256: z.string(),
        rowsRead: z.int(),
        kept: z.int(),
        replaced: z.int(),
        duplicates: z.int(),
        quarantined: z.int(),
      }),
    ),
  }),
});
export type ReportModel = z.infer<typeof reportModelSchema>;
