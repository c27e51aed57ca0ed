import { z } from 'zod';
import { usableLocale } from '../format/locale.ts';
import { LANGUAGE, languages } from '../text/catalogue.ts';
import { papers } from './html/print.ts';

/** A picture that travels inside the report: never an address. */
const LOGO = /^data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/;
const LONGEST_LOGO = 280_000;

/** How a report looks: whose it is, its accent (`#d9531e`; null: the pilot light), and the paper it is printed on. */
export const appearance = z.strictObject({
  company: z.string().max(80),
  logo: z.string().max(LONGEST_LOGO).regex(LOGO).nullable(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  paper: z.enum(papers),
});
export type Appearance = z.infer<typeof appearance>;

/** Everything a lead may choose about a report as a whole: its looks, its language, and how figures and dates are written. */
export const reportOptions = appearance.extend({
  language: z.enum(languages),
  locale: z
    .string()
    .max(40)
    .refine((locale) => usableLocale(locale) === locale, 'is no locale such as en-GB'),
});
export type ReportOptions = z.infer<typeof reportOptions>;

export const PLAIN_APPEARANCE: Appearance = { company: '', logo: null, accent: null, paper: 'a4' };

/** What holds while nobody has chosen anything. */
export const DEFAULT_OPTIONS: ReportOptions = { ...PLAIN_APPEARANCE, language: 'en', locale: LANGUAGE.en.locale };
