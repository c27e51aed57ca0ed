import { headlineMetric, worthOf } from '#shared/business/worth.ts';
import { formatter } from '#shared/format/formatter.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { readEdited, writeEdited } from '../business/business-row.ts';
import { readCharter } from '../charter/charter-row.ts';
import { readLastLook } from '../lift/look-row.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { Handlers } from '../process/context.ts';
import { reading, writing } from './desk.ts';

const LOCALE = 'en-GB';

export const businessCalls: Pick<Handlers, 'business.get' | 'business.set'> = {
  'business.get': async () => {
    const db = reading();
    const lift = readLastLook(db)?.result;
    if (lift === undefined) return null;
    const [charter, edited] = [readCharter(db), readEdited(db)];
    const currency = lift.currency ?? charter.budget.currency;
    const { assumptions, business } = worthOf(
      { lift, metric: headlineMetric(lift), plan: readPlan(db).plan, charter, edited },
      catalogueOf(LOCALE),
      formatter({ locale: LOCALE, timeZone: 'UTC', currency }),
    );
    return { lines: [...assumptions], edited: [...edited], business, currency };
  },
  'business.set': async ({ lines }) => {
    await writing().change('business', (db) => writeEdited(db, lines));
    return { done: true };
  },
};
