import type { Section } from '../model.ts';
import type { Story } from '../story.ts';

/** The field's words, explained. */
export function glossarySection({ text }: Story): Section {
  return {
    id: 'glossary',
    title: text.report.section.glossary,
    blocks: [{ kind: 'definitions', items: text.glossary.map(({ term, text: meaning }) => ({ term, text: meaning })) }],
  };
}
