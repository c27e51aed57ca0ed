import type { Block, Section } from '../model.ts';
import { isOpen, neededFor, POWER } from '../next/needed.ts';
import { proposalOf } from '../next/proposal.ts';
import type { WorthStory } from '../story.ts';
import { figure, figureColumn, wordColumn, words } from '../table.ts';

/**
 * What this pilot could not tell, and how many customers would tell it: metrics whose interval reaches across zero,
 * or was withheld, at the lift the charter asks for, for one look at the end.
 */
export function nextPilotSection(story: WorthStory): Section {
  const { lift, planState, format, text } = story;
  const say = text.report.nextPilot;
  const open = lift.metrics.filter((metric) => metric.role !== 'guardrail' && isOpen(metric));
  const threshold = planState.plan.decision.scaleIf.relativeLiftAtLeast;
  const rows = open.map((metric) => {
    const had = metric.arms.reduce((sum, arm) => sum + arm.n, 0);
    const needed = neededFor(metric, threshold);
    return [
      words(`${metric.name}, ${metric.treatment}`),
      figure(format.count(had), had),
      needed === null ? words(say.cannotSay) : figure(format.count(needed), needed),
    ];
  });
  const table: Block = {
    kind: 'table',
    table: {
      caption: say.caption(format.lift(threshold), format.level(POWER)),
      columns: [wordColumn(say.metric), figureColumn(say.had), figureColumn(say.needed)],
      rows,
    },
  };
  return {
    id: 'next',
    title: text.report.section.next,
    blocks: [
      { kind: 'paragraph', text: open.length === 0 ? say.nothingOpen : say.intro },
      ...(open.length === 0 ? [] : [table]),
      ...proposalBlocks(story),
      { kind: 'list', items: [say.holdout, say.oneStep] },
    ],
  };
}

/** The pilot that follows from the verdict, as it would open. */
function proposalBlocks(story: WorthStory): Block[] {
  const { format, text } = story;
  const say = text.report.nextPilot;
  const { title, why, needed, charter, plan } = proposalOf(story);
  const weights = plan.arms.reduce((total, arm) => total + arm.weight, 0);
  return [
    { kind: 'heading', text: say.proposalTitle, note: null },
    {
      kind: 'definitions',
      items: [
        { term: say.what, text: title },
        { term: say.why, text: why },
        { term: say.hypothesis, text: charter.hypothesis },
        {
          term: say.arms,
          text: plan.arms
            .map((arm) =>
              text.report.plan.armText(arm.id, format.level(Math.round((1000 * arm.weight) / weights) / 1000)),
            )
            .join(', '),
        },
        { term: say.customers, text: needed === null ? say.cannotSay : format.count(needed) },
        { term: say.decideBy, text: format.date(plan.decision.decideBy) },
      ],
    },
    { kind: 'code', label: say.open, text: 'pilotlight new NEXT.pilot --from FILE.pilot' },
  ];
}
