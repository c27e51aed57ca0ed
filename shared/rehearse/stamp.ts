import type { Block, ReportModel } from '../report/model.ts';
import type { ScreenCatalogue } from '../text/catalogue.ts';

/** Sections whose figures somebody could take out of the report: each says itself that they are made up. */
const FIGURES: ReadonlySet<string> = new Set(['flow', 'results', 'course', 'business']);

/** A report of a made-up outcome that cannot be mistaken for a real one, whichever part of it is shown. */
export function stamped(
  model: ReportModel,
  say: ScreenCatalogue['rehearsal']['stamp'],
  lift: string,
  outcome: 'works' | 'nothing',
): ReportModel {
  const text = outcome === 'works' ? say.works(lift) : say.nothing;
  const callout: Block = { kind: 'callout', tone: 'caution', title: say.title, text };
  return {
    ...model,
    title: `${say.title}: ${model.title}`,
    kicker: `${say.title} · ${model.kicker}`,
    pageOne: {
      ...model.pageOne,
      banners: [{ tone: 'caution', title: say.title, text }, ...model.pageOne.banners],
      foot: [say.title, ...model.pageOne.foot],
    },
    sections: model.sections.map((section) =>
      FIGURES.has(section.id) ? { ...section, blocks: [callout, ...section.blocks] } : section,
    ),
    labels: { ...model.labels, madeWith: `${say.title}. ${model.labels.madeWith}` },
  };
}
