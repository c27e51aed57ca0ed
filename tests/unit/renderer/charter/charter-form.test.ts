import { describe, expect, it } from 'vitest';
import type { Charter } from '#shared/charter/charter.ts';
import { errorsOf, fromForm, openQuestions, toForm } from '../../../../renderer/charter/charter-form.ts';

const charter: Charter = {
  title: 'Bring back carts',
  painPoint: 'Carts are left.',
  promise: '',
  hypothesis: 'A reminder helps.',
  intervention: 'One e-mail.',
  owner: 'Ada',
  sponsor: ' ',
  successThreshold: 0.07,
  budget: { amount: 2500, currency: 'USD' },
  decideBy: null,
  convincedBy: 'Ten percent more.',
};

describe('the charter as people type it', () => {
  it('comes back as it went in, the threshold without a rounding tail', () => {
    expect(toForm(charter).thresholdPercent).toBe(7);
    expect(fromForm(toForm(charter)).data).toEqual(charter);
  });

  it('takes a currency in small letters and an empty day as no day', () => {
    const parsed = fromForm({ ...toForm(charter), budgetCurrency: ' eur ', decideBy: '' });
    expect(parsed.data).toMatchObject({ budget: { currency: 'EUR' }, decideBy: null });
  });

  it('says beside the field what is wrong with it', () => {
    const wrong = {
      ...toForm(charter),
      title: ' ',
      thresholdPercent: '',
      budgetCurrency: 'EU',
      decideBy: '2026-02-30',
    };
    expect(Object.keys(errorsOf(wrong)).sort()).toEqual(['budgetCurrency', 'decideBy', 'thresholdPercent', 'title']);
    expect(errorsOf(toForm(charter))).toEqual({});
  });

  it('names the questions still open', () => {
    expect(openQuestions(charter)).toEqual(['the promise', 'who decides', 'the day of the decision']);
  });
});
