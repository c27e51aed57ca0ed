/** Rows an estimate may make room for; a file with more makes it as they come. */
const MOST = 20_000_000;

/** For how many rows room is made at first: an estimate that falls short by a few must not double everything. */
export function roomForRows(rowEstimate: number): number {
  return Math.min(MOST, Math.ceil(rowEstimate * 1.05) + 1024);
}
