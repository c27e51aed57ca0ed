import { expect, test } from 'vitest';
import { Grants } from '../../../electron/main/grants.ts';

test('a grant stands for its path, and tells nothing of it', () => {
  const grants = new Grants();
  const given = grants.give(import.meta.filename);
  expect(given).toMatchObject({ name: 'grants.test.ts', bytes: expect.any(Number) });
  expect(given.grant).not.toContain('/');
  expect(grants.path(given.grant)).toBe(import.meta.filename);
  expect(grants.give(import.meta.filename)).toEqual(given);
});

test('only the named fields are replaced, one token or a list of them', () => {
  const grants = new Grants();
  const { grant } = grants.give('/data/orders.csv');
  expect(grants.resolve({ file: grant, note: grant }, ['file'])).toEqual({ file: '/data/orders.csv', note: grant });
  expect(grants.resolve({ files: [grant, grant] }, ['files'])).toEqual({
    files: ['/data/orders.csv', '/data/orders.csv'],
  });
  expect(grants.resolve({ file: grant }, [])).toEqual({ file: grant });
});

test('a path, a token of another session, and nothing at all are refused', () => {
  const grants = new Grants();
  for (const file of ['/etc/passwd', new Grants().give('/data/a.csv').grant, 7, undefined, { grant: 'x' }]) {
    expect(() => grants.resolve({ file }, ['file'])).toThrow(/has not been chosen/);
  }
});
