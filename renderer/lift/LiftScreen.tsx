/** The lift step. */
export function LiftScreen() {
  return null;
}
