import { expect, test } from 'vitest';
import { fileOf, isOurs } from '../../../electron/main/address.ts';

test('only the scheme and host of the page are its own', () => {
  expect(isOurs('pilotlight://app/')).toBe(true);
  expect(isOurs('pilotlight://app/assets/index.js')).toBe(true);
  for (const foreign of [
    'https://app/',
    'pilotlight://app.example.org/',
    'pilotlight://example.org/?pilotlight://app/',
    'pilotlight://someone@app/',
    'pilotlight://app:8080/',
    'file:///pilotlight://app/',
    'about:blank',
    '',
  ]) {
    expect(isOurs(foreign), foreign).toBe(false);
  }
});

test('an address stands for a file inside the built page, and for nothing outside it', () => {
  const folder = '/opt/pilotlight/out/renderer';
  expect(fileOf('pilotlight://app/', folder)).toBe(`${folder}/index.html`);
  expect(fileOf('pilotlight://app/assets/a%20b.js', folder)).toBe(`${folder}/assets/a b.js`);
  for (const outside of ['..%2f..%2fetc%2fpasswd', '%2e%2e/%2e%2e/main/index.js', '..%2frenderer-not/x', '%00', '%']) {
    const file = fileOf(`pilotlight://app/${outside}`, folder);
    expect(file === null || file.startsWith(`${folder}/`), outside).toBe(true);
  }
});
