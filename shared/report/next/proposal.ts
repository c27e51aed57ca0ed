import { z } from 'zod';
import { charter } from '../../charter/charter.ts';
import { type Arm, type Plan, plan } from '../../plan/plan.ts';
import { brokenGuardrail } from '../broken-guardrail.ts';
import type { WorthStory } from '../story.ts';
import { neededFor } from './needed.ts';

/** What the next pilot is for: the rollout's first step, a repaired split, more customers, a gentler form, another way. */
export const proposalKind = z.enum(['step', 'repair', 'more', 'gentler', 'another', 'seal']);
export type ProposalKind = z.infer<typeof proposalKind>;

/** The next pilot, ready to be opened: why it, its charter and its plan. `needed`: customers that would answer it. */
export const proposal = z.object({
  kind: proposalKind,
  title: z.string(),
  why: z.string(),
  needed: z.int().nullable(),
  charter,
  plan,
});
export type Proposal = z.infer<typeof proposal>;

const DAY = 86_400_000;
const FEWEST_WEEKS = 4;
const MOST_WEEKS = 52;
/** Where nothing tells how fast customers come. */
const USUAL_WEEKS = 8;

/** The pilot that follows from this one's verdict. Its plan is not sealed: everything in it can be changed first. */
export function proposalOf(story: WorthStory): Proposal {
  const { charter: old, planState, text } = story;
  const kind = kindOf(story);
  const say = text.report.nextPilot.proposal[kind];
  const needed = neededBy(kind, story);
  const decideBy = decisionDay(kind, needed, story);
  const title = say.title(old.title);
  const hypothesis = say.hypothesis(old.hypothesis || planState.plan.hypothesis);
  return {
    kind,
    title,
    why: say.why,
    needed,
    charter: {
      ...old,
      title: title.trim() || old.title,
      hypothesis,
      intervention: say.intervention(old.intervention),
      decideBy,
    },
    plan: nextPlan(
      kind,
      { ...planState.plan, hypothesis, decision: { ...planState.plan.decision, decideBy } },
      needed,
      story,
    ),
  };
}

function kindOf(story: WorthStory): ProposalKind {
  const { lift, planState } = story;
  if (lift.verdict === 'invalid') return 'repair';
  if (planState.sealed === null || lift.verdict === null) return 'seal';
  if (lift.verdict === 'scale') return lift.decided ? 'step' : 'more';
  if (lift.verdict === 'extend') return 'more';
  return brokenGuardrail(story) === null ? 'another' : 'gentler';
}

function neededBy(kind: ProposalKind, { primary, planState, rollout }: WorthStory): number | null {
  const [first] = rollout;
  if (kind === 'step' && first !== undefined) return first.treated + first.holdout;
  return primary === null ? null : neededFor(primary, planState.plan.decision.scaleIf.relativeLiftAtLeast);
}

/** Long enough for the customers needed to come and for their windows to close. */
function decisionDay(kind: ProposalKind, needed: number | null, story: WorthStory): string {
  const { assumptions, rollout, planState, generatedAt } = story;
  const aYear = assumptions.find(({ id }) => id === 'customersPerYear')?.value ?? 0;
  const coming = needed === null || aYear <= 0 ? USUAL_WEEKS : Math.ceil(needed / (aYear / MOST_WEEKS));
  const weeks =
    kind === 'step' ? (rollout[0]?.weeks ?? USUAL_WEEKS) : Math.max(FEWEST_WEEKS, Math.min(MOST_WEEKS, coming));
  const window = Math.max(0, ...planState.plan.metrics.map(({ windowDays }) => windowDays ?? 0));
  return new Date(Date.parse(generatedAt) + (weeks * 7 + window) * DAY).toISOString().slice(0, 10);
}

/** Amounts that were frozen in history are taken anew; looks named by day have passed. */
function nextPlan(kind: ProposalKind, old: Plan, needed: number | null, story: WorthStory): Plan {
  const { looks: _looks, expectedN: _expected, ...analysis } = old.analysis;
  const plain: Plan = {
    ...old,
    metrics: old.metrics.map((metric) =>
      metric.cap !== undefined && 'percentile' in metric.cap
        ? { ...metric, cap: { percentile: metric.cap.percentile } }
        : metric,
    ),
    analysis: {
      ...analysis,
      peeking: analysis.peeking === 'planned' ? 'always-valid' : analysis.peeking,
      ...(needed === null ? {} : { expectedN: needed }),
    },
  };
  switch (kind) {
    case 'repair':
      return { ...plain, arms: plain.arms.map((arm) => described(arm, story)), allocation: drawnHere(old) };
    case 'step':
      return { ...plain, arms: stepArms(plain, story) };
    case 'gentler':
    case 'another':
      return { ...plain, arms: plain.arms.map(withoutMessage) };
    case 'more':
    case 'seal':
      return plain;
  }
}

/** Chance decides in the app itself, so that nothing can get between the draw and the list. */
function drawnHere({ allocation }: Plan): Plan['allocation'] {
  return allocation.method === 'imported'
    ? { method: 'stratified', seed: 1 }
    : { ...allocation, seed: allocation.seed + 1 };
}

/** An arm that is drawn here says what happens to it. */
function described(arm: Arm, { charter: { intervention } }: WorthStory): Arm {
  if (arm.role === 'control' || arm.intervention !== undefined) return arm;
  return { ...arm, intervention: { channel: 'email', message: intervention } };
}

/** The holdout is the control; of several treatments the one that won goes on. */
function stepArms(old: Plan, { lift, assumptions }: WorthStory): Arm[] {
  const held = assumptions.find(({ id }) => id === 'holdoutShare')?.value ?? 0.1;
  const share = Math.max(0.01, Math.min(0.99, held));
  return old.arms
    .filter((arm) => arm.role === 'control' || lift.arm === null || arm.id === lift.arm)
    .map((arm) => ({ ...arm, weight: Math.round(100 * (arm.role === 'control' ? share : 1 - share)) / 100 }));
}

/** What is to be said is for the team to write: the old words are what did not do. */
function withoutMessage(arm: Arm): Arm {
  return arm.intervention === undefined ? arm : { ...arm, intervention: { ...arm.intervention, message: '' } };
}
