import { calcMethods } from '#shared/stats/calc/methods.ts';
import { isCalcMethod, runCalc } from '#shared/stats/calc/run.ts';

export interface CalcRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1 | 2;
}

/** `pilotlight calc METHOD`: one estimator on the JSON read from stdin. */
export function calcCommand(method: string, stdin: string): CalcRun {
  if (!isCalcMethod(method)) {
    const known = Object.keys(calcMethods).join(' ');
    return failed(
      2,
      `calc: there is no method "${method}". Usage: pilotlight calc METHOD < INPUT.json, METHOD one of: ${known}`,
    );
  }
  const given = parsed(stdin);
  if (given.kind === 'error') return failed(1, `calc ${method}: ${given.reason}`);
  const result = runCalc(method, given.value);
  if (result.kind === 'error') return failed(1, `calc ${method}: ${result.reason}`);
  return { stdout: `${JSON.stringify(result.output)}\n`, stderr: '', exitCode: 0 };
}

function failed(exitCode: 1 | 2, line: string): CalcRun {
  return { stdout: '', stderr: `${line}\n`, exitCode };
}

function parsed(text: string) {
  if (text.trim() === '') return { kind: 'error', reason: 'standard input is empty; give one JSON object' } as const;
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'parsed', value } as const;
  } catch {
    return {
      kind: 'error',
      reason: 'standard input is not JSON; give one JSON object, such as {"n": 100, "x": 7}',
    } as const;
  }
}
