import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guessExport, type ImportAs, importExport } from '#engine/import/index.ts';
import { createPilot } from '#engine/store/open.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import type { ImportResult } from '#shared/records/source.ts';

/** A fresh pilot in a folder of its own, and the exports that are put beside it. */
export class Desk {
  readonly folder: string;
  readonly pilot: PilotFile;

  private constructor(folder: string, pilot: PilotFile) {
    this.folder = folder;
    this.pilot = pilot;
  }

  static async make(): Promise<Desk> {
    const folder = mkdtempSync(join(tmpdir(), 'pilotlight-import-'));
    return new Desk(folder, await createPilot(join(folder, 'a.pilot'), () => {}));
  }

  /** Writes an export and gives its path. */
  put(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  import(name: string, content: string | Uint8Array, mapping: Mapping | null = null): Promise<ImportResult> {
    return this.importFile(this.put(name, content), mapping);
  }

  importFile(path: string, mapping: Mapping | null = null, as: ImportAs | null = null): Promise<ImportResult> {
    return importExport(this.pilot, path, { mapping, preset: null, as });
  }

  guess(name: string, content: string | Uint8Array) {
    return guessExport(this.put(name, content), this.pilot.read);
  }

  all<T = Record<string, unknown>>(sql: string): T[] {
    return this.pilot.read.all<T>(sql);
  }

  count(table: string): number {
    return this.pilot.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n;
  }

  /** Everything the pilot holds of records, for "nothing changed". */
  snapshot(): unknown {
    const tables = [
      'customer',
      'identity',
      'identity_link',
      'activity',
      'trait',
      'feedback',
      'arm_named',
      'quarantine',
    ];
    return [...tables, 'source', 'mapping', 'replaced'].map((table) => this.all(`SELECT * FROM ${table} ORDER BY 1`));
  }
}

/** Does something once, as soon as some of a file was read; to be handed to an import as its progress. */
export function onceBegun(meddle: () => void): (done: number) => void {
  let meddled = false;
  return (done) => {
    if (done === 0 || meddled) return;
    meddled = true;
    meddle();
  };
}

/** `rowsRead = kept + duplicates + quarantined`, and the reasons add up. */
export function sumHolds(result: ImportResult): boolean {
  const reasons = Object.values(result.reasons).reduce((sum, n) => sum + n, 0);
  return result.rowsRead === result.kept + result.duplicates + result.quarantined && reasons === result.quarantined;
}

export const ORDERS: Mapping = {
  kind: 'activities',
  activity: 'order',
  columns: {
    email: { to: 'identity', key: 'email' },
    when: { to: 'at' },
    total: { to: 'amount' },
    id: { to: 'reference' },
  },
};
