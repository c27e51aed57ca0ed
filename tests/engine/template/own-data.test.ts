import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assign } from '#engine/assign/assign.ts';
import { countHoldoutWaiting, countWaiting } from '#engine/assign/draw-arms.ts';
import { importExport } from '#engine/import/index.ts';
import { pilotRecords } from '#engine/lift/pilot-records.ts';
import { newPilot } from '#engine/pilot/create.ts';
import { readPlan } from '#engine/plan/plan-row.ts';
import { sealPlan } from '#engine/plan/plan-work.ts';
import { powerOf } from '#engine/plan/power.ts';
import { previewPlan } from '#engine/plan/preview.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { sendsGroups } from '#shared/template/sample/sends-header.ts';
import { templates } from '#shared/template/templates.ts';

const now = Date.parse('2026-11-01T09:00:00Z');
const DAY = 86_400_000;
const PEOPLE = 1500;

type Row = readonly [who: number, kind: string, daysAgo: number];

/** A shop of eight months: some fell silent, some came lately, some complain, some were let down, some leave a cart. */
function rowsOf(who: number): Row[] {
  const ago = ((who * 7) % 240) + 0.5;
  const bought = (...days: number[]): Row[] => days.map((day) => [who, 'order', day]);
  const again = who % 3 === 0 && ago > 6 ? bought(ago - 5) : [];
  const other = (kind: string, days: number): Row[] => (who % 11 === 0 && days > 0 ? [[who, kind, days]] : []);
  switch (who % 5) {
    case 0:
      return [...bought(600, 330), ...(who % 4 === 0 ? bought(ago) : [])];
    case 1:
      return [...bought(ago), ...again, ...other('refund', ago - 3)];
    case 2:
      return [...bought(ago + 90), [who, 'complaint', ago], ...again];
    case 3:
      return [...bought(ago + 120), [who, 'service_failure', ago], ...again];
    default:
      return [[who, 'cart', ago], ...again, ...other('unsubscribe', ago - 2)];
  }
}

const events: Mapping = {
  kind: 'activities',
  columns: {
    email: { to: 'identity', key: 'email' },
    customer: { to: 'identity', key: 'number:shop' },
    event: { to: 'activity' },
    at: { to: 'at' },
    amount: { to: 'amount' },
  },
};
const sends: Mapping = {
  kind: 'activities',
  activity: 'email_sent',
  columns: { email: { to: 'identity', key: 'email' }, at: { to: 'at' }, group: { to: 'arm' } },
};

let scratch: string;
const file = (name: string) => join(scratch, name);
const email = (who: number) => `p${String(who).padStart(4, '0')}@example.com`;
const moment = (daysAgo: number) => new Date(now - daysAgo * DAY).toISOString();

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'pilotlight-templates-'));
  const people = Array.from({ length: PEOPLE }, (_, who) => who);
  const rows = people.flatMap(rowsOf).map(([who, kind, ago]) => {
    const amount = kind === 'order' || kind === 'cart' ? 20 + ((who * 37) % 90) : '';
    return `${email(who)},${1000 + who},${kind},${moment(ago)},${amount}`;
  });
  writeFileSync(file('events.csv'), ['email,customer,event,at,amount', ...rows, ''].join('\n'));
  const carts = people.filter((who) => who % 5 === 4);
  const sent = carts.map((who) => {
    const group = Math.floor(who / 5) % 2 === 0 ? sendsGroups.control : sendsGroups.treatment;
    return `${email(who)},${moment(((who * 7) % 240) + 0.45)},${group}`;
  });
  writeFileSync(file('sends.csv'), ['email,at,group', ...sent, ''].join('\n'));
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(templates.map((template) => [template.card.id, template] as const))('%s', (id, template) => {
  let pilot: PilotFile;

  beforeAll(async () => {
    pilot = await newPilot(file(`${id}.pilot`), template, 'Shop', now);
    const takes = { preset: null, as: null };
    await importExport(pilot, file('events.csv'), { ...takes, mapping: events });
    if (template.plan.allocation.method === 'imported') {
      await importExport(pilot, file('sends.csv'), { ...takes, mapping: sends });
    }
  });

  afterAll(async () => await pilot.close());

  it('takes customers out of the exports it speaks of, knows their history, and is sealed as it is', async () => {
    const { plan } = readPlan(pilot.read);
    const waiting = { all: countWaiting(pilot.read, plan, now), heldOut: countHoldoutWaiting(pilot.read, plan, now) };
    const preview = previewPlan(plan, pilot.read, pilotRecords(pilot.read), now, waiting);
    expect(preview.findings).toEqual([]);
    expect(preview.eligible).toBeGreaterThan(5);
    expect(preview.eligible).toBeLessThan(PEOPLE);
    const power = powerOf(plan, pilotRecords(pilot.read), 'USD', now);
    if (power.kind === 'unknown') return expect.fail(power.sentence);
    // Too small, and it says so in words that can be read aloud.
    const said = [power.sentence, ...power.notes, ...power.guardrails.map(({ sentence }) => sentence)].join(' ');
    expect(said).toMatch(/too small to see its own success threshold/);
    expect(said).toMatch(/takes more than 10 years/);
    expect(said).not.toMatch(/(?<![.\d])1\s?points|NaN|undefined|Infinity/);
    expect((await sealPlan(pilot, now)).sha256).toMatch(/^[0-9a-f]{64}$/);
    if (plan.allocation.method !== 'imported') {
      expect((await assign(pilot, now)).eligible).toBe(preview.eligible);
    }
  });
});
