import { resolve } from 'node:path';

/** What a start of the program asks for, read from its arguments. */
export type Request =
  | { readonly kind: 'open'; readonly files: readonly string[] }
  | { readonly kind: 'print'; readonly html: string; readonly out: string };

/**
 * @param args the arguments, the executable and (in a checkout) the app's folder already taken off
 * @param folder what relative paths are relative to
 */
export function requestOf(args: readonly string[], folder: string): Request {
  const print = args.indexOf('--print-pdf');
  const [html, out] = print === -1 ? [] : args.slice(print + 1);
  if (html !== undefined && out !== undefined) {
    return { kind: 'print', html: resolve(folder, html), out: resolve(folder, out) };
  }
  const files = args.filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.pilot'));
  return { kind: 'open', files: files.map((file) => resolve(folder, file)) };
}

/** @returns the arguments meant for the app: without the executable, and without the app's folder in a checkout */
export function ownArguments(argv: readonly string[], inCheckout: { readonly is: boolean }): readonly string[] {
  const rest = argv.slice(1);
  if (!inCheckout.is) return rest;
  const folder = rest.findIndex((argument) => !argument.startsWith('-'));
  return folder === -1 ? rest : [...rest.slice(0, folder), ...rest.slice(folder + 1)];
}
