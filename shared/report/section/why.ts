import { mean } from '../../stats/mean.ts';
import { nps } from '../../stats/nps.ts';
import type { Block, Section } from '../model.ts';
import type { WorthStory } from '../story.ts';
import { type Cell, figure, figureColumn, wordColumn, words } from '../table.ts';
import { QUOTES_EACH, SHORTEST } from '../voice/choose-quotes.ts';
import { lookedOver } from '../voice/looked-over.ts';
import type { Answers, Quote } from '../voice/voice.ts';

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
        rows: voice.answers.map((one): Cell[] => {
          const assigned = story.lift.flow.assigned[one.arm] ?? 0;
          const rate = assigned > 0 ? one.n / assigned : null;
          const found = scoreOf(one, level);
          return [
            words(say.kind(one.question), isNps(one) ? say.nps : say.mean),
            words(one.arm),
            figure(format.count(one.n), one.n),
            figure(format.percent(rate), rate),
            figure(isNps(one) ? format.signedNumber(found.estimate, 0) : format.number(found.estimate), found.estimate),
            words(
              isNps(one)
                ? say.range(format.signedNumber(found.lower, 0), format.signedNumber(found.upper, 0))
                : say.range(format.number(found.lower), format.number(found.upper)),
            ),
          ];
        }),
      },
    },
    { kind: 'paragraph', text: say.answersCaveat },
  ];
}

/** Scores of 0 to 10 that all fall into the three groups are read as a net promoter score. */
export function isNps({ n, promoters, passives, detractors }: Answers): boolean {
  return n > 0 && promoters + passives + detractors === n;
}

/** The score of one arm with its interval: net promoter score, or mean. */
export function scoreOf(one: Answers, level: number) {
  if (isNps(one)) {
    const found = nps({ ...one, level });
    const estimate = (100 * (one.promoters - one.detractors)) / one.n;
    return found.kind === 'computed' ? found : { estimate, lower: null, upper: null };
  }
  const found = one.sd === null ? null : mean({ n: one.n, mean: one.mean, sd: one.sd, level });
  return found?.kind === 'computed' ? found : { estimate: one.mean, lower: null, upper: null };
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
