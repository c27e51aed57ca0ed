import type { PageOne } from '../model.ts';
import { byText, isNps, scoreOf } from '../section/why.ts';
import type { WorthStory } from '../story.ts';
import { lookedOver } from '../voice/looked-over.ts';

/** The longest quote page one has room for. */
const LONGEST = 110;

/** What customers told, in two lines: a score by arm with the share that answered, and one quote by the printed rule. */
export function told(story: WorthStory): PageOne['told'] {
  const { voice, arrangement, planState, format, text, lift } = story;
  const say = text.report.why.aside;
  if (lift.verdict === 'invalid' || arrangement.hidden.includes('why')) return null;
  const level = planState.plan.analysis.level;
  const question = voice.answers.find(isNps)?.question ?? voice.answers[0]?.question;
  const scores = voice.answers
    .filter((one) => one.question === question)
    .map((one) => {
      const { estimate } = scoreOf(one, level);
      const assigned = lift.flow.assigned[one.arm] ?? 0;
      const score = isNps(one) ? format.signedNumber(estimate, 0) : format.number(estimate);
      return say.arm(score, one.arm, format.percent(assigned > 0 ? one.n / assigned : null, 0));
    });
  const { quotes } = lookedOver(voice.quotes, arrangement.quotes);
  const treatments = story.treatments.map(({ id }) => id);
  const fitting = quotes.filter((quote) => quote.text.length <= LONGEST);
  const quote = fitting.find(({ arm, band }) => band === 'detractor' && treatments.includes(arm)) ?? fitting[0];
  const lines = [
    ...(question === undefined ? [] : [say.scores(question, scores)]),
    ...(quote === undefined ? [] : [say.quote(quote.text, byText(quote, story))]),
  ];
  return lines.length === 0 ? null : { title: say.title, lines };
}
