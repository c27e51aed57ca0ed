/** The four verdicts, and what stands where there is none yet. */
export const verdict = {
  name: { scale: 'Ausrollen', extend: 'Verlängern', stop: 'Beenden', invalid: 'Ungültig' },
  none: 'Kein Urteil',
  onCourse: {
    scale: 'Auf Kurs zum Ausrollen',
    extend: 'Noch zu früh',
    stop: 'Auf Kurs zum Beenden',
    invalid: 'Ungültig',
  },
  meaning: {
    scale: 'Die vor dem Start versiegelte Regel ist erfüllt: weiter ausrollen.',
    extend: 'Die Daten entscheiden noch nicht: weiterlaufen lassen, oder hinnehmen, es nicht zu wissen.',
    stop: 'Die vor dem Start versiegelte Regel sagt: damit nicht weitermachen.',
    invalid: 'Der Vergleich ist fehlerhaft: aus ihm lässt sich nichts schließen.',
  },
};
