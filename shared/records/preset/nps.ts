import { type Preset, present } from './preset.ts';

/** A plain table of Net Promoter answers. */
export const nps: Preset = {
  id: 'nps',
  name: 'a table of NPS answers',
  fits: (file) => {
    const score = file.profile('Score');
    if (score === undefined || !file.has('Email') || !file.has('Answered At')) return false;
    return score.integers >= score.filled * 0.9 && (score.filled === 0 || (score.smallest >= 0 && score.largest <= 10));
  },
  mapping: (file) => ({
    kind: 'feedback',
    feedback: 'nps',
    columns: present(file, {
      Email: { to: 'identity', key: 'email' },
      'Customer ID': { to: 'identity', key: 'number:customer' },
      Score: { to: 'score', question: 'nps', scale: [0, 10] },
      Comment: { to: 'verbatim' },
      'Answered At': { to: 'at' },
    }),
    rowKey: ['Email', 'Customer ID', 'Answered At'].filter((name) => file.has(name)),
  }),
  because: {
    Score: 'whole numbers from 0 to 10, the scale of the recommendation question',
    Comment: "the customer's own words",
    'Customer ID': "the shop's customer number, the same in its other exports",
  },
};
