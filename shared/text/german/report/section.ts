/** Titles of the sections behind page one, and what the faces write around them. */
export const section = {
  charter: 'Was vereinbart war',
  flow: 'Wer teilnahm',
  intervention: 'Was getan wurde',
  plan: 'Der Plan, sein Siegel und die Blicke',
  checks: 'Kann man dem trauen?',
  results: 'Jedes geplante Ergebnis',
  sensitivity: 'Würde eine andere Wahl es wenden?',
  segments: 'Für wen?',
  course: 'Der Lift im Lauf der Zeit',
  why: 'Was Kunden uns sagten',
  business: 'Was es wert ist',
  rollout: 'Ausrollen in gemessenen Schritten',
  sources: 'Woher die Daten kamen',
  methods: 'Wie es gerechnet wurde',
  limits: 'Was dies nicht sagen kann',
  next: 'Der nächste Pilot',
  recompute: 'Selbst nachrechnen',
  glossary: 'Hier gebrauchte Wörter',
  signOff: 'Wer gezeichnet hat',
};

export const labels = {
  skip: 'Zur Antwort springen',
  contents: 'Inhalt',
  behind: 'Hinter dieser Seite',
  page: 'Seite',
  of: 'von',
  madeWith: (version: string) => `Erstellt mit Pilotlight ${version}`,
  recompute: 'jede Zahl lässt sich nachrechnen, siehe „Selbst nachrechnen“',
  intervalsNext: 'Die Intervalle stehen in der Tabelle mit den Zahlen hinter dem Bild.',
  tableOf: 'Als Tabelle: Abschnitt',
};
