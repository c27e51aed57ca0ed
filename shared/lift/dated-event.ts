import { z } from 'zod';

/** Something that happened while the pilot ran and may have moved its figures: an outage of ours, a competitor's sale. */
export const eventKind = z.enum(['internal', 'external']);
export type EventKind = z.infer<typeof eventKind>;

export const newEvent = z.strictObject({
  at: z.iso.date(),
  /** The last day it lasted; null where it lasted one. */
  until: z.iso.date().nullable(),
  note: z.string().trim().min(1).max(200),
  kind: eventKind,
});
export type NewEvent = z.infer<typeof newEvent>;

export const datedEvent = newEvent.extend({ id: z.int() });
export type DatedEvent = z.infer<typeof datedEvent>;
