import type { ColumnProfile } from '../column-profile.ts';
import type { ColumnTarget, Mapping } from '../mapping.ts';

/** What a preset sees of an export: its columns by name, each with what stands in the sample. */
export type Export = {
  readonly names: readonly string[];
  has(name: string): boolean;
  profile(name: string): ColumnProfile | undefined;
};

/** A layout that a tool is known to write. */
export type Preset = {
  readonly id: string;
  /** As it stands in "looks like …". */
  readonly name: string;
  /** Whether an export has this layout. */
  fits(file: Export): boolean;
  mapping(file: Export): Mapping;
  /** Why a column means what it means, where its name alone does not say it. */
  readonly because: Readonly<Record<string, string>>;
};

/** An export by its header and its sample. */
export function exportOf(profiles: readonly ColumnProfile[]): Export {
  const byName = new Map(profiles.map((profile) => [profile.name, profile]));
  return {
    names: profiles.map(({ name }) => name),
    has: (name) => byName.has(name),
    profile: (name) => byName.get(name),
  };
}

/** Of the columns a preset knows, those the export has; exports leave columns out and add others. */
export function present(file: Export, columns: Readonly<Record<string, ColumnTarget>>): Record<string, ColumnTarget> {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => file.has(name)));
}

/** True when nothing stands in this column of the sample. */
export function isEmpty(file: Export, name: string): boolean {
  return (file.profile(name)?.filled ?? 0) === 0;
}
