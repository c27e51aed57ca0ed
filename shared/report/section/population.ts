import type { ActivityCondition, Condition, Population, TraitCondition } from '../../plan/plan.ts';
import { populationParts } from '../../plan/population.ts';
import type { Story } from '../story.ts';

/** Who is in, in words. */
export function populationText(population: Population, { format, text }: Pick<Story, 'format' | 'text'>): string {
  const say = text.report.population;
  const { trigger, where, exclude } = populationParts({ population });
  const parts = [trigger === undefined ? say.everyone : say.trigger(trigger.activity)];
  if (trigger?.unless !== undefined) {
    parts.push(say.unless(trigger.unless.activity, format.number(trigger.unless.withinHours)));
  }
  if (where !== undefined) parts.push(say.where(conditionText(where)));
  const keptOut = exclude.map((one) => say.exclusion(one.reason, conditionText(one.where)));
  return keptOut.length === 0 ? parts.join(', ') : `${parts.join(', ')}. ${say.keptOut(keptOut.join('; '))}`;

  function conditionText(condition: Condition): string {
    if ('all' in condition) return say.all(condition.all.map(conditionText));
    if ('any' in condition) return say.any(condition.any.map(conditionText));
    if ('none' in condition) return say.none(condition.none.map(conditionText));
    return 'trait' in condition ? traitText(condition) : activityText(condition);
  }

  function traitText({ trait, is, in: oneOf, atLeast, atMost }: TraitCondition): string {
    const told = [
      ...(is === undefined ? [] : [say.is(trait, String(is))]),
      ...(oneOf === undefined ? [] : [say.in(trait, oneOf.map(String).join(', '))]),
      ...(atLeast === undefined ? [] : [say.atLeast(trait, format.number(atLeast))]),
      ...(atMost === undefined ? [] : [say.atMost(trait, format.number(atMost))]),
    ];
    return told.length === 0 ? say.known(trait) : say.all(told);
  }

  function activityText({ activity, count, daysBefore }: ActivityCondition): string {
    const within = daysBefore === undefined ? '' : say.daysBefore(format.number(daysBefore));
    const told = [
      ...(count?.atLeast === undefined ? [] : [say.activityAtLeast(format.count(count.atLeast), activity)]),
      ...(count?.atMost === undefined ? [] : [say.activityAtMost(format.count(count.atMost), activity)]),
    ];
    return (told.length === 0 ? say.activity(activity) : say.all(told)) + within;
  }
}
