const CHANCE =
  /\b(random|randomblob|last_insert_rowid|changes|total_changes)\s*\(|\bcurrent_(time|date|timestamp)\b|'\s*now\s*'|\b(date|time|datetime|julianday|unixepoch)\s*\(\s*\)/i;

const passed = new Set<string>();

/**
 * The log is replayed by running its statements again, so a statement may not depend on chance, on the clock or on
 * what ran before it on the same connection: such values are computed outside and handed in as parameters.
 */
export function refuseChance(sql: string): void {
  if (passed.has(sql)) return;
  const found = CHANCE.exec(sql);
  if (found !== null) {
    throw new Error(
      `"${found[0]}" gives another value on replay; hand the value in as a parameter: ${sql.slice(0, 80)}`,
    );
  }
  if (passed.size < 1000) passed.add(sql);
}
