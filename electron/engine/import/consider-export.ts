import { type ConsideredPreset, considerPresets } from '#shared/records/preset/consider.ts';
import { exportOf } from '#shared/records/preset/preset.ts';
import { lookAt } from './look.ts';
import { openExport } from './open-export.ts';

/** Every preset held against an export: what each would recognise, or what the export lacks for it. */
export async function considerExport(path: string): Promise<ConsideredPreset[]> {
  const file = await openExport(path);
  try {
    return considerPresets(exportOf((await lookAt(file, {})).profiles));
  } finally {
    await file.close();
  }
}
