import { readPlan } from '#engine/plan/plan-row.ts';
import { metricStatements } from '#engine/plan/sql/statements.ts';
import type { ReadableDb } from '#engine/store/db.ts';
import { PilotError } from '#shared/api/error.ts';
import { type Outcome, UsageError } from '../outcome.ts';

export type RecipeAsked = { readonly of: string; readonly raw: boolean; readonly asOf: string | undefined };

/** How each metric is counted by arm. */
export function metricSqlOf(db: ReadableDb): Outcome {
  const found = metricStatements(readPlan(db).plan, db, Date.now());
  return { json: found, text: found.map(({ sql }) => sql).join('\n\n') };
}

/** The statement that prints what one figure is computed from, for `sqlite3` and `calc` to be piped through. */
export function recipeOf(db: ReadableDb, { of, raw, asOf }: RecipeAsked): Outcome {
  const at = asOf === undefined ? Date.now() : Date.parse(asOf);
  if (Number.isNaN(at)) throw new UsageError(`--as-of takes a date such as 2026-10-15; not "${asOf}".`);
  const [metric = '', treatment] = of.split(':');
  const statements = metricStatements(readPlan(db).plan, db, at);
  const recipes = statements.find((one) => one.metric === metric)?.recipes;
  if (recipes === undefined) {
    const known = statements.map((one) => one.metric).join(', ');
    throw new PilotError('no-such-metric', `The plan has no metric "${metric}"; it has ${known}.`);
  }
  const recipe = recipes.find(
    (one) => (treatment ?? one.treatment) === one.treatment && (!raw || one.headline !== 'adjusted'),
  );
  if (recipe === undefined) {
    const known = [...new Set(recipes.map((one) => one.treatment))].join(', ');
    throw new PilotError('no-such-arm', `The plan has no treatment "${treatment}"; it has ${known}.`);
  }
  return { json: { metric, ...recipe }, text: recipe.sql };
}
