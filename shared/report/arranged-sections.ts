import { arranged } from './arrangement.ts';
import type { Section } from './model.ts';
import type { WorthStory } from './story.ts';

/** The sections as the lead arranged them, each with its note, and a sentence on what was left out. */
export function arrangedSections(
  usual: readonly Section[],
  { arrangement, text }: Pick<WorthStory, 'arrangement' | 'text'>,
): { readonly sections: Section[]; readonly leftOut: string | null } {
  const byId = new Map(usual.map((section) => [section.id, section]));
  const order = arranged(
    arrangement.order,
    usual.map(({ id }) => id),
  );
  const all = order.flatMap((id) => byId.get(id) ?? []);
  const hidden = all.filter(({ id }) => arrangement.hidden.includes(id));
  const sections = all
    .filter((section) => !hidden.includes(section))
    .map((section) => noted(section, arrangement, text));
  const titles = hidden.map(({ title }) => text.report.arranged.quoted(title));
  return { sections, leftOut: titles.length === 0 ? null : text.report.arranged.leftOut(titles) };
}

function noted(section: Section, { notes }: WorthStory['arrangement'], text: WorthStory['text']): Section {
  const note = notes[section.id]?.trim() ?? '';
  if (note === '') return section;
  const block = { kind: 'callout', tone: 'plain', title: text.report.arranged.note, text: note } as const;
  return { ...section, blocks: [block, ...section.blocks] };
}
