/** Version 2: what happened while the pilot ran, as people noted it. `at` and `until` are days, 2026-11-20. */
export const second = {
  version: 2,
  sql: `
CREATE TABLE event (id INTEGER PRIMARY KEY, at TEXT NOT NULL, until TEXT, note TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('internal', 'external')));
`,
} as const;
