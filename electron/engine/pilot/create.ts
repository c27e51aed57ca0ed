import { randomUUID } from 'node:crypto';
import { PilotError } from '#shared/api/error.ts';
import { type Template, templateById, templates } from '#shared/template/templates.ts';
import { writeCharter } from '../charter/charter-row.ts';
import { writePlan } from '../plan/plan-row.ts';
import { createPilot } from '../store/open.ts';
import type { PilotFile } from '../store/pilot-file.ts';

/** A template by its id. @throws PilotError `no-such-template` */
export function knownTemplate(id: string): Template {
  const template = templateById(id);
  if (template) return template;
  const ids = templates.map((one) => one.card.id).join(', ');
  throw new PilotError('no-such-template', `There is no template "${id}"; known: ${ids}.`);
}

/** What a pilot starts with: a template, or what another pilot's report proposes. */
export type Start = Pick<Template, 'charter' | 'plan'> & { readonly card: Pick<Template['card'], 'id'> };

/** A new pilot file with the template's charter, under the pilot's own name, and its plan. @throws PilotError `exists` when the file is there */
export async function newPilot(path: string, template: Start, name: string, now: number): Promise<PilotFile> {
  const title = name.trim() === '' ? template.charter.title : name.trim();
  return await createPilot(path, (db) => {
    const facts: Record<string, string> = {
      name: title,
      template: template.card.id,
      created_at: String(now),
      salt: randomUUID(),
    };
    for (const [key, value] of Object.entries(facts)) {
      db.run('INSERT OR REPLACE INTO pilot (key, value) VALUES (?, ?)', [key, value]);
    }
    writeCharter(db, { ...template.charter, title }, now);
    writePlan(db, template.plan, now);
  });
}
