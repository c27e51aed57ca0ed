import { formatter } from '#shared/format/formatter.ts';
import { portfolioCsv } from '#shared/report/portfolio/portfolio-csv.ts';
import { portfolioHtml } from '#shared/report/portfolio/portfolio-html.ts';
import type { PortfolioRow } from '#shared/report/portfolio/portfolio-row.ts';
import { catalogueOf, LANGUAGE } from '#shared/text/catalogue.ts';
import { writeHandedOut } from '../store/written-file.ts';

const { locale } = LANGUAGE.en;

/**
 * Hands out a folder's pilots as a page or as CSV.
 * @param folder its name, as it stands at the page's foot
 */
export async function writePortfolio(
  rows: readonly PortfolioRow[],
  folder: string,
  path: string,
  format: 'html' | 'csv',
  now: number,
): Promise<void> {
  const words = { text: catalogueOf(locale), format: formatter({ locale, timeZone: 'UTC', currency: null }) };
  const readAt = new Date(now).toISOString();
  await writeHandedOut(path, format === 'csv' ? portfolioCsv(rows) : portfolioHtml(rows, folder, readAt, words));
}
