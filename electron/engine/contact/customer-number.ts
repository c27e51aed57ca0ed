import type { PilotFile } from '../store/pilot-file.ts';

const OWN = 'number:pilotlight';

/**
 * A number for each assigned customer: the one the team's own systems use, where an export brought one, else one of
 * Pilotlight's, which becomes a key of the customer, so that a contact log that names it finds the way back.
 */
export async function giveNumbers(file: PilotFile): Promise<Map<number, string>> {
  const without = file.read.all<{ customer: number }>(
    `SELECT customer FROM assignment WHERE customer NOT IN (SELECT customer FROM identity WHERE kind LIKE 'number:%') ORDER BY customer`,
  );
  if (without.length > 0) {
    await file.change('customer numbers', (db) => {
      const put = db.prepare('INSERT OR IGNORE INTO identity (kind, value, customer) VALUES (?, ?, ?)');
      for (const { customer } of without) put.run([OWN, `P${String(customer).padStart(6, '0')}`, customer]);
    });
  }
  const sql = `SELECT customer, value FROM identity WHERE kind LIKE 'number:%' ORDER BY kind = '${OWN}' DESC, kind DESC, value DESC`;
  return new Map(Array.from(file.read.iterate(sql), ([customer, value]) => [Number(customer), String(value)]));
}
