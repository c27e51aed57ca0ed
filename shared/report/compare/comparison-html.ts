import { blockHtml } from '../html/block.ts';
import { plainPage } from '../html/plain-page.ts';
import type { Comparison } from './compared.ts';
import { type ComparisonWords, comparisonStory } from './comparison-blocks.ts';

/** Two pilots, or two looks, as one self-contained page. */
export function comparisonHtml(given: Comparison, writtenAt: string, say: ComparisonWords): string {
  const { title, finding, blocks } = comparisonStory(given, say);
  const date = say.format.date(writtenAt);
  return plainPage({
    language: say.text.language,
    title,
    heading: title,
    lead: finding,
    body: blocks.map(blockHtml),
    foot: date,
    date,
    labels: say.text.report.labels,
  });
}
