import { expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { ruleInWords } from '#shared/plan/rule-words.ts';
import { templateById } from '#shared/template/templates.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';

const words = {
  text: catalogueOf('en').rule,
  format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: 'USD' }),
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('tells the rule with its guardrails, what may end the pilot early, and what it says at its edges', () => {
  const plan = templateById('abandoned-cart')?.plan ?? expect.fail();
  const said = ruleInWords(plan, words);
  expect(plain(said.scale)).toBe(
    'Scale if the whole range of “Recovered customers” is on the better side of zero and its estimate is +10 % or better, and “Left the mailing list” (within 0.5 points) is shown to hold.',
  );
  expect(plain(said.stop)).toContain('falls short of +10 %');
  expect(said.early).toMatch(/^Before 15 October 2026 only harm/);
  expect(said.edges.map(plain).join(' ')).toContain('ends at +9.9 % is stop');
});

it('does not promise a stop that a one-sided plan cannot give', () => {
  const plan = templateById('abandoned-cart')?.plan ?? expect.fail();
  const oneSided: Plan = { ...plan, analysis: { ...plan.analysis, sides: 1 } };
  expect(ruleInWords(oneSided, words).stop).toMatch(/^Stop only if a guardrail lies beyond its margin/);
  expect(ruleInWords(oneSided, words).edges.join(' ')).not.toContain('is stop');
  const bare = { ...oneSided, metrics: plan.metrics.filter(({ role }) => role !== 'guardrail') };
  expect(ruleInWords(bare, words).stop).toMatch(/^Never stop/);
});

it('writes a lift that is to fall with its minus, and no guardrail where there is none', () => {
  const plan = templateById('abandoned-cart')?.plan ?? expect.fail();
  const metrics = plan.metrics.flatMap((metric) =>
    metric.role === 'primary' ? [{ ...metric, better: 'lower' as const }] : [],
  );
  const falling: Plan = { ...plan, metrics };
  const said = ruleInWords(falling, words);
  expect(plain(said.scale)).toMatch(/its estimate is −10 % or better\.$/);
  expect(said.stop).not.toMatch(/guardrail/);
});
