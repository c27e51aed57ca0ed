/** Version 5: which rows of a source were there already, and which rows they are the same as: 12 bytes each. */
export const fifth = {
  version: 5,
  sql: 'ALTER TABLE source ADD COLUMN duplicate_rows BLOB;',
} as const;
