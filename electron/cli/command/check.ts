import { checkPilot } from '#engine/check/check-pilot.ts';
import { define } from '../define.ts';
import { withView } from '../with-pilot.ts';

export const checkCommand = define(
  'check <FILE.pilot>',
  'Check a pilot: integrity, schema, log, plan seal, row sums.',
  'pilotlight check carts.pilot',
  async ([path]) => {
    const result = await withView(path ?? '', checkPilot);
    if (!result.ok) process.exitCode = 1;
    return {
      json: result,
      text: result.findings.map((finding) => `${finding.ok ? 'ok  ' : 'FAIL'}  ${finding.sentence}`).join('\n'),
    };
  },
);
