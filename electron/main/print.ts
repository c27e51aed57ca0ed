import { rename, rm, writeFile } from 'node:fs/promises';
import { BrowserWindow, session } from 'electron';
import { headTemplate } from '#engine/report/page-head.ts';
import { diskFailure } from '#engine/store/disk-failure.ts';

import { scheme, startAddress } from './address.ts';
import { lockSession } from './lockdown.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
/** The first Chromium whose style sheets write into the margins of printed pages. */
const WRITES_MARGINS = 131;
let prints = 0;

/**
 * Prints a self-contained HTML page as a PDF, on the paper it names (else A4), with tags, outline and title, in a window nobody sees. The page can
 * run no script and load nothing.
 * @param html the page
 * @param outPath where the PDF goes; it appears whole or not at all
 */
export async function printPdf(html: string, outPath: string): Promise<void> {
  prints += 1;
  const own = session.fromPartition(`print-${prints}`);
  lockSession(own);
  own.protocol.handle(
    scheme,
    () =>
      new Response(html, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
      }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  });
  try {
    await window.loadURL(startAddress);
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      ...(writesMargins()
        ? {}
        : { displayHeaderFooter: true, headerTemplate: headTemplate(html), footerTemplate: '<span></span>' }),
    });
    await writeWhole(outPath, pdf);
  } finally {
    window.destroy();
    own.protocol.unhandle(scheme);
  }
}

function writesMargins(): boolean {
  return Number.parseInt(process.versions.chrome ?? '0', 10) >= WRITES_MARGINS;
}

async function writeWhole(path: string, content: Buffer): Promise<void> {
  const beside = `${path}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw diskFailure(error, path, 'written');
  }
}
