import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { PilotError } from '#shared/api/error.ts';
import { explainIssues } from '#shared/api/explain.ts';

/** The JSON of a file somebody wrote by hand. @throws PilotError that names the file and what is wrong in it */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PilotError(
      'not-found',
      `${path} cannot be read: check the name and that you may open it.`,
      String(error),
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof Error ? error.message : '';
    throw new PilotError('not-json', `${path} is not valid JSON: ${where}. Correct it there and try again.`);
  }
}

/** The same, checked against its schema; the first complaint names its path. */
export function readChecked<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  throw new PilotError('wrong-json', `${path}: ${explainIssues(parsed.error).join('; ')}`);
}
