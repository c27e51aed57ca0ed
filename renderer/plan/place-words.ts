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

/** Where in the form a problem lies: `metrics[1].of` is the second metric's name, `decision.decideBy` its card's title. */
export function placeWords(path: string, plan: Plan): string {
  const [, section, index] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
  if (section === undefined) return '';
  const place = index === undefined ? undefined : Number(index);
  const metric = section === 'metrics' && place !== undefined ? plan.metrics[place] : undefined;
  const arm = section === 'arms' && place !== undefined ? plan.arms[place] : undefined;
  return metric?.name ?? metric?.id ?? arm?.id ?? sections[section] ?? path;
}
