import type { Plan } from '#shared/plan/plan.ts';

const sections: Readonly<Record<string, string>> = {
  hypothesis: 'What we expect',
  population: 'Who is in',
  arms: 'What happens to them',
  allocation: 'Who gets what',
  metrics: 'What is success',
  analysis: 'How it is counted',
  decision: 'What decides',
};

/** What the form calls the fields that can be empty or out of bounds. */
const fields: Readonly<Record<string, string>> = {
  seed: 'seed',
  holdout: 'hold out',
  weight: 'weight',
  channel: 'channel',
  message: 'message',
  withinHours: 'within hours',
  costPerContact: 'cost per contact',
  offerCost: 'cost of the offer',
  windowDays: 'within days',
  daysBefore: 'in the days before',
  atLeast: 'at least',
  atMost: 'at most',
  cap: 'cap',
  margin: 'margin',
  level: 'level of the intervals',
  relativeLiftAtLeast: 'is at least',
  decideBy: 'decided on',
};

/** Where in the form a problem lies: `metrics[1].of` is the second metric's name, `decision.decideBy` its card's title and field. */
export function placeWords(path: string, plan: Plan): string {
  const [, section, index] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
  if (section === undefined) return '';
  const place = index === undefined ? undefined : Number(index);
  const metric = section === 'metrics' && place !== undefined ? plan.metrics[place] : undefined;
  const arm = section === 'arms' && place !== undefined ? plan.arms[place] : undefined;
  const name = metric?.name ?? metric?.id ?? arm?.id ?? sections[section] ?? path;
  const field = fields[/\.(\w+)$/.exec(path)?.[1] ?? ''];
  return field === undefined ? name : `${name}, ${field}`;
}
