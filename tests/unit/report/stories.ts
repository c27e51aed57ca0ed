import type { Charter } from '#shared/charter/charter.ts';
import type { Interval, LiftResult, MetricResult } from '#shared/lift/lift-result.ts';
import type { Plan, PlanState } from '#shared/plan/plan.ts';
import type { Source } from '#shared/records/source.ts';
import { AS_IT_COMES } from '#shared/report/arrangement.ts';
import { PLAIN_APPEARANCE } from '#shared/report/report-options.ts';
import type { ReportSubject } from '#shared/report/story.ts';
import type { Voice } from '#shared/report/voice/voice.ts';

/** Made-up subjects that tell the five stories a report must be able to tell. */

const DAYS = [
  '2026-11-08',
  '2026-11-13',
  '2026-11-18',
  '2026-11-23',
  '2026-11-28',
  '2026-12-03',
  '2026-12-08',
  '2026-12-12',
];

const charter: Charter = {
  title: 'Bring back abandoned carts',
  painPoint: 'Seven of ten full carts are left behind, and nobody asks why.',
  promise: 'A friendly reminder with the way back.',
  hypothesis: 'A reminder with a link back to the cart, sent within 24 hours, brings customers back.',
  intervention: 'An e-mail with a link to the cart.',
  owner: 'Team Checkout',
  sponsor: 'Head of Online',
  successThreshold: 0.1,
  budget: { amount: 18_000, currency: 'USD' },
  decideBy: '2026-12-20',
  convincedBy: 'A lift of a tenth, without more unsubscribes.',
};

export const plan: Plan = {
  hypothesis: charter.hypothesis,
  population: {
    trigger: { activity: 'cart', unless: { activity: 'order', withinHours: 1 } },
    where: { trait: 'country', in: ['US', 'CA'] },
  },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    {
      id: 'reminder',
      role: 'treatment',
      weight: 1,
      intervention: {
        channel: 'email',
        message: 'You left something in your cart.',
        link: 'recovery_url',
        withinHours: 24,
        costPerContact: 0.02,
        exposure: { activity: 'email_sent' },
      },
    },
  ],
  allocation: { method: 'stratified', seed: 42, strata: ['channel'] },
  metrics: [
    {
      id: 'recovered',
      name: 'Recovered carts',
      role: 'primary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 7,
      better: 'higher',
    },
    {
      id: 'revenue',
      name: 'Revenue a customer',
      role: 'secondary',
      kind: 'sum',
      of: { activity: 'order', field: 'amount' },
      windowDays: 7,
      cap: { amount: 400 },
      better: 'higher',
    },
    {
      id: 'unsubscribed',
      name: 'Unsubscribed',
      role: 'guardrail',
      kind: 'conversion',
      of: { activity: 'unsubscribe' },
      windowDays: 30,
      better: 'lower',
      margin: 0.005,
    },
  ],
  analysis: { level: 0.95, sides: 2, peeking: 'always-valid', correction: 'holm' },
  decision: { scaleIf: { metric: 'recovered', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-12' },
};

const sealedState: PlanState = {
  plan,
  sealed: '2026-11-01T09:12:00Z',
  sha256: '7f3a9c51d2e84b60a1f7c3d95e2b8046f1a2b3c4d5e6f708192a3b4c5d6ec91e',
  amendments: [
    {
      at: '2026-11-16T08:00:00Z',
      why: 'The shop closed in Canada.',
      sha256: '1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a',
      plan,
    },
  ],
};

const source: Source = {
  source: 's1',
  file: 'orders.csv',
  preset: 'shopify-orders',
  kind: 'activities',
  importedAt: '2026-12-12T08:00:00Z',
  bytes: 1_200_000,
  sha256: 'ab'.repeat(32),
  rowsRead: 31_204,
  kept: 31_000,
  replaced: 12,
  duplicates: 180,
  quarantined: 24,
  reasons: { 'no-key': 20, 'bad-date': 4 },
  warnings: [],
  mapping: { kind: 'activities', activity: 'order', columns: {} },
};

function conversion(
  id: string,
  name: string,
  role: MetricResult['role'],
  n: number,
  control: number,
  treatment: number,
): MetricResult {
  const [xc, xt] = [Math.round(n * control), Math.round(n * treatment)];
  const [pc, pt] = [xc / n, xt / n];
  const reach = 1.96 * Math.sqrt((pc * (1 - pc) + pt * (1 - pt)) / n);
  const around = (estimate: number, by: number): Interval => ({ estimate, lower: estimate - by, upper: estimate + by });
  const guardrail = role === 'guardrail';
  return {
    id,
    name,
    role,
    kind: 'conversion',
    better: guardrail ? 'lower' : 'higher',
    margin: guardrail ? 0.005 : null,
    windowDays: guardrail ? 30 : 7,
    unit: 'rate',
    treatment: 'reminder',
    arms: [
      { id: 'control', n, mean: pc, sd: Math.sqrt(pc * (1 - pc)), x: xc, missing: 0 },
      { id: 'reminder', n, mean: pt, sd: Math.sqrt(pt * (1 - pt)), x: xt, missing: 0 },
    ],
    absolute: around(pt - pc, reach),
    relative: around(pt / pc - 1, reach / pc),
    relativeUnbounded: false,
    p: 2 * (1 - Math.min(0.9999, Math.abs(pt - pc) / reach / 2)),
    pExact: null,
    pAdjusted: null,
    level: 0.95,
    method: 'Mee’s score interval; Koopman’s for the lift',
    formula: 'd = x₁/n₁ − x₀/n₀; all d that |z(d)| ≤ 1.96 does not reject',
    basis: null,
    unadjusted: null,
    notAdjusted: null,
    response: null,
    planned: null,
    alwaysValid: guardrail
      ? null
      : { absolute: around(pt - pc, reach * 1.45), relative: around(pt / pc - 1, (reach * 1.45) / pc) },
    nonInferior: guardrail ? pt - pc + reach < 0.005 : null,
    withheld: null,
    uncapped: null,
    course: guardrail
      ? []
      : DAYS.map((at, i) => {
          const part = Math.round((n * (i + 1)) / DAYS.length);
          const [c, t] = [Math.round(part * pc), Math.round(part * pt)];
          const wide = reach * 1.45 * Math.sqrt(n / part) * 1.05;
          return {
            at,
            control: { n: part, mean: c / part },
            treatment: { n: part, mean: t / part },
            absolute: around(t / part - c / part, wide),
          };
        }),
    sentence: `${name} changed with the reminder.`,
  };
}

function revenue(n: number, control: number, treatment: number): MetricResult {
  const reach = (1.96 * 38 * Math.SQRT2) / Math.sqrt(n);
  const difference = treatment - control;
  const around = (estimate: number, by: number): Interval => ({ estimate, lower: estimate - by, upper: estimate + by });
  return {
    ...conversion('revenue', 'Revenue a customer', 'secondary', n, 0.1, 0.1),
    kind: 'sum',
    unit: 'money',
    arms: [
      { id: 'control', n, mean: control, sd: 38, x: Math.round(n * 0.115), missing: 0 },
      { id: 'reminder', n, mean: treatment, sd: 38, x: Math.round(n * 0.146), missing: 0 },
    ],
    absolute: around(difference, reach),
    relative: around(difference / control, reach / control),
    alwaysValid: {
      absolute: around(difference, reach * 1.45),
      relative: around(difference / control, (reach * 1.45) / control),
    },
    method: 'Welch’s interval; Fieller’s for the lift',
    uncapped: { cap: 400, absolute: around(difference * 1.1, reach * 1.2), relative: around(0.2, 0.25), p: 0.031 },
    course: [],
    sentence: 'Revenue a customer, capped at $ 400, may have risen.',
  };
}

function lift(over: Partial<LiftResult>): LiftResult {
  return {
    verdict: 'scale',
    because: 'Lift +27 %, threshold was +10 %. Unsubscribes within the margin.',
    arm: 'reminder',
    headline: 'The reminder brought back 3.1 more carts in every 100.',
    range: 'Between 1.4 and 4.8, from a method that stays right however often you look.',
    checks: [
      { id: 'srm', severity: 'ok', p: 0.93, sentence: 'Arms are as large as planned: 6,204 and 6,214.', todo: null },
      { id: 'balance', severity: 'ok', p: null, sentence: 'Arms were alike before the start.', todo: null },
      { id: 'contaminated', severity: 'ok', p: null, sentence: 'No control customer was contacted.', todo: null },
      {
        id: 'event',
        severity: 'note',
        p: null,
        sentence: 'Without the week of the competitor’s sale the lift is +2.8 points: the same conclusion.',
        todo: 'Name the sale when you present this.',
      },
    ],
    flow: {
      imported: 48_210,
      eligible: 12_498,
      assigned: { control: 6_249, reminder: 6_249 },
      contacted: { control: 0, reminder: 6_101 },
      analysed: { control: 6_209, reminder: 6_209 },
      excluded: [
        { reason: 'Window not closed yet', n: 71 },
        { reason: 'Stands in both arms', n: 9 },
      ],
    },
    metrics: [
      conversion('recovered', 'Recovered carts', 'primary', 6_209, 0.115, 0.146),
      revenue(6_209, 9.12, 10.87),
      conversion('unsubscribed', 'Unsubscribed', 'guardrail', 6_209, 0.0031, 0.0038),
    ],
    sensitivity: [],
    plannedLook: null,
    segments: [],
    looks: 4,
    asOf: '2026-12-12T10:00:00Z',
    decided: true,
    currency: 'USD',
    fingerprint: `7f3a${'0'.repeat(56)}c91e`,
    plan: { sha256: sealedState.sha256, amendments: 1 },
    ...over,
  };
}

const answered = { question: 'nps', low: 0, high: 10, mean: 7.4, sd: 2.6 };
const voice: Voice = {
  answers: [
    { ...answered, arm: 'control', n: 900, promoters: 400, passives: 260, detractors: 240 },
    { ...answered, arm: 'reminder', n: 880, promoters: 420, passives: 250, detractors: 210 },
  ],
  quotes: [
    {
      key: 'a1',
      arm: 'reminder',
      band: 'detractor',
      kind: 'nps',
      score: 2,
      text: 'Too many mails, and no way to leave.',
    },
    { key: 'b2', arm: 'control', band: 'promoter', kind: 'nps', score: 10, text: 'Packed with care.' },
  ],
  pool: 1300,
  seed: 42,
};

function subject(over: Partial<ReportSubject>): ReportSubject {
  return {
    summary: { id: 'p1', name: 'Bring back abandoned carts' },
    charter,
    planState: sealedState,
    lift: lift({}),
    sources: [
      source,
      {
        ...source,
        source: 's2',
        file: 'checkouts.csv',
        rowsRead: 100,
        kept: 100,
        replaced: 0,
        duplicates: 0,
        quarantined: 0,
        reasons: {},
      },
    ],
    looks: ['2026-11-18', '2026-11-25', '2026-12-02', '2026-12-12'].map((day, i) => ({
      at: `${day}T10:00:00Z`,
      asOf: day,
      verdict: i < 2 ? 'extend' : 'scale',
      sealed: true,
    })),
    edited: [],
    voice,
    arrangement: AS_IT_COMES,
    generatedAt: '2026-12-12T10:01:00Z',
    language: 'en',
    locale: 'en-US',
    appearance: PLAIN_APPEARANCE,
    timeZone: 'Europe/Berlin',
    versions: { pilotlight: '0.1.0', schema: '1' },
    ...over,
  };
}

export const win = subject({});

export const none = subject({
  lift: lift({
    verdict: 'stop',
    because: 'The lift is at most +6 %; the threshold was +10 %.',
    headline: 'The reminder made no difference that these customers could show.',
    metrics: [
      conversion('recovered', 'Recovered carts', 'primary', 6_209, 0.1152, 0.1149),
      revenue(6_209, 9.12, 9.07),
      conversion('unsubscribed', 'Unsubscribed', 'guardrail', 6_209, 0.0031, 0.0032),
    ],
  }),
});

export const invalid = subject({
  lift: lift({
    verdict: 'invalid',
    because: 'The arms are not as large as planned (6,604 and 5,814, p < 0.001): the split is broken.',
    checks: [
      {
        id: 'srm',
        severity: 'fail',
        p: 1e-12,
        sentence: 'The arms are not as large as planned: 6,604 in control and 5,814 in reminder.',
        todo: 'Find out who was lost on the way to the reminder, repair it and start again.',
      },
    ],
  }),
});

export const harm = subject({
  lift: lift({
    verdict: 'stop',
    because: 'Unsubscribes rose by 1.2 points; the margin was 0.5 points.',
    headline: 'The reminder brought back 3.1 more carts in every 100, and drove customers off the list.',
    metrics: [
      conversion('recovered', 'Recovered carts', 'primary', 6_209, 0.115, 0.146),
      conversion('unsubscribed', 'Unsubscribed', 'guardrail', 6_209, 0.0031, 0.0151),
    ],
  }),
});

const withheld = 'Reminder has 3 expected conversions; 5 are needed. At this pace that is on 4 January.';

export const small = subject({
  lift: lift({
    verdict: 'extend',
    because: withheld,
    headline: 'Too few customers to tell.',
    metrics: [
      {
        ...conversion('recovered', 'Recovered carts', 'primary', 31, 0.1, 0.13),
        withheld,
        absolute: { estimate: null, lower: null, upper: null },
        relative: { estimate: null, lower: null, upper: null },
        alwaysValid: null,
        course: [],
        p: null,
      },
    ],
    flow: {
      imported: 80,
      eligible: 62,
      assigned: { control: 31, reminder: 31 },
      contacted: { control: 0, reminder: 30 },
      analysed: { control: 31, reminder: 31 },
      excluded: [],
    },
    sensitivity: [],
    looks: 1,
  }),
});

export const draft = subject({
  planState: { plan, sealed: null, sha256: null, amendments: [] },
  lift: lift({
    verdict: null,
    because: 'The plan was not sealed.',
    decided: false,
    plan: { sha256: null, amendments: 0 },
  }),
});

export const interim = subject({ lift: lift({ decided: false, verdict: 'scale' }) });

export const stories = { win, none, invalid, harm, small, draft, interim };

/** The win, with every text a stranger could have brought set to `text`. */
export function hostile(text: string): ReportSubject {
  const base = lift({});
  return subject({
    summary: { id: text, name: text },
    charter: {
      ...charter,
      title: text,
      painPoint: text,
      promise: text,
      hypothesis: text,
      intervention: text,
      owner: text,
      sponsor: text,
      convincedBy: text,
    },
    planState: {
      ...sealedState,
      plan: {
        ...plan,
        hypothesis: text,
        population: { where: { trait: text, is: text } },
        allocation: { method: 'imported', from: { [text]: 'control' } },
        arms: plan.arms.map((arm) =>
          arm.intervention === undefined ? arm : { ...arm, intervention: { channel: text, message: text, link: text } },
        ),
      },
      amendments: [{ at: '2026-11-16', why: text, sha256: text, plan }],
    },
    lift: {
      ...base,
      because: text,
      headline: text,
      range: text,
      checks: base.checks.map((check) => ({ ...check, severity: 'warning', sentence: text, todo: text })),
      flow: { ...base.flow, excluded: [{ reason: text, n: 3 }] },
      metrics: base.metrics.map((metric) => ({ ...metric, name: text, sentence: text, method: text, formula: text })),
      fingerprint: text,
    },
    sources: [{ ...source, file: text, kind: text, reasons: { [text]: 3 } }],
    voice: {
      answers: voice.answers.map((one) => ({ ...one, question: text, arm: text })),
      quotes: voice.quotes.map((one) => ({ ...one, arm: text, kind: text, text })),
      pool: 2,
      seed: 1,
    },
    looks: [{ at: '2026-12-12', asOf: '2026-12-12', verdict: text, sealed: true }],
    versions: { pilotlight: text, [text]: text },
  });
}
