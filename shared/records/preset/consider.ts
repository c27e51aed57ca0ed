import { z } from 'zod';
import { mapping } from '../mapping.ts';
import { presets } from './index.ts';
import type { Export, Preset } from './preset.ts';

/** A preset held against an export: what it would make of it, or what the export lacks for it. */
export const consideredPreset = z.object({
  id: z.string(),
  /** As it stands in "looks like …". */
  name: z.string(),
  /** What it would recognise; null where the export does not fit it. */
  mapping: mapping.nullable(),
  /** Columns the preset asks for and the export has not; empty where it fits, or where no single column is to blame. */
  missing: z.array(z.string()),
});
export type ConsideredPreset = z.infer<typeof consideredPreset>;

/** Every preset held against an export: those that fit first, then those that lack least. */
export function considerPresets(file: Export): ConsideredPreset[] {
  const considered = presets.map((preset) => consider(preset, file));
  const rank = ({ mapping: fits, missing }: ConsideredPreset) =>
    fits !== null ? 0 : missing.length === 0 ? Number.MAX_SAFE_INTEGER : missing.length;
  return considered.sort((a, b) => rank(a) - rank(b));
}

function consider(preset: Preset, file: Export): ConsideredPreset {
  const { id, name } = preset;
  if (preset.fits(file)) return { id, name, mapping: preset.mapping(file), missing: [] };
  return { id, name, mapping: null, missing: askedInVain(preset, file) };
}

/** What a preset asks for and does not find, were each column it asks for there. */
function askedInVain(preset: Preset, file: Export): string[] {
  const missing = new Set<string>();
  const note = (name: string) => {
    if (!file.has(name)) missing.add(name);
  };
  preset.fits({
    names: file.names,
    has: (name) => {
      note(name);
      return true;
    },
    profile: (name) => {
      note(name);
      return file.profile(name);
    },
  });
  return [...missing];
}
