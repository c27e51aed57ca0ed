import { describe, expect, test } from 'vitest';
import { templateCard } from '#shared/api/summary.ts';
import { charter } from '#shared/charter/charter.ts';
import { checkPlan, sealProblems } from '#shared/plan/check-plan.ts';
import { nothingKnown } from '#shared/plan/known-records.ts';
import { plan } from '#shared/plan/plan.ts';
import { exportsDrawn, pilotEnd, UNSUBSCRIBE_WINDOW } from '#shared/template/sample/calendar.ts';
import { plantedTruth } from '#shared/template/sample/truth.ts';
import { templateById, templates } from '#shared/template/templates.ts';

test('the six pain points come in their order', () => {
  expect(templates.map((template) => template.card.id)).toEqual([
    'abandoned-cart',
    'silent-complaint',
    'service-failure',
    'lapsed-customer',
    'upsell-offer',
    'onboarding-call',
  ]);
  expect(templateById('lapsed-customer')?.card.name).toBe('Lapsed customer');
  expect(templateById('no-such')).toBeUndefined();
});

describe.each(templates.map((template) => [template.card.id, template] as const))('%s', (_, template) => {
  test('has a card, charter and plan that their schemas accept', () => {
    expect(templateCard.parse(template.card)).toEqual(template.card);
    expect(charter.parse(template.charter)).toEqual(template.charter);
    expect(plan.parse(template.plan)).toEqual(template.plan);
  });

  test('could be sealed as it is', () => {
    expect(checkPlan(template.plan, nothingKnown)).toEqual([]);
    expect(sealProblems(template.plan, nothingKnown)).toEqual([]);
    expect(template.plan.analysis.peeking).toBe('always-valid');
  });

  test('says in its charter what its plan will hold it to', () => {
    expect(template.charter.hypothesis).toBe(template.plan.hypothesis);
    expect(template.charter.successThreshold).toBe(template.plan.decision.scaleIf.relativeLiftAtLeast);
    expect(template.charter.decideBy).toBe(template.plan.decision.decideBy);
  });

  test('leaves no line of its charter blank', () => {
    const { budget, decideBy, successThreshold, ...texts } = template.charter;
    for (const text of [...Object.values(texts), ...Object.values(template.card)]) expect(text).not.toBe('');
    expect(budget.amount).toBeGreaterThan(0);
  });
});

test('the abandoned-cart plan measures what the sample plants, in windows that are closed when it decides', () => {
  const { plan } = templateById('abandoned-cart') ?? expect.fail();
  expect(plan.metrics.map((metric) => metric.id)).toEqual(plantedTruth('win').map((planted) => planted.metric));
  const decides = Date.parse(plan.decision.decideBy) / 1000;
  expect(decides).toBeGreaterThan(exportsDrawn);
  expect(exportsDrawn).toBeGreaterThan(pilotEnd + UNSUBSCRIBE_WINDOW);
});
