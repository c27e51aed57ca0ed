import type { Chance } from '../../assign/draw.ts';
import { emailOf } from './address.ts';
import type { ExportFile, ExportRecord } from './export-file.ts';
import { personName } from './made-up-name.ts';
import { sampleChance } from './sample-chance.ts';
import type { Shopper } from './shopper.ts';

/**
 * What exports look like after years of use. In a hundred records about ten have an address in odd case or with
 * spaces, one stands there twice, and one more is broken. Draws of its own, one series a file: mess knows neither arm
 * nor outcome. A broken row is always an extra one, of a stranger or of nobody: no customer loses anything by it.
 */
export type Soiled = (shopper: Shopper) => readonly (readonly string[])[];

/** The first index of the strangers, far above any shop's size. */
const STRANGERS = 300_000_000;

/** Soils one export; call it with the shoppers in their order. */
export function soiled(file: ExportFile, seed: number): Soiled {
  const draws = sampleChance(seed, 'mess', file.name);
  const email = file.header.indexOf(file.email);
  let strangers = 0;
  return (shopper) =>
    file.recordsOf(shopper).flatMap((record) => {
      const address = odd(record.rows[0]?.[email] ?? '', draws);
      const rows = record.rows.map((row) => row.with(email, address));
      const twice = draws.index(100) === 0 && record.repeatable === 'yes' ? rows : [];
      const broken = draws.index(100) === 0 ? [brokenRow(file, record, strangers++, draws)] : [];
      return [...rows, ...twice, ...broken];
    });
}

function odd(email: string, draws: Chance): string {
  switch (draws.index(40)) {
    case 0:
      return email.toUpperCase();
    case 1:
      return email.charAt(0).toUpperCase() + email.slice(1);
    case 2:
      return ` ${email}`;
    case 3:
      return `${email} `;
    default:
      return email;
  }
}

const impossibleDates = ['2026-02-30 10:15:00', '0000-00-00 00:00:00', 'pending'] as const;

/** A stranger's row that a careful reader has to refuse: an impossible date, no number, or nobody's. */
function brokenRow(file: ExportFile, record: ExportRecord, stranger: number, draws: Chance): readonly string[] {
  const index = STRANGERS + stranger;
  const changes = new Map<string, string>([
    ...file.keys.map((column) => [column, ''] as const),
    ...file.reference.map((column) => [column, `X${index}`] as const),
    [file.email, emailOf(personName(index), index)],
  ]);
  switch (draws.index(file.number === null ? 2 : 3)) {
    case 0:
      changes.set(file.date, impossibleDates[draws.index(impossibleDates.length)] ?? '');
      break;
    case 1:
      changes.set(file.email, '');
      break;
    default:
      changes.set(file.number ?? file.date, 'n/a');
  }
  return (record.rows[0] ?? []).map((cell, i) => changes.get(file.header[i] ?? '') ?? cell);
}
