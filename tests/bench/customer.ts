import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { previewMatching } from '#engine/identity/decide.ts';
import { findCustomers } from '#engine/identity/find.ts';
import { customerStory } from '#engine/identity/story.ts';
import { whyOne } from '#engine/identity/why.ts';
import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import { insertRows } from '#engine/store/insert-rows.ts';
import { createPilot } from '#engine/store/open.ts';
import { usualMatching } from '#shared/identity/matching.ts';

/** Milliseconds, the worst of all tries. */
export type CustomerFigures = {
  readonly customers: number;
  readonly megabytes: number;
  /** Found and told whole, by the worst of its keys. */
  readonly found: number;
  /** Found by the beginning of a key. */
  readonly begun: number;
  readonly why: number;
  readonly preview: number;
};

/** A pilot of customers with an e-mail address, a telephone number and a customer number each, found by all of them. */
export async function benchCustomer(customers = 1_000_000): Promise<CustomerFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-customer-'));
  try {
    const path = join(folder, 'many.pilot');
    const pilot = await createPilot(path, () => {});
    await pilot.bulk('made up', async (db) => fill(db, customers));
    const keys = Array.from({ length: 25 }, (_, i) => Math.floor(((i + 0.5) / 25) * customers));
    const forms = keys.flatMap((n) => [` C${n}@Mail.example`, phone(n).replace('+49', '0049'), `${10_000_000 + n}`]);
    const figures = {
      customers,
      megabytes: statSync(path).size / 1e6,
      found: worst(forms, (form) => story(pilot.read, form)),
      begun: worst(forms, (form) => void findCustomers(pilot.read, form.slice(0, 5), 10)),
      why: worst(keys, (n) => void whyOne(pilot.read, n * 3 + 1)),
      preview: worst([1], () => void previewMatching(pilot.read, { ...usualMatching, mode: 'strict' })),
    };
    await pilot.close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function story(db: ReadableDb, form: string): void {
  const found = findCustomers(db, form, 10)[0];
  if (found === undefined) throw new Error(`Nobody was found by "${form}".`);
  const { activities } = customerStory(db, found.customer);
  if (activities.length !== 1) throw new Error(`"${form}" has ${activities.length} activities.`);
}

function worst<T>(tries: readonly T[], work: (one: T) => void): number {
  return Math.max(
    ...tries.map((one) => {
      const start = performance.now();
      work(one);
      return performance.now() - start;
    }),
  );
}

const phone = (n: number) => `+4930${String(1_000_000 + n)}`;

function fill(db: WritableDb, customers: number): void {
  const identity = insertRows(db, 'INSERT INTO identity (id, kind, value, customer, source, line)', 5, '(?,?,?,?,1,?)');
  const link = insertRows(db, 'INSERT INTO identity_link (a, b, source, line)', 3, '(?, ?, 1, ?)');
  const activity = insertRows(
    db,
    'INSERT INTO activity (customer, identity, kind, at, at_day, amount, source, line)',
    4,
    "(?, ?, 'order', ?, 0, 10, 1, ?)",
  );
  for (let n = 0; n < customers; n++) {
    const [first, line] = [n * 3 + 1, n + 2];
    identity.add([first, 'email', `c${n}@mail.example`, first, line]);
    identity.add([first + 1, 'phone', phone(n), first, line]);
    identity.add([first + 2, 'number:shop', `${10_000_000 + n}`, first, line]);
    link.add([first, first + 1, line]);
    link.add([first, first + 2, line]);
    activity.add([first, first, 1_700_000_000_000 + n, line]);
  }
  for (const inserter of [identity, link, activity]) inserter.flush();
  db.run('INSERT INTO customer (id) SELECT id FROM identity WHERE id = customer');
}

/** The figures as lines to print. */
export function customerLines({ customers, megabytes, ...ms }: CustomerFigures): string[] {
  const many = `${customers.toLocaleString('en')} customers with three keys each (${megabytes.toFixed(0)} MB)`;
  return [
    `Among ${many}, the worst of 75: one found by any key and told whole in ${ms.found.toFixed(1)} ms, ` +
      `by the beginning of a key in ${ms.begun.toFixed(1)} ms`,
    `Why its keys are one person: ${ms.why.toFixed(0)} ms; what strict matching would change: ${(ms.preview / 1000).toFixed(1)} s`,
  ];
}
