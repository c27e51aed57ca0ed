import { sum } from '../chart/flow-chart.ts';
import type { Card, Tone } from '../model.ts';
import { tooFew } from '../next/too-small.ts';
import { shownOf } from '../shown.ts';
import { headlineEntries, type Story, type WorthStory } from '../story.ts';
import { worthCards } from './worth.ts';

const VERDICT_TONE: Record<'scale' | 'extend' | 'stop' | 'invalid', Tone> = {
  scale: 'good',
  extend: 'caution',
  stop: 'bad',
  invalid: 'bad',
};

/**
 * The three cards of page one: the verdict, then money with its range; lift and customers where none can be reckoned,
 * or the pilot was too small for its question: money from what may be chance would be a claim.
 */
export function cards(story: WorthStory): Card[] {
  const { business } = story;
  if (business.kind === 'computed' && tooFew(story) === null)
    return [verdictCard(story), ...worthCards(business, story)];
  return [verdictCard(story), liftCard(story), customersCard(story)];
}

function verdictCard({ lift, planState, format, text }: Story): Card {
  const say = text.report.pageOne.card;
  const { verdict } = lift;
  if (planState.sealed === null || verdict === null) {
    return { id: 'verdict', label: say.verdictNone, big: text.verdict.none, tone: 'caution', text: lift.because };
  }
  const decides = lift.decided || verdict === 'invalid';
  return {
    id: 'verdict',
    label: decides
      ? say.verdict(format.date(planState.sealed))
      : say.verdictOnCourse(format.date(planState.plan.decision.decideBy)),
    big: decides ? text.verdict.name[verdict] : text.verdict.onCourse[verdict],
    tone: VERDICT_TONE[verdict],
    text: lift.because,
  };
}

function liftCard(story: Story): Card {
  const { lift, primary, format, text } = story;
  const say = text.report.pageOne.card;
  if (primary === null) return { id: 'lift', label: say.lift(''), big: '–', tone: 'plain', text: lift.range };
  const label = say.lift(headlineEntries(story).length > 1 ? `${primary.name}, ${primary.treatment}` : primary.name);
  if (lift.verdict === 'invalid') return { id: 'lift', label, big: say.unusable, tone: 'bad', text: say.unusableText };
  const shown = shownOf(primary);
  if (shown.kind === 'withheld') return { id: 'lift', label, big: say.withheld, tone: 'caution', text: shown.reason };
  const { absolute, relative } = shown;
  if (tooFew(story) !== null) {
    const range = format.changeRange(absolute.lower, absolute.upper, primary.unit);
    const told = say.openText(format.lift(relative.estimate), format.change(absolute.estimate, primary.unit), range);
    return { id: 'lift', label, big: say.open, tone: 'caution', text: told };
  }
  return {
    id: 'lift',
    label,
    big: format.lift(relative.estimate),
    tone: 'plain',
    text: say.liftText(
      format.change(absolute.estimate, primary.unit),
      format.changeRange(absolute.lower, absolute.upper, primary.unit),
      format.liftRange(relative.lower, relative.upper),
    ),
  };
}

function customersCard({ lift, planState, format, text }: Story): Card {
  const say = text.report.pageOne.card;
  const { analysed, assigned } = lift.flow;
  const arms = planState.plan.arms.flatMap((arm) => {
    const n = analysed[arm.id];
    return n === undefined ? [] : [say.armCount(format.count(n), arm.id)];
  });
  const chosen = planState.plan.allocation.method === 'imported' ? say.imported : say.chance;
  const drawn = lift.verdict === 'invalid' ? say.broken : chosen;
  const leftOut = sum(assigned) - sum(analysed);
  const lines = [
    ...(arms.length > 0 ? [say.customersText(text.report.pageOne.and(arms))] : []),
    drawn,
    ...(leftOut > 0 ? [say.leftOut(format.count(leftOut))] : []),
  ];
  return {
    id: 'customers',
    label: say.customers,
    big: format.count(sum(analysed)),
    tone: 'plain',
    text: lines.join(' '),
  };
}
