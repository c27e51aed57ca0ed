/**
 * Version 3: the names of a source's columns, so that its rows in quarantine can be mended. Empty for sources that
 * came in before, and for folders, whose files may order their columns each in its own way.
 */
export const third = {
  version: 3,
  sql: "ALTER TABLE source ADD COLUMN header TEXT NOT NULL DEFAULT '[]';",
} as const;
