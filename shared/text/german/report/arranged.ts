/** What the lead arranged, and who signed off. */
export const arranged = {
  note: 'Anmerkung der Leitung',
  quoted: (title: string) => `„${title}“`,
  leftOut: (titles: readonly string[]) => `Von der Leitung ausgelassen: ${titles.join(', ')}.`,
};

export const signOff = {
  caption: 'Wer gezeichnet hat',
  columns: { role: 'Als', name: 'Name', on: 'Am' },
  role: { lead: 'Projektleitung', analyst: 'Analyse', sponsor: 'Sponsor' },
  inCharter: (name: string) => `${name}, im Auftrag genannt`,
  notYet: 'noch nicht gezeichnet',
  stale: (day: string) => `${day}, auf einem früheren Stand der Daten: neu zu zeichnen`,
  meaning:
    'Zeichnen heißt: Ich habe die Prüfungen und die Grenzen gelesen, und die Zahlen sind so erzählt, wie der versiegelte Plan es verlangt.',
};
