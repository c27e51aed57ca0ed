import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addEvent, readEvents, removeEvent } from '#engine/lift/event-row.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { openPilot } from '#engine/store/open.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-events-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('events noted on the time line are there after reopening, oldest first, and can be taken off again', async () => {
  const path = join(folder, 'a.pilot');
  const made = await newPilot(path, knownTemplate('abandoned-cart'), '', Date.now());
  const sale = { at: '2026-09-12', until: '2026-09-14', note: 'A rival’s sale', kind: 'external' } as const;
  const outage = { at: '2026-09-03', until: null, note: 'Shop down for an hour', kind: 'internal' } as const;
  await made.change('event', (db) => addEvent(db, sale));
  await made.change('event', (db) => addEvent(db, outage));
  await made.close();

  const again = await openPilot(path);
  try {
    const [first, second] = readEvents(again.read);
    expect(first).toMatchObject(outage);
    expect(second).toMatchObject(sale);
    await again.change('event', (db) => removeEvent(db, second?.id ?? 0));
    expect(readEvents(again.read)).toEqual([first]);
    await expect(again.change('event', (db) => removeEvent(db, second?.id ?? 0))).rejects.toThrow();
  } finally {
    await again.close();
  }
});
