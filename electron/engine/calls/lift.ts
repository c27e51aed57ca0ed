import { PilotError } from '#shared/api/error.ts';
import { addEvent, readEvents, removeEvent } from '../lift/event-row.ts';
import { lookAtLift } from '../lift/look.ts';
import { readLastLook, readLooks } from '../lift/look-row.ts';
import type { Handlers } from '../process/context.ts';
import { announce, reading, writing } from './desk.ts';

export const liftCalls: Pick<
  Handlers,
  'event.list' | 'event.add' | 'event.remove' | 'lift.last' | 'lift.look' | 'lift.looks'
> = {
  'event.list': async () => readEvents(reading()),
  'event.add': async (event) => {
    if (event.until !== null && event.until < event.at) {
      throw new PilotError('wrong-date', 'The last day of the event lies before its first.');
    }
    const file = writing();
    await file.change('event', (db) => addEvent(db, event));
    return readEvents(file.read);
  },
  'event.remove': async ({ id }) => {
    const file = writing();
    await file.change('event', (db) => removeEvent(db, id));
    return readEvents(file.read);
  },
  'lift.last': async () => readLastLook(reading())?.result ?? null,
  'lift.looks': async () => readLooks(reading()),
  'lift.look': async ({ asOf }, context) => {
    const moment = asOf === null ? Date.now() : Date.parse(asOf);
    if (Number.isNaN(moment)) throw new PilotError('wrong-date', `"${asOf}" is no date; write it as 2026-10-15.`);
    context.progress(0, null, 'Reading the records');
    const result = await lookAtLift(writing(), moment, Date.now());
    announce(context);
    return result;
  },
};
