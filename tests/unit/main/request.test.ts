import { expect, test } from 'vitest';
import { ownArguments, requestOf } from '../../../electron/main/request.ts';

test('pilot files among the arguments are opened, relative to where the program was started', () => {
  const args = ['--no-sandbox', 'shop.pilot', '/data/Other.PILOT', 'notes.txt'];
  expect(requestOf(args, '/home/ada')).toEqual({ kind: 'open', files: ['/home/ada/shop.pilot', '/data/Other.PILOT'] });
});

test('a page to print is taken with the place for its PDF', () => {
  const args = ['--print-pdf', 'in.html', '/tmp/out.pdf'];
  expect(requestOf(args, '/home/ada')).toEqual({ kind: 'print', html: '/home/ada/in.html', out: '/tmp/out.pdf' });
  expect(requestOf(['--print-pdf', 'in.html'], '/home/ada')).toEqual({ kind: 'open', files: [] });
});

test('in a checkout the folder of the app is not one of its files', () => {
  const argv = ['electron', '--no-sandbox', '/work/my.pilot', 'shop.pilot'];
  expect(ownArguments(argv, { is: true })).toEqual(['--no-sandbox', 'shop.pilot']);
  expect(ownArguments(argv, { is: false })).toEqual(['--no-sandbox', '/work/my.pilot', 'shop.pilot']);
});
