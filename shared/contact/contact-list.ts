import type { Arm } from '../plan/plan.ts';

/** What a sender gets of each customer of a treatment. */
export const treatmentColumns = ['customer_number', 'email', 'phone', 'link', 'channel', 'message'] as const;

/** Of control a sender gets nothing but the numbers to leave alone. */
export const controlColumns = ['customer_number'] as const;

/** The name of an arm's list: it says what the list is for. Arm ids hold only letters, digits, dot, dash, underscore. */
export function listName(arm: Arm): string {
  return arm.role === 'control' ? `do-not-contact-${arm.id}.csv` : `contact-${arm.id}.csv`;
}

/**
 * What a list is for, in sentences to read before handing it on.
 *
 * @param heldOut customers kept out of everything, who stand in control's list
 */
export function purpose(arm: Arm, heldOut: number): string {
  if (arm.role === 'control') {
    const among = heldOut === 0 ? '' : ' Those held out of everything are among them.';
    return `Do not contact these customers.${among} The list holds customer numbers only: give it to the sender as the list of exceptions.`;
  }
  const { channel, withinHours } = arm.intervention ?? { channel: 'contact', withinHours: undefined };
  const when = withinHours === undefined ? '' : ` within ${withinHours} hours`;
  return `Contact these customers by ${channel}${when}. The list holds contact data: hand it to the sender and to nobody else.`;
}
