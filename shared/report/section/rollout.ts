import type { Tranche } from '../../business/rollout.ts';
import type { Block, Section } from '../model.ts';
import { roughMoney } from '../rough.ts';
import type { WorthStory } from '../story.ts';
import { figure, figureColumn, wordColumn, words } from '../table.ts';
import { populationText } from './population.ts';

/** The rollout as a chain of measured steps: each with its size, its cost, its holdout, and what opens the next. */
export function rolloutSection(story: WorthStory): Section {
  const { rollout, lift, text } = story;
  const say = text.report.rollout;
  const title = text.report.section.rollout;
  if (rollout.length === 0) {
    const told =
      lift.verdict === null
        ? say.none.unsealed
        : lift.verdict === 'scale'
          ? say.none.undecided
          : say.none[lift.verdict];
    return { id: 'rollout', title, blocks: [{ kind: 'paragraph', text: told }] };
  }
  return {
    id: 'rollout',
    title,
    blocks: [{ kind: 'paragraph', text: say.intro }, whoFirst(story), stepsTable(story), ...gates(story)],
  };
}

function whoFirst(story: WorthStory): Block {
  const { planState, rollout, format, text } = story;
  const say = text.report.rollout;
  const [first] = rollout;
  const population = populationText(planState.plan.population, story);
  return { kind: 'paragraph', text: say.whoFirst(population, format.level(first?.share ?? 0)) };
}

function stepsTable(story: WorthStory): Block {
  const { rollout, format, text } = story;
  const say = text.report.rollout;
  const { columns } = say;
  return {
    kind: 'table',
    table: {
      caption: say.caption,
      columns: [
        wordColumn(columns.step),
        figureColumn(columns.share),
        figureColumn(columns.weeks),
        figureColumn(columns.treated),
        figureColumn(columns.holdout),
        figureColumn(columns.cost),
      ],
      rows: rollout.map((step, i) => [
        words(say.step(format.count(i + 1))),
        figure(format.level(step.share), step.share),
        figure(format.count(step.weeks), step.weeks),
        figure(format.count(step.treated), step.treated),
        figure(format.count(step.holdout), step.holdout),
        words(costText(step, story)),
      ]),
    },
  };
}

/** The cost of a step: a range, or one figure where nothing about it is uncertain. */
export function costText({ cost }: Tranche, { format, text }: Pick<WorthStory, 'format' | 'text'>): string {
  const [lower, upper] = [roughMoney(cost.lower, format), roughMoney(cost.upper, format)];
  return lower === upper ? upper : text.report.rollout.cost(lower, upper);
}

function gates(story: WorthStory): Block[] {
  const { business, primary, planState, assumptions, format, text } = story;
  const say = text.report.rollout;
  const metric = primary?.name ?? '';
  const threshold = planState.plan.decision.scaleIf.relativeLiftAtLeast;
  const even = business.kind === 'computed' ? (business.breakEven?.relative ?? null) : null;
  const lasting = assumptions.find(({ id }) => id === 'lasting')?.value ?? null;
  const guardrails = planState.plan.metrics.filter(({ role }) => role === 'guardrail').map((one) => one.name ?? one.id);
  return [
    { kind: 'heading', text: say.gatesTitle, note: null },
    {
      kind: 'list',
      items: [
        say.gateFirst(metric, format.lift(even ?? threshold)),
        ...(guardrails.length === 0 ? [] : [say.gateGuardrails(guardrails)]),
        ...(lasting === null ? [] : [say.gateDecay(format.level(lasting))]),
        say.gateStop,
        say.gateLast,
      ],
    },
  ];
}
