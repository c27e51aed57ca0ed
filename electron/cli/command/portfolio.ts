import { basename, extname, resolve } from 'node:path';
import { readPortfolio } from '#engine/portfolio/read-portfolio.ts';
import { writePortfolio } from '#engine/portfolio/write-portfolio.ts';
import { PilotError } from '#shared/api/error.ts';
import { formatter } from '#shared/format/formatter.ts';
import type { PortfolioRow } from '#shared/report/portfolio/portfolio-row.ts';
import {
  liftOf,
  moneyOf,
  onOneLine,
  type PortfolioWords,
  verdictText,
} from '#shared/report/portfolio/portfolio-table.ts';
import { catalogueOf, LANGUAGE } from '#shared/text/catalogue.ts';
import { define } from '../define.ts';
import { textTable } from '../outcome.ts';
import { progressBar } from '../progress.ts';

export const portfolioCommand = define<{ out?: string }>(
  'portfolio <DIR>',
  'All pilots of a folder by their last look: question, verdict, lift, money, owner, dates. Files are only read.',
  'pilotlight portfolio pilots --out pilots.html',
  async ([dir], { out }) => {
    const folder = resolve(dir ?? '');
    const format = out === undefined ? null : formatOf(out);
    const rows = await readPortfolio(folder, progressBar(), new AbortController().signal);
    if (out === undefined || format === null) return { json: rows, text: told(rows) };
    await writePortfolio(rows, basename(folder), out, format, Date.now());
    return { json: rows, text: `${out}  ${rows.length} ${rows.length === 1 ? 'file' : 'files'}` };
  },
).option('--out <FILE>', 'write them as .html or .csv');

function formatOf(path: string): 'html' | 'csv' {
  const ending = extname(path).slice(1).toLowerCase();
  if (ending === 'html' || ending === 'csv') return ending;
  throw new PilotError('unknown-format', `A portfolio is written as .html or .csv; "${path}" ends otherwise.`);
}

function told(rows: readonly PortfolioRow[]): string {
  const { locale } = LANGUAGE.en;
  const say: PortfolioWords = {
    text: catalogueOf(locale),
    format: formatter({ locale, timeZone: 'UTC', currency: null }),
  };
  const lines = rows.flatMap((row) =>
    row.kind === 'unreadable'
      ? []
      : [
          [
            row.file,
            row.name,
            verdictText(row.look, say),
            onOneLine(liftOf(row.look, say), say),
            onOneLine(moneyOf(row.look, say), say),
            row.owner,
            row.decideBy,
          ],
        ],
  );
  const broken = rows.flatMap((row) => (row.kind === 'unreadable' ? [row.sentence] : []));
  const { columns } = say.text.portfolio;
  const head = ['file', columns.pilot, columns.verdict, columns.lift, columns.money, columns.owner, columns.decides];
  const table = lines.length === 0 ? say.text.portfolio.none : textTable(head, lines);
  return [table, ...broken].join('\n');
}
