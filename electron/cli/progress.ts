/** Draws how far a long command has come, on a terminal only and on stderr, so that scripts see nothing of it. */
export function progressBar(): (done: number, total: number | null, sentence: string) => void {
  if (!process.stderr.isTTY) return () => {};
  let drawn = 0;
  return (done, total, sentence) => {
    const now = performance.now();
    if (now - drawn < 80 && done !== total) return;
    drawn = now;
    const share = total === null || total === 0 ? null : Math.min(1, done / total);
    const bar = share === null ? '' : `[${'#'.repeat(Math.round(share * 24)).padEnd(24)}] `;
    process.stderr.write(`\r\u001b[K${bar}${sentence}`);
    if (done === total) process.stderr.write('\r\u001b[K');
  };
}
