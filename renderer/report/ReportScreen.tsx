/** The report step. */
export function ReportScreen() {
  return null;
}
