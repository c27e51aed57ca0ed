/** The charter screen. */
export function CharterScreen() {
  return null;
}
