/** Where two values differ, as a path: the field itself where only one does, else what holds all that do. */
export function changedPlace(before: unknown, after: unknown): string {
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) return '';
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differing = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const [only] = differing;
  if (only === undefined || differing.length > 1) return '';
  return `.${only}${changedPlace(before[only], after[only])}`;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
