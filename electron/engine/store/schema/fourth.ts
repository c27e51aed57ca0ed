/** Version 4: what stood in the columns when a mapping was used last, so that next week's file can be held against it. */
export const fourth = {
  version: 4,
  sql: 'ALTER TABLE mapping ADD COLUMN seen TEXT;',
} as const;
