import { colourCss } from './colours.ts';
import { Markup, markup } from './markup.ts';
import { printCss } from './print.ts';
import { SCREEN_CSS } from './style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const WIDER =
  '.sheet{max-width:80rem}.pilot{break-inside:avoid;margin:0 0 1.4rem}.pilot h2{font-size:1.05rem;margin:0 0 .2rem}.pilot p{margin:0 0 .2rem}@page{size:A4 landscape}';

export type PlainPage = {
  readonly language: string;
  readonly title: string;
  readonly heading: string;
  readonly lead: string;
  readonly body: readonly Markup[];
  readonly foot: string;
  readonly date: string;
  readonly labels: { readonly page: string; readonly of: string };
};

/** A self-contained page in the report's looks, wide enough for a broad table: no script, nothing loaded. */
export function plainPage({ language, title, heading, lead, body, foot, date, labels }: PlainPage): string {
  const css = colourCss('reader', null) + SCREEN_CSS + printCss('a4', { kicker: title, date, ...labels }) + WIDER;
  const page = markup`<html lang="${language}">
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
<h1>${heading}</h1>
<p class="lead">${lead}</p>
${body}
</main>
<footer class="colophon"><p>${foot}</p></footer>
</div>
</body>
</html>
`;
  return `<!doctype html>\n${page.text}`;
}
