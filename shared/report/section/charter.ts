import type { Section } from '../model.ts';
import type { Story } from '../story.ts';

/** What was agreed before any data: the charter. */
export function charterSection({ charter, format, text }: Story): Section {
  const say = text.report.charter;
  const told = (value: string) => (value.trim() === '' ? say.notStated : value);
  return {
    id: 'charter',
    title: text.report.section.charter,
    blocks: [
      {
        kind: 'definitions',
        items: [
          { term: say.painPoint, text: told(charter.painPoint) },
          { term: say.promise, text: told(charter.promise) },
          { term: say.hypothesis, text: told(charter.hypothesis) },
          { term: say.intervention, text: told(charter.intervention) },
          { term: say.owner, text: told(charter.owner) },
          { term: say.sponsor, text: told(charter.sponsor) },
          { term: say.threshold, text: say.thresholdText(format.lift(charter.successThreshold)) },
          { term: say.budget, text: format.money(charter.budget.amount, charter.budget.currency) },
          { term: say.decideBy, text: charter.decideBy === null ? say.notStated : format.date(charter.decideBy) },
          { term: say.convincedBy, text: told(charter.convincedBy) },
        ],
      },
    ],
  };
}
