import { armsChart } from '../chart/arms-chart.ts';
import type { PageOne } from '../model.ts';
import { headlineEntries, standingOf, type WorthStory } from '../story.ts';
import { answer } from './answer.ts';
import { aside } from './aside.ts';
import { ask } from './ask.ts';
import { banners } from './banners.ts';
import { cards } from './cards.ts';
import { caveat } from './caveat.ts';
import { foot } from './foot.ts';
import { lead } from './lead.ts';
import { question } from './question.ts';
import { told } from './told.ts';

/** Page one: question, answer, range, verdict, one picture, one caveat, the decision asked for. */
export function pageOneOf(story: WorthStory): PageOne {
  return {
    question: question(story),
    answer: answer(story),
    lead: lead(story),
    banners: banners(story),
    cards: cards(story),
    picture: armsChart(headlineEntries(story), standingOf(story), story.format, story.text),
    aside: aside(story),
    told: told(story),
    caveat: caveat(story),
    ask: ask(story),
    foot: foot(story),
  };
}
