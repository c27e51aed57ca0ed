import type { BusinessCase } from '../../business/business-case.ts';
import { brokenGuardrail } from '../broken-guardrail.ts';
import type { Card } from '../model.ts';
import { roughMoney } from '../rough.ts';
import { chanceText } from '../section/business.ts';
import type { WorthStory } from '../story.ts';

/** Months after which nobody waits for a pilot's money any more. */
const LONGEST = 60;

/** Money on page one: what a thousand customers bring, and what the first year of a rollout brings. */
export function worthCards(business: Extract<BusinessCase, { kind: 'computed' }>, story: WorthStory): Card[] {
  const { format, text } = story;
  const say = text.report.business.card;
  const { per1000, firstYear, paybackMonths } = business;
  const money = (value: number | null) => roughMoney(value, format);
  const between = ({ lower, upper }: typeof per1000) => say.between(money(lower), money(upper));
  return [
    {
      id: 'per1000',
      label: say.per1000,
      big: money(per1000.middle),
      tone: 'plain',
      text: withoutHarm(say.per1000Text(between(per1000), chanceText(business, story)), story),
    },
    {
      id: 'firstYear',
      label: say.firstYear,
      big: money(firstYear.middle),
      tone: 'plain',
      text: say.firstYearText(between(firstYear), payback(paybackMonths.middle, story)),
    },
  ];
}

/** The case reckons with the deciding metric only: what a broken guardrail costs is not in it, and that is said. */
function withoutHarm(told: string, story: WorthStory): string {
  const broken = brokenGuardrail(story);
  return broken === null ? told : story.text.report.business.card.withoutHarm(told, broken.name);
}

function payback(months: number | null, { format, text }: WorthStory): string {
  const say = text.report.business.card;
  if (months === null || months > LONGEST) return say.paysBackNever;
  return months === 0 ? say.paysBackAtOnce : say.paysBack(format.count(Math.ceil(months)));
}
