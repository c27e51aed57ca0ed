import type { PageOne } from '../model.ts';
import { byText } from '../section/why.ts';
import type { WorthStory } from '../story.ts';
import { lookedOver } from '../voice/looked-over.ts';
import { scoresOf } from '../voice/scores.ts';

/** The longest quote page one has room for. */
const LONGEST = 110;

/** What customers told, in two lines: a score by arm with the share that answered, and one quote by the printed rule. */
export function told(story: WorthStory): PageOne['told'] {
  const { voice, arrangement, format, text, lift } = story;
  const say = text.report.why.aside;
  if (lift.verdict === 'invalid' || arrangement.hidden.includes('why')) return null;
  const all = scoresOf(story);
  const question = all.find(({ kind }) => kind === 'nps')?.question ?? all[0]?.question;
  const scores = all
    .filter((one) => one.question === question)
    .map(({ kind, arm, estimate, rate }) => {
      const score = kind === 'nps' ? format.signedNumber(estimate, 0) : format.number(estimate);
      return say.arm(score, arm, format.percent(rate, 0));
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
