import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { PilotError } from '#shared/api/error.ts';
import { type SvgProblem, svgLogo } from '#shared/report/logo/svg-logo.ts';

const LARGEST_BYTES = 200_000;
const LARGEST_SIDE = 4000;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const REFUSED: Record<SvgProblem, string> = {
  'not-svg': 'is no drawing that can be read. Save it again as SVG, or as PNG.',
  script: 'holds something that could run. Save it as plain SVG, or as PNG.',
  outside: 'names something outside itself, and a report loads nothing. Embed it, or save the logo as PNG.',
  entity: 'declares entities of its own. Save it as plain SVG, or as PNG.',
};

/**
 * A company's logo as it travels in a report: a data URI of a PNG, or of an SVG of which only what draws was kept.
 * @throws PilotError `not-a-logo` for anything else, or one too large
 */
export function readLogo(path: string): string {
  const bytes = bytesOf(path);
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return png(bytes, path);
  const svg = svgLogo(
    bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim(),
  );
  if ('problem' in svg) throw notALogo(path, REFUSED[svg.problem]);
  return `data:image/svg+xml;base64,${Buffer.from(svg.svg, 'utf8').toString('base64')}`;
}

function bytesOf(path: string): Buffer {
  try {
    if (statSync(path).size > LARGEST_BYTES) {
      throw notALogo(
        path,
        `is larger than ${LARGEST_BYTES / 1000} kB. Save a smaller one; it is shown 34 pixels high.`,
      );
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof PilotError) throw cause;
    throw new PilotError('not-a-logo', `The logo ${path} cannot be read.`, String(cause));
  }
}

function png(bytes: Buffer, path: string): string {
  const isHeader = bytes.length > 24 && bytes.toString('latin1', 12, 16) === 'IHDR';
  const [width, height] = isHeader ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [0, 0];
  if (width < 1 || height < 1) throw notALogo(path, 'is no picture that can be read. Save it again as PNG.');
  if (Math.max(width, height) > LARGEST_SIDE) {
    throw notALogo(path, `is ${width} × ${height} pixels; at most ${LARGEST_SIDE} a side are taken.`);
  }
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

function notALogo(path: string, why: string): PilotError {
  return new PilotError('not-a-logo', `The logo ${basename(path)} ${why}`);
}
