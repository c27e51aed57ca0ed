import type { BusinessCase } from '../../business/business-case.ts';
import type { Card } from '../model.ts';
import { roughMoney } from '../rough.ts';
import { chanceText } from '../section/business.ts';
import type { WorthStory } from '../story.ts';

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
      text: say.per1000Text(between(per1000), chanceText(business, story)),
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

function payback(months: number | null, { format, text }: WorthStory): string {
  const say = text.report.business.card;
  if (months === null) return say.paysBackNever;
  return months === 0 ? say.paysBackAtOnce : say.paysBack(format.count(Math.ceil(months)));
}
