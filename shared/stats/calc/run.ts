import { computed, notComputed, type Outcome } from '../result.ts';
import { calcMethods } from './methods.ts';
import { isRecord } from './shape.ts';

/** What `calc` prints: one answer, or `{results}` in the order of `{cases}`. */
export interface CalcOutput {
  readonly output: Readonly<Record<string, unknown>>;
}

/** Whether the calculator has a method of this name. */
export function isCalcMethod(method: string): boolean {
  return Object.hasOwn(calcMethods, method);
}

/**
 * Runs a method on one JSON object, or on each of `{"cases": […]}`; among many,
 * a case that cannot be computed gives `{"error": reason}` in its place.
 * Not computed: a method that does not exist; a single case that cannot be computed.
 */
export function runCalc(method: string, given: unknown): Outcome<CalcOutput> {
  const compute = isCalcMethod(method) ? calcMethods[method] : undefined;
  if (compute === undefined) return notComputed(`there is no method ${method}`);
  if (isRecord(given) && 'cases' in given) {
    if (!Array.isArray(given.cases)) return notComputed('cases: must be a list');
    const results = given.cases.map((one) => {
      const result = compute(one);
      return result.kind === 'error' ? { error: result.reason } : result.value;
    });
    return computed({ output: { results } });
  }
  const result = compute(given);
  return result.kind === 'error' ? result : computed({ output: result.value });
}
