import { unescaped } from './evidence.ts';
import { escaped, type Markup, markup } from './markup.ts';
import type { Running } from './print.ts';

/** What runs along the top of printed pages, for printers whose style sheets cannot write it: date and page of pages. */
export function runningHtml({ date, page, of }: Running): Markup {
  return markup`<meta name="pilotlight-running" content="${`${date} · ${page} {n} ${of} {all}`}">`;
}

const ELEMENT = /<meta name="pilotlight-running" content="([^"]*)">/;
const TITLE = /<title>([^<]*)<\/title>/;

/** The head of each printed page of a report, as a template of Chromium's. Empty for pages of another kind. */
export function headTemplate(html: string): string {
  const right = ELEMENT.exec(html)?.[1];
  if (right === undefined) return '<span></span>';
  const title = escaped(unescaped(TITLE.exec(html)?.[1] ?? ''));
  const numbered = escaped(unescaped(right))
    .replace('{n}', '<span class="pageNumber"></span>')
    .replace('{all}', '<span class="totalPages"></span>');
  return `<div style="box-sizing:border-box;width:100%;padding:0 18mm;margin-top:6mm;font:8pt Inter,Arial,sans-serif;color:#666a70;-webkit-print-color-adjust:exact"><div style="display:flex;justify-content:space-between;padding-bottom:2.5mm;border-bottom:.75pt solid #e3e3e0"><span>${title}</span><span>${numbered}</span></div></div>`;
}
