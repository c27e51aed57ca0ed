import { arrangedSections } from './arranged-sections.ts';
import type { ReportModel } from './model.ts';
import { proposalOf } from './next/proposal.ts';
import { pageOneOf } from './page-one/page-one.ts';
import { businessSection } from './section/business.ts';
import { charterSection } from './section/charter.ts';
import { checksSection } from './section/checks.ts';
import { courseSection } from './section/course.ts';
import { flowSection } from './section/flow.ts';
import { glossarySection } from './section/glossary.ts';
import { interventionSection } from './section/intervention.ts';
import { limitsSection } from './section/limits.ts';
import { methodsSection } from './section/methods.ts';
import { nextPilotSection } from './section/next-pilot.ts';
import { planSection } from './section/plan.ts';
import { recomputeSection } from './section/recompute.ts';
import { resultsSection } from './section/results.ts';
import { rolloutSection } from './section/rollout.ts';
import { segmentsSection } from './section/segments.ts';
import { sensitivitySection } from './section/sensitivity.ts';
import { signOffSection } from './section/sign-off.ts';
import { sourcesSection } from './section/sources.ts';
import { whySection } from './section/why.ts';
import { type ReportSubject, worthStoryOf } from './story.ts';

const SECTIONS = [
  charterSection,
  flowSection,
  interventionSection,
  planSection,
  checksSection,
  resultsSection,
  sensitivitySection,
  segmentsSection,
  courseSection,
  whySection,
  businessSection,
  rolloutSection,
  nextPilotSection,
  sourcesSection,
  methodsSection,
  limitsSection,
  recomputeSection,
  glossarySection,
  signOffSection,
] as const;

/**
 * The report of one pilot at one look, computed once for every face. Pure: the same subject gives the same model.
 * It holds no contact data: quarantined rows never enter, and what may quote the data is blacked out on the way in.
 */
export function reportModel(subject: ReportSubject): ReportModel {
  const story = worthStoryOf(subject);
  const { format, text, charter } = story;
  const { labels } = text.report;
  return {
    format: 'pilotlight-report',
    version: 1,
    title: charter.title,
    kicker: text.report.pageOne.kicker(charter.title),
    generated: {
      at: subject.generatedAt,
      text: format.date(subject.generatedAt),
      by: labels.madeWith(subject.versions.pilotlight ?? ''),
    },
    reader: { language: story.language, locale: format.locale, timeZone: format.timeZone, currency: format.currency },
    appearance: { ...subject.appearance },
    versions: { ...subject.versions },
    verdict: story.lift.verdict,
    pageOne: pageOneOf(story),
    proposal: proposalOf(story),
    ...arrangedSections(
      SECTIONS.map((section) => section(story)),
      story,
    ),
    labels: {
      skip: labels.skip,
      contents: labels.contents,
      behind: labels.behind,
      page: labels.page,
      of: labels.of,
      madeWith: `${labels.madeWith(subject.versions.pilotlight ?? '')}; ${labels.recompute}`,
      tableOf: labels.tableOf,
      intervalsNext: labels.intervalsNext,
    },
    evidence: {
      pilot: { id: subject.summary.id, name: subject.summary.name },
      planState: story.planState,
      lift: story.lift,
      assumptions: [...story.assumptions],
      business: story.business,
      sources: story.sources.map(({ file, sha256, rowsRead, kept, replaced, duplicates, quarantined }) => ({
        file,
        sha256,
        rowsRead,
        kept,
        replaced,
        duplicates,
        quarantined,
      })),
    },
  };
}
