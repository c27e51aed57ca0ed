import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/** The page's own scheme: it has an origin, which file:// has not, and reaches nothing but the built page. */
export const scheme = 'pilotlight';
export const host = 'app';
export const startAddress = `${scheme}://${host}/`;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The component library writes style attributes and elements; nothing else is inline.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** @returns whether the address is one of the page's own; parsed, never compared as text */
export function isOurs(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${scheme}:` && url.hostname === host && url.username === '' && url.port === '';
  } catch {
    return false;
  }
}

/**
 * Serves the built page to a session, and nothing outside its folder.
 * @param folder where the built page lies
 */
export function serve(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const file = isOurs(request.url) && request.method === 'GET' ? fileOf(request.url, folder) : null;
    if (file === null) return new Response(null, { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file)), { headers: headersOf(file) });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** @returns the file an address of ours stands for, or null when it would lie outside the folder */
export function fileOf(address: string, folder: string): string | null {
  const { pathname } = new URL(address);
  const path = decodeURIComponent(pathname === '/' ? '/index.html' : pathname);
  const file = join(folder, path);
  return file.startsWith(folder + sep) && !path.includes('\0') ? file : null;
}

function headersOf(file: string): Record<string, string> {
  return {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}
