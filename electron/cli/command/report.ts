import { readLogo } from '#engine/report/read-logo.ts';
import { formatOf, freshLook, writeReport } from '#engine/report/report-file.ts';
import { usableLocale } from '#shared/format/locale.ts';
import { papers } from '#shared/report/html/print.ts';
import type { ReportOptions } from '#shared/report/report-options.ts';
import { LANGUAGE, languages } from '#shared/text/catalogue.ts';
import { define } from '../define.ts';
import { UsageError } from '../outcome.ts';
import { printPdf } from '../pdf.ts';
import { withPilot } from '../with-pilot.ts';

type Given = {
  out?: string;
  paper?: string;
  language?: string;
  locale?: string;
  company?: string;
  logo?: string;
  accent?: string;
};

export const reportCommand = define<Given>(
  'report <FILE.pilot>',
  'Write the report; its kind follows the ending: .html .pdf .pptx .xlsx .json. Options hold for this file only; what they leave open is as chosen on the report screen.',
  'pilotlight report carts.pilot --out report.html --company "Sample shop" --locale en-US --paper letter',
  async ([path], given) => {
    const { out } = given;
    if (out === undefined) throw new UsageError('Say where the report goes with --out FILE.');
    const format = formatOf(out);
    const chosen = chosenBy(given);
    return await withPilot(path ?? '', async (file) => {
      await freshLook(file, Date.now());
      const written = await writeReport(file, out, format, Date.now(), printPdf, chosen);
      return { json: written, text: `${written.file}  SHA-256 ${written.sha256}` };
    });
  },
)
  .option('--out <FILE>', 'the file to write')
  .option('--paper <PAPER>', `paper it is printed on: ${papers.join(' or ')}`)
  .option('--language <CODE>', `language of its words: ${languages.join(', ')}`)
  .option('--locale <LOCALE>', 'how figures and dates are written, such as en-US or de-DE')
  .option('--company <NAME>', 'name of the company, above the question')
  .option('--logo <FILE>', 'its logo, PNG or SVG')
  .option('--accent <COLOUR>', 'its colour, such as #0055aa; darkened or lightened where it could not be read');

function chosenBy({ paper, language, locale, company, logo, accent }: Given): Partial<ReportOptions> {
  const spoken = language === undefined ? undefined : oneOf('--language', languages, language);
  return {
    ...(paper === undefined ? {} : { paper: oneOf('--paper', papers, paper) }),
    ...(spoken === undefined ? {} : { language: spoken, locale: LANGUAGE[spoken].locale }),
    ...(locale === undefined ? {} : { locale: knownLocale(locale) }),
    ...(company === undefined ? {} : { company: companyName(company) }),
    ...(logo === undefined ? {} : { logo: readLogo(logo) }),
    ...(accent === undefined ? {} : { accent: colour(accent) }),
  };
}

function oneOf<Choice extends string>(option: string, choices: readonly Choice[], given: string): Choice {
  const chosen = choices.find((choice) => choice === given.toLowerCase());
  if (chosen !== undefined) return chosen;
  throw new UsageError(`${option} takes ${choices.join(' or ')}; not "${given}".`);
}

function knownLocale(given: string): string {
  const locale = usableLocale(given);
  if (locale.toLowerCase() === given.replaceAll('_', '-').toLowerCase()) return locale;
  throw new UsageError(`--locale takes a locale such as en-US or de-DE; not "${given}".`);
}

function companyName(given: string): string {
  if (given.length <= 80) return given.trim();
  throw new UsageError('--company takes a name of at most 80 characters.');
}

function colour(given: string): string {
  const hex = given.toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(hex)) return hex;
  throw new UsageError(`--accent takes a colour such as #0055aa; not "${given}".`);
}
