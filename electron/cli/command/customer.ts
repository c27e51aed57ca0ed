import type { Command } from 'commander';
import { findCustomer, findCustomers } from '#engine/identity/find.ts';
import { customerStory } from '#engine/identity/story.ts';
import type { ReadableDb } from '#engine/store/db.ts';
import { PilotError } from '#shared/api/error.ts';
import type { CustomerStory, StoryActivity, StoryFeedback } from '#shared/identity/customer-story.ts';
import { define } from '../define.ts';
import { textTable } from '../outcome.ts';
import { withView } from '../with-pilot.ts';

const customerCommand = define(
  'customer <FILE.pilot> <KEY>',
  "Show one customer's whole story, by any of its keys.",
  'pilotlight customer carts.pilot ana@example.com',
  async ([path, key]) =>
    await withView(path ?? '', ({ read }) => {
      const customer = findCustomer(read, key ?? '');
      if (customer === null) throw noSuchCustomer(read, key ?? '');
      const story = customerStory(read, customer);
      return { json: story, text: storyText(story) };
    }),
);

export const customerCommands: readonly Command[] = [customerCommand];

/** A key that is not there may be the beginning of one that is: said, not guessed. */
function noSuchCustomer(db: ReadableDb, key: string): PilotError {
  const near = findCustomers(db, key, 5).map(({ value }) => value);
  const hint =
    near.length === 0
      ? 'Try an e-mail address, a phone number or a customer number.'
      : `Did you mean ${near.join(', ')}?`;
  return new PilotError('no-such-customer', `No customer has the key "${key}". ${hint}`);
}

function storyText(story: CustomerStory): string {
  const { identities, traits, activities, feedback, arms } = story;
  const keys = identities.map(({ kind, value, people }) => [
    kind,
    value,
    people === null ? '' : `shared by ${people} people, joins nobody`,
  ]);
  const told = [...activities.map(activityLine), ...feedback.map(feedbackLine)].sort((a, b) =>
    (a[0] ?? '') < (b[0] ?? '') ? -1 : 1,
  );
  return [
    `Customer ${story.customer}${arms.length === 0 ? '' : `, in ${arms.join(' and ')}`}`,
    '',
    textTable(['key', 'value', ''], keys),
    ...(traits.length === 0
      ? []
      : [
          '',
          textTable(
            ['trait', 'value'],
            traits.map((t) => [t.key, t.value ?? '']),
          ),
        ]),
    ...(told.length === 0 ? [] : ['', textTable(['when', 'what', 'of it', 'from'], told)]),
  ].join('\n');
}

function activityLine({ at, kind, amount, currency, reference, source, line }: StoryActivity): string[] {
  const sum = amount === null ? '' : `${amount}${currency === null ? '' : ` ${currency}`}`;
  return [at, kind, [sum, reference ?? ''].filter(Boolean).join(', '), `${source} line ${line}`];
}

function feedbackLine({ at, kind, score, question, verbatim, source, line }: StoryFeedback): string[] {
  const answer = score === null ? '' : `${question ?? 'score'} ${score}`;
  return [at ?? '–', kind, [answer, verbatim ?? ''].filter(Boolean).join(': '), `${source} line ${line}`];
}
