import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PilotError } from '#shared/api/error.ts';

/**
 * Writes a self-contained HTML page as an A4 PDF, tagged and with an outline, by the hidden desktop runtime; the
 * runtime is found, or fetched once, as `npm start` does. Needs the built app (`npm run build`).
 *
 * @param html the page; it can run no script and load nothing
 * @param outPath where the PDF goes; it appears whole or not at all
 * @throws {PilotError} `no-runtime` where there is none, `not-printed` when it could not print
 */
export async function printPdf(html: string, outPath: string): Promise<void> {
  const root = checkoutRoot();
  if (root === null) {
    throw new PilotError(
      'no-runtime',
      'A PDF needs the desktop runtime, and none was found. Write the report as .html, or run this in a checkout after npm ci.',
    );
  }
  if (!existsSync(join(root, 'out/main/index.js'))) await run(join(root, 'electron/runtime/build.mjs'), []);
  const scratch = mkdtempSync(join(tmpdir(), 'pilotlight-report-'));
  try {
    const page = join(scratch, 'report.html');
    writeFileSync(page, html);
    await run(join(root, 'electron/runtime/print.mjs'), [page, outPath]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @returns the folder above this code that holds the scripts of the runtime */
function checkoutRoot(): string | null {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'electron/runtime/print.mjs'))) {
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
  return folder;
}

function run(script: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', (error) =>
      reject(new PilotError('no-runtime', 'The desktop runtime did not start.', error.message)),
    );
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new PilotError('not-printed', `The PDF could not be written. ${said}`.trim()));
    });
  });
}
