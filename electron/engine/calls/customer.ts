import { cutKeys, matchingState, previewMatching, setMatching, uncutKeys } from '../identity/decide.ts';
import { customerOf, findCustomers } from '../identity/find.ts';
import { customerStory } from '../identity/story.ts';
import { inTwoArmsOf, peopleInTwoArms } from '../identity/two-arms.ts';
import { whyOne } from '../identity/why.ts';
import type { Handlers } from '../process/context.ts';
import { announce, reading, writing } from './desk.ts';

type CustomerCalls = Pick<
  Handlers,
  | 'customer.find'
  | 'customer.story'
  | 'customer.why'
  | 'customer.inTwoArms'
  | 'customer.twoArms'
  | 'customer.cut'
  | 'customer.uncut'
  | 'matching.get'
  | 'matching.preview'
  | 'matching.set'
>;

export const customerCalls: CustomerCalls = {
  'customer.find': async ({ query, limit }) => findCustomers(reading(), query, limit),
  'customer.story': async ({ key }) => customerStory(reading(), customerOf(reading(), key)),
  'customer.why': async ({ key }) => whyOne(reading(), customerOf(reading(), key)),
  'customer.inTwoArms': async ({ key }) => inTwoArmsOf(reading(), customerOf(reading(), key)),
  'customer.twoArms': async ({ limit }) => peopleInTwoArms(reading(), limit),
  'customer.cut': async ({ a, b, why }, context) => {
    const decided = await cutKeys(writing(), a, b, why, Date.now());
    announce(context);
    return decided;
  },
  'customer.uncut': async ({ a, b }, context) => {
    const decided = await uncutKeys(writing(), a, b);
    announce(context);
    return decided;
  },
  'matching.get': async () => matchingState(reading()),
  'matching.preview': async ({ matching }) => previewMatching(reading(), matching),
  'matching.set': async ({ matching }, context) => {
    const state = await setMatching(writing(), matching);
    announce(context);
    return state;
  },
};
