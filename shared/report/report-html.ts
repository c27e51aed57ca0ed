import { blockHtml } from './html/block.ts';
import { colourCss, type Theme } from './html/colours.ts';
import { evidenceHtml } from './html/evidence.ts';
import { EMPTY, Markup, markup } from './html/markup.ts';
import { footHtml, pageOneHtml } from './html/page-one.ts';
import { printCss } from './html/print.ts';
import { runningHtml } from './html/running.ts';
import { SCREEN_CSS } from './html/style.ts';
import type { ReportModel, Section } from './model.ts';

export type HtmlOptions = {
  readonly theme: Theme;
  /** The bundled typeface as base64 of a WOFF2 file; null: the reader's own sans-serif. */
  readonly fontBase64: string | null;
};

/** Nothing is loaded and nothing runs, even if something slipped in. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one self-contained page: no script, no address outside itself, readable at 320 pixels and on paper,
 * with the evidence `verify` recomputes it from. The PDF is this page, printed.
 */
export function reportHtml(model: ReportModel, options: HtmlOptions): string {
  const { labels, generated, appearance } = model;
  const { language } = model.reader;
  const running = { kicker: model.kicker, date: generated.text, page: labels.page, of: labels.of };
  const style =
    fontCss(options.fontBase64) +
    colourCss(options.theme, appearance.accent) +
    SCREEN_CSS +
    printCss(appearance.paper, running);
  const page = markup`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generated.by}">
<meta name="description" content="${model.pageOne.answer}">
<title>${model.kicker}</title>
${runningHtml(running)}
${evidenceHtml(model)}
${styleElement(style)}
</head>
<body>
<a class="skip" href="#answer">${labels.skip}</a>
<div class="sheet">
<header class="running"><p>${model.kicker}</p><p>${generated.text}</p></header>
<main>
${pageOneHtml(model)}
<nav aria-labelledby="contents"><h2 id="contents">${labels.behind}</h2><ol>${model.sections.map(entryHtml)}</ol></nav>
${model.sections.map(sectionHtml)}
${model.leftOut === null ? EMPTY : markup`<p class="left-out">${model.leftOut}</p>`}
</main>
<footer class="colophon"><p>${footHtml(model.pageOne.foot)}</p><p>${versionsText(model)}</p></footer>
</div>
</body>
</html>
`;
  return `<!doctype html>\n${page.text}`;
}

/** Styles are ours but for the running header, which printCss escapes, and the typeface, which is base64 or nothing. */
function styleElement(css: string): Markup {
  return new Markup(`<style>${css}</style>`);
}

function fontCss(fontBase64: string | null): string {
  if (fontBase64 === null || !/^[A-Za-z0-9+/]+={0,2}$/.test(fontBase64)) return '';
  return `@font-face{font-family:"Inter Report";font-weight:100 900;font-display:block;src:url(data:font/woff2;base64,${fontBase64}) format("woff2")}`;
}

function entryHtml(section: Section): Markup {
  return markup`<li><a href="#${section.id}">${section.title}</a></li>`;
}

function sectionHtml(section: Section, index: number): Markup {
  return markup`<section class="part" id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title"><span class="number">${String(index + 1)}</span>${section.title}</h2>${section.blocks.map(blockHtml)}</section>`;
}

function versionsText(model: ReportModel): string {
  const versions = Object.entries(model.versions).map(([name, version]) => `${name} ${version}`);
  return [model.generated.by, model.generated.at, ...versions].join(' · ');
}
