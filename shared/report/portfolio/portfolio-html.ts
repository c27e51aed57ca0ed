import { colourCss } from '../html/colours.ts';
import { Markup, markup } from '../html/markup.ts';
import { printCss } from '../html/print.ts';
import { SCREEN_CSS } from '../html/style.ts';
import { tableHtml } from '../html/table.ts';
import type { PilotRow, PortfolioRow } from './portfolio-row.ts';
import { type PortfolioWords, portfolioTable, verdictText } from './portfolio-table.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A folder's pilots as one self-contained page, to be forwarded: no script, nothing loaded. */
export function portfolioHtml(
  rows: readonly PortfolioRow[],
  folder: string,
  readAt: string,
  say: PortfolioWords,
): string {
  const { text, format } = say;
  const words = text.portfolio;
  const pilots = rows.filter((row) => row.kind === 'pilot');
  const broken = rows.filter((row) => row.kind === 'unreadable');
  const title = words.title(format.count(pilots.length));
  const date = format.date(readAt);
  const running = { kicker: title, date, page: text.report.labels.page, of: text.report.labels.of };
  const css = `${colourCss('reader', null)}${SCREEN_CSS}${printCss('a4', running)}${WIDER}`;
  const page = markup`<html lang="${text.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${new Markup(`<style>${css}</style>`)}
</head>
<body>
<div class="sheet">
<main>
<h1>${pilots.length === 0 ? words.none : findingOf(pilots, say)}</h1>
<p class="lead">${words.lead} ${words.separate}</p>
${pilots.length === 0 ? '' : tableHtml(portfolioTable(rows, say))}
${pilots.map((row) => pilotHtml(row, say))}
${broken.map((row) => markup`<div class="banner caution"><p class="title">${row.file}</p><p>${row.sentence}</p></div>`)}
</main>
<footer class="colophon"><p>${words.foot(folder, date)}</p></footer>
</div>
</body>
</html>
`;
  return `<!doctype html>\n${page.text}`;
}

const WIDER =
  '.sheet{max-width:80rem}.pilot{break-inside:avoid;margin:0 0 1.4rem}.pilot h2{font-size:1.05rem;margin:0 0 .2rem}.pilot p{margin:0 0 .2rem}@page{size:A4 landscape}';

/** How many pilots are where, as a sentence. */
export function findingOf(pilots: readonly PilotRow[], { text, format }: PortfolioWords): string {
  const ended = pilots.filter(({ look }) => look !== null && (look.decided || look.verdict === 'invalid'));
  const scale = ended.filter(({ look }) => look?.verdict === 'scale').length;
  const stopped = ended.filter(({ look }) => look?.verdict === 'stop' || look?.verdict === 'invalid').length;
  const count = (n: number) => format.count(n);
  return text.portfolio.finding(count(scale), count(pilots.length - scale - stopped), count(stopped));
}

function pilotHtml(row: PilotRow, say: PortfolioWords): Markup {
  const because = row.look === null ? row.next : row.look.because;
  return markup`<section class="pilot"><h2>${row.name} <span class="note">${verdictText(row.look, say)}</span></h2><p>${row.question}</p><p>${because}</p></section>`;
}
