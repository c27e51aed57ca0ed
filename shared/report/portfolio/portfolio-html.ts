import { type Markup, markup } from '../html/markup.ts';
import { plainPage } from '../html/plain-page.ts';
import { tableHtml } from '../html/table.ts';
import type { PilotRow, PortfolioRow } from './portfolio-row.ts';
import { fileIfShared, type PortfolioWords, portfolioTable, verdictText } from './portfolio-table.ts';

/** A folder's pilots as one self-contained page, to be forwarded. */
export function portfolioHtml(
  rows: readonly PortfolioRow[],
  folder: string,
  readAt: string,
  say: PortfolioWords,
): string {
  const { text, format } = say;
  const words = text.portfolio;
  const pilots = rows.filter((row) => row.kind === 'pilot');
  const date = format.date(readAt);
  return plainPage({
    language: text.language,
    title: words.title(format.count(pilots.length)),
    heading: pilots.length === 0 ? words.none : findingOf(pilots, say),
    lead: `${words.lead} ${words.separate}`,
    body: [
      ...(pilots.length === 0 ? [] : [tableHtml(portfolioTable(rows, say))]),
      ...pilots.map((row) => pilotHtml(row, fileIfShared(row, pilots), say)),
      ...rows.flatMap((row) => (row.kind === 'unreadable' ? [brokenHtml(row.file, row.sentence)] : [])),
    ],
    foot: words.foot(folder, date),
    date,
    labels: text.report.labels,
  });
}

/** How many pilots are where, as a sentence. */
export function findingOf(pilots: readonly PilotRow[], { text, format }: PortfolioWords): string {
  const ended = pilots.filter(({ look }) => look !== null && (look.decided || look.verdict === 'invalid'));
  const scale = ended.filter(({ look }) => look?.verdict === 'scale').length;
  const stopped = ended.filter(({ look }) => look?.verdict === 'stop' || look?.verdict === 'invalid').length;
  const count = (n: number) => format.count(n);
  return text.portfolio.finding(count(scale), count(pilots.length - scale - stopped), count(stopped));
}

function pilotHtml(row: PilotRow, file: string | null, say: PortfolioWords): Markup {
  const because = row.look === null ? row.next : row.look.because;
  return markup`<section class="pilot"><h2>${row.name} ${file === null ? '' : markup`<span class="note">${file}</span> `}<span class="note">${verdictText(row.look, say)}</span></h2><p>${row.question}</p><p>${because}</p></section>`;
}

function brokenHtml(file: string, sentence: string): Markup {
  return markup`<div class="banner caution"><p class="title">${file}</p><p>${sentence}</p></div>`;
}
