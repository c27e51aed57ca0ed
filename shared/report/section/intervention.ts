import type { Arm } from '../../plan/plan.ts';
import type { Block, Section } from '../model.ts';
import type { Story } from '../story.ts';

/** What was done to each arm, after the items of the TIDieR checklist. */
export function interventionSection(story: Story): Section {
  const { text, control } = story;
  return {
    id: 'intervention',
    title: text.report.section.intervention,
    blocks: [
      ...story.treatments.flatMap((arm) => cardOf(arm, story)),
      ...(control === null ? [] : [{ kind: 'paragraph', text: text.report.intervention.control(control.id) } as const]),
    ],
  };
}

function cardOf(arm: Arm, story: Story): Block[] {
  const { charter, planState, format, text } = story;
  const say = text.report.intervention;
  const given = arm.intervention;
  const told = (value: string | undefined) => (value === undefined || value.trim() === '' ? say.notStated : value);
  const amendments = planState.amendments.length;
  return [
    { kind: 'heading', text: arm.id, note: null },
    {
      kind: 'definitions',
      items: [
        { term: say.why, text: told(charter.hypothesis) },
        { term: say.what, text: told(given?.message || charter.intervention) },
        ...(given?.link === undefined ? [] : [{ term: say.link, text: given.link }]),
        { term: say.how, text: told(given?.channel) },
        { term: say.who, text: told(charter.owner) },
        {
          term: say.when,
          text: given?.withinHours === undefined ? say.notStated : say.whenText(format.number(given.withinHours)),
        },
        { term: say.howMuch, text: howOften(story) },
        { term: say.cost, text: costText(arm, story) },
        { term: say.reached, text: reachedText(arm, story) },
        { term: say.changed, text: amendments === 0 ? say.unchanged : say.changedText(format.count(amendments)) },
      ],
    },
  ];
}

/** The trigger starts a customer's time once; whether a tool sends again is not for the plan to know. */
function howOften({ planState, text }: Story): string {
  const { population } = planState.plan;
  const say = text.report.intervention;
  return 'trigger' in population && population.trigger !== undefined ? say.oncePerCustomer : say.oncePerSend;
}

function costText(arm: Arm, { charter, format, text }: Story): string {
  const say = text.report.intervention;
  const { costPerContact, offerCost } = arm.intervention ?? {};
  const costs = [
    ...(costPerContact === undefined ? [] : [say.costContact(format.money(costPerContact, charter.budget.currency))]),
    ...(offerCost === undefined ? [] : [say.costOffer(format.money(offerCost, charter.budget.currency))]),
  ];
  return costs.length === 0 ? say.notStated : costs.join(', ');
}

function reachedText(arm: Arm, { lift, format, text }: Story): string {
  const say = text.report.intervention;
  const exposure = arm.intervention?.exposure?.activity;
  const how = exposure === undefined ? '' : `; ${say.reachedBy(exposure)}`;
  const [reached, assigned] = [lift.flow.contacted[arm.id], lift.flow.assigned[arm.id]];
  if (reached === undefined || assigned === undefined || assigned === 0) return text.report.flow.notRecorded + how;
  return say.reachedText(format.count(reached), format.count(assigned), format.percent(reached / assigned)) + how;
}
