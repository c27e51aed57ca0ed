import type { Block, Section } from '../model.ts';
import type { WorthStory } from '../story.ts';
import { type Cell, figure, figureColumn, wordColumn, words } from '../table.ts';
import { QUOTES_EACH, SHORTEST } from '../voice/choose-quotes.ts';
import { lookedOver } from '../voice/looked-over.ts';
import { asking, scoresOf } from '../voice/scores.ts';
import type { Quote } from '../voice/voice.ts';

/** Why: how content the arms were, with the share that answered, and words drawn by a rule that is printed. */
export function whySection(story: WorthStory): Section {
  const { voice, text } = story;
  const say = text.report.why;
  const nothing = voice.answers.length === 0 && voice.quotes.length === 0;
  return {
    id: 'why',
    title: text.report.section.why,
    blocks: nothing
      ? [{ kind: 'paragraph', text: say.none }]
      : [{ kind: 'paragraph', text: say.intro }, ...answerBlocks(story), ...quoteBlocks(story)],
  };
}

function answerBlocks(story: WorthStory): Block[] {
  const { voice, planState, format, text } = story;
  const say = text.report.why;
  if (voice.answers.length === 0) return [];
  const scores = scoresOf(story);
  const level = planState.plan.analysis.level;
  const { columns } = say;
  return [
    {
      kind: 'table',
      table: {
        caption: say.answersCaption,
        columns: [
          wordColumn(columns.question),
          wordColumn(columns.arm),
          figureColumn(columns.answered),
          figureColumn(columns.rate),
          figureColumn(columns.score),
          figureColumn(columns.interval(format.level(level))),
        ],
        rows: scores.map((one): Cell[] => {
          const isNps = one.kind === 'nps';
          const write = (value: number | null) => (isNps ? format.signedNumber(value, 0) : format.number(value));
          return [
            words(say.kind(one.question), isNps ? say.nps : say.mean),
            words(one.arm),
            figure(format.count(one.answered), one.answered),
            figure(format.percent(one.rate), one.rate),
            figure(write(one.estimate), one.estimate),
            words(say.range(write(one.lower), write(one.upper))),
          ];
        }),
      },
    },
    ...boundsBlocks(story),
    { kind: 'paragraph', text: say.answersCaveat },
  ];
}

/** Of questions the plan measures: between what the difference lies, whatever those who kept silent would have said. */
function boundsBlocks(story: WorthStory): Block[] {
  const { voice, format, text } = story;
  const questions = [...new Set(voice.answers.map(({ question }) => question))];
  return questions
    .flatMap((question) => asking(question, story))
    .flatMap(({ name, treatment, unit, response }): Block[] => {
      if (response === null) return [];
      const range = format.changeRange(response.bounds.lower, response.bounds.upper, unit);
      return [{ kind: 'paragraph', text: text.report.why.bounds(name, treatment, range) }];
    });
}

function quoteBlocks(story: WorthStory): Block[] {
  const { voice, arrangement, format, text } = story;
  const say = text.report.why;
  if (voice.quotes.length === 0) return [];
  const { quotes, leftOut, blackened } = lookedOver(voice.quotes, arrangement.quotes);
  return [
    { kind: 'heading', text: say.quotes, note: null },
    {
      kind: 'paragraph',
      text: say.rule(format.count(voice.pool), format.count(QUOTES_EACH), String(voice.seed), format.count(SHORTEST)),
    },
    ...quotes.map((quote): Block => ({ kind: 'quote', text: quote.text, by: byText(quote, story) })),
    { kind: 'paragraph', text: say.lookedOver(format.count(leftOut), format.count(blackened)) },
  ];
}

/** Who said it: arm, kind, and the score where there is one; never a name. */
export function byText(
  { arm, band, kind, score }: Quote,
  { format, text }: Pick<WorthStory, 'format' | 'text'>,
): string {
  const say = text.report.why;
  return say.by(
    arm,
    say.kind(kind),
    band === 'none' ? null : say.band[band],
    score === null ? null : format.number(score, 0),
  );
}
