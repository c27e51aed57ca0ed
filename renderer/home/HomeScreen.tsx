/** The home screen. */
export function HomeScreen() {
  return null;
}
