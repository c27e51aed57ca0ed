import { join, sep } from 'node:path';

/** The page's own scheme: it has an origin, which file:// has not, and reaches nothing but the built page. */
export const scheme = 'pilotlight';
export const host = 'app';
export const startAddress = `${scheme}://${host}/`;

/** @returns whether the address is one of the page's own; parsed, never compared as text */
export function isOurs(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${scheme}:` && url.hostname === host && url.username === '' && url.port === '';
  } catch {
    return false;
  }
}

/** @returns the file an address of ours stands for, or null when it stands for none inside the folder */
export function fileOf(address: string, folder: string): string | null {
  try {
    const path = decodeURIComponent(new URL(address).pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    return file.startsWith(folder + sep) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}
