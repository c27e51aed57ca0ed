/** The data screen. */
export function DataScreen() {
  return null;
}
