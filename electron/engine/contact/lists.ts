import { join } from 'node:path';
import type { WrittenList } from '#shared/api/contract.ts';
import { PilotError } from '#shared/api/error.ts';
import { HELD_OUT } from '#shared/assign/holdout.ts';
import { controlColumns, listName, purpose, treatmentColumns } from '#shared/contact/contact-list.ts';
import type { Arm, Plan } from '#shared/plan/plan.ts';
import { csvLine } from '#shared/records/csv-line.ts';
import { countHeldOut } from '../assign/draw-arms.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { ReadableDb } from '../store/db.ts';
import { makeFolder } from '../store/make-folder.ts';
import type { PilotFile } from '../store/pilot-file.ts';
import { writeHandedOut } from '../store/written-file.ts';
import { giveNumbers } from './customer-number.ts';

/**
 * Writes one list an arm into a folder: for a treatment whom to contact and how; for control whom not to contact,
 * by customer number only, so that control's addresses cannot reach a sender by mistake. Whoever is held out of everything
 * stands in control's list.
 */
export async function writeLists(file: PilotFile, folder: string, now: number): Promise<WrittenList[]> {
  const { plan } = readPlan(file.read);
  const assigned = file.read.get<{ n: number }>('SELECT count(*) AS n FROM assignment')?.n ?? 0;
  if (assigned === 0)
    throw new PilotError('nobody-assigned', 'Nobody is assigned yet, so there is nobody to list: assign first.');
  const numbers = await giveNumbers(file);
  await makeFolder(folder);
  const heldOut = countHeldOut(file.read);
  const written: WrittenList[] = [];
  for (const arm of plan.arms) {
    const customers = file.read.all<{ customer: number }>(customersOf(arm), namesOf(arm)).map((row) => row.customer);
    const path = join(folder, listName(arm));
    await writeHandedOut(path, listText(file.read, plan, arm, customers, numbers));
    written.push({ arm: arm.id, file: path, customers: customers.length, purpose: purpose(arm, heldOut) });
  }
  await file.change('lists', (db) => {
    const batch = db.get<{ n: number }>('SELECT coalesce(max(batch), 0) AS n FROM contact_list')?.n ?? 0;
    for (const list of written) {
      db.run('INSERT INTO contact_list (at, batch, arm, file, customers) VALUES (?, ?, ?, ?, ?)', [
        now,
        batch + 1,
        list.arm,
        list.file,
        list.customers,
      ]);
    }
  });
  return written;
}

/** Who stands in two arms since two customers turned out to be one is contacted for none. */
function customersOf(arm: Arm): string {
  const inTwo = 'SELECT customer FROM assignment GROUP BY customer HAVING count(DISTINCT arm) > 1';
  const but = arm.role === 'control' ? '' : `AND customer NOT IN (${inTwo})`;
  const names = namesOf(arm).map(() => '?');
  return `SELECT DISTINCT customer FROM assignment WHERE arm IN (${names}) ${but} ORDER BY customer`;
}

function namesOf(arm: Arm): string[] {
  return arm.role === 'control' ? [arm.id, HELD_OUT] : [arm.id];
}

function listText(
  db: ReadableDb,
  plan: Plan,
  arm: Arm,
  customers: readonly number[],
  numbers: ReadonlyMap<number, string>,
): string {
  if (arm.role === 'control') {
    const lines = customers.map((customer) => csvLine([numbers.get(customer) ?? '']));
    return [csvLine(controlColumns), ...lines, ''].join('\r\n');
  }
  const emails = keysOf(db, 'email');
  const phones = keysOf(db, 'phone');
  const links = arm.intervention?.link ? linksOf(db, plan, arm.intervention.link) : new Map<number, string>();
  const lines = customers.map((customer) =>
    csvLine([
      numbers.get(customer) ?? '',
      emails.get(customer) ?? '',
      phones.get(customer) ?? '',
      links.get(customer) ?? '',
      arm.intervention?.channel ?? '',
      arm.intervention?.message ?? '',
    ]),
  );
  return [csvLine(treatmentColumns), ...lines, ''].join('\r\n');
}

function keysOf(db: ReadableDb, kind: string): Map<number, string> {
  const sql = 'SELECT customer, min(value) FROM identity WHERE kind = ? GROUP BY customer';
  return new Map(Array.from(db.iterate(sql, [kind]), ([customer, value]) => [Number(customer), String(value)]));
}

/** The link of each customer's last trigger: `link` names a property of that activity, or is a link itself. */
function linksOf(db: ReadableDb, plan: Plan, link: string): Map<number, string> {
  const trigger = 'everyone' in plan.population ? undefined : plan.population.trigger;
  if (trigger === undefined || link.includes('/')) {
    const sql = 'SELECT customer FROM assignment';
    return new Map(Array.from(db.iterate(sql), ([customer]) => [Number(customer), link.includes('/') ? link : '']));
  }
  const sql = `SELECT customer, json_extract(properties, ?) AS link FROM activity WHERE kind = ? AND link IS NOT NULL ORDER BY at`;
  const rows = db.iterate(sql, [`$.${JSON.stringify(link)}`, trigger.activity]);
  return new Map(Array.from(rows, ([customer, value]) => [Number(customer), String(value)]));
}
