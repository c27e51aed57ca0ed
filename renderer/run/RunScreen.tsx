/** The run step. */
export function RunScreen() {
  return null;
}
