import type { ReportModel } from '../model.ts';
import { type Markup, markup } from './markup.ts';

/** What a page carries to be checked by: when and for whom it was written, and what its figures were written from. */
export type Carried = Pick<
  ReportModel,
  'format' | 'version' | 'generated' | 'reader' | 'appearance' | 'versions' | 'evidence'
>;

/** What of a model travels inside the page. */
export function carriedBy({
  format,
  version,
  generated,
  reader,
  appearance,
  versions,
  evidence,
}: ReportModel): Carried {
  return { format, version, generated, reader, appearance, versions, evidence };
}

/** The evidence as JSON in an element that draws nothing and runs nothing. */
export function evidenceHtml(model: ReportModel): Markup {
  return markup`<meta name="pilotlight-evidence" content="${JSON.stringify(carriedBy(model))}">`;
}

const ELEMENT = /<meta name="pilotlight-evidence" content="([^"]*)">/;

/** Takes the evidence out of a page: its JSON, and the page without it. Null where a page carries none. */
export function withoutEvidence(html: string): { readonly json: string; readonly page: string } | null {
  const found = ELEMENT.exec(html);
  return found === null ? null : { json: unescaped(found[1] ?? ''), page: html.replace(found[0], () => '') };
}

/** Text as it was before it was escaped for a page. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
