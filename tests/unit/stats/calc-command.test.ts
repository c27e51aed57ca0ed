import { describe, expect, test } from 'vitest';
import { calcCommand } from '../../../electron/cli/calc.ts';

describe('pilotlight calc', () => {
  test('prints one JSON value in full precision', () => {
    const run = calcCommand('proportion', '{"n": 3, "x": 1}');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(run.stdout).estimate).toBe(1 / 3);
  });

  test('answers many cases in their order and exits 0 even when one cannot be computed', () => {
    const run = calcCommand('srm', '{"cases":[{"observed":[1,1],"weights":[1,0]},{"observed":[5,5],"weights":[1,1]}]}');
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout).results).toMatchObject([
      { error: 'observed[1]: somebody is in an arm whose weight is 0' },
      { p: 1 },
    ]);
  });

  test('exits 1 with one line when a single case cannot be computed', () => {
    const run = calcCommand('mean', '{"values":[2,2]}');
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toBe('calc mean: sd: all values are the same, so no variance can be estimated\n');
  });

  test.each([
    ['', 'is empty'],
    ['{', 'is not JSON'],
    ['7', 'must be an object'],
  ])('exits 1 for input %j', (stdin, words) => {
    const run = calcCommand('mean', stdin);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain(words);
  });

  test.each(['median', 'constructor', '__proto__', ''])(
    'exits 2 for the unknown method %j and lists the methods',
    (method) => {
      const run = calcCommand(method, '{}');
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain('proportion-difference');
    },
  );
});
