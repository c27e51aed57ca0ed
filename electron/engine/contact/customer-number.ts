import type { PilotFile } from '../store/pilot-file.ts';

const OWN = 'number:pilotlight';

/**
 * A number for each assigned customer: the one the team's own systems use, where an export brought one, else one of
 * Pilotlight's, which becomes a key of the customer, so that a contact log that names it finds the way back.
 */
export async function giveNumbers(file: PilotFile): Promise<Map<number, string>> {
  const without = file.read.all<{ identity: number; customer: number }>(
    `SELECT min(identity) AS identity, customer FROM assignment
     WHERE customer NOT IN (SELECT customer FROM identity WHERE kind LIKE 'number:%') GROUP BY customer ORDER BY customer`,
  );
  if (without.length > 0) {
    await file.change('customer numbers', (db) => {
      const last = db.get<{ id: number }>('SELECT max(id) AS id FROM identity')?.id ?? 0;
      const put = db.prepare('INSERT INTO identity (id, kind, value, customer) VALUES (?, ?, ?, ?)');
      const link = db.prepare('INSERT INTO identity_link (a, b, source, line) VALUES (?, ?, 0, 0)');
      for (const [i, { identity, customer }] of without.entries()) {
        const id = last + 1 + i;
        put.run([id, OWN, `P${String(identity).padStart(6, '0')}`, customer]);
        link.run([identity, id]);
      }
    });
  }
  const sql = `SELECT customer, value FROM identity WHERE kind LIKE 'number:%' ORDER BY kind = '${OWN}' DESC, kind DESC, value DESC`;
  return new Map(Array.from(file.read.iterate(sql), ([customer, value]) => [Number(customer), String(value)]));
}
