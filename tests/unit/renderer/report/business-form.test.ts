import { describe, expect, it } from 'vitest';
import type { Assumption } from '#shared/business/assumption.ts';
import { editsOf, typed } from '../../../../renderer/report/business-form.ts';

const lines: readonly Assumption[] = [
  { id: 'valuePerUnit', value: 71.123456789, spread: 0.1, source: 'this pilot' },
  { id: 'marginShare', value: 0.4, spread: 0.25, source: 'an assumption' },
];

describe('the form of the business case', () => {
  it('keeps nothing of lines nobody touched, however they were rounded to be shown', () => {
    expect(editsOf(lines, [], lines.map(typed))).toEqual([]);
  });

  it('keeps a touched line as a fraction, and a line kept before at full precision', () => {
    const draft = lines.map(typed).map((line) => (line.id === 'marginShare' ? { ...line, value: 30 } : line));
    expect(editsOf(lines, lines.slice(0, 1), draft)).toEqual([
      lines[0],
      { id: 'marginShare', value: 0.3, spread: 0.25, source: 'an assumption' },
    ]);
  });
});
