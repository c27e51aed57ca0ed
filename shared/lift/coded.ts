/** Many values of which many are the same: of each the place of its level. */
export type Coded<Level> = { readonly code: Int32Array; readonly levels: readonly Level[] };

/** Values with each level held once, in the order in which levels come up. */
export function coded<Level>(values: readonly Level[]): Coded<Level> {
  const coder = newCoder<Level>();
  return { code: Int32Array.from(values, (value) => coder.codeOf(value)), levels: coder.levels };
}

/** Gives each level its place, a new one at its first coming up. */
export function newCoder<Level>(): { readonly levels: readonly Level[]; codeOf(value: Level): number } {
  const levels: Level[] = [];
  const known = new Map<Level, number>();
  return {
    levels,
    codeOf(value) {
      const code = known.get(value);
      if (code !== undefined) return code;
      known.set(value, levels.length);
      return levels.push(value) - 1;
    },
  };
}
