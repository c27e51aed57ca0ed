/** What the next pilot would have to tell. */
export const nextPilot = {
  intro:
    'Diese Fragen sind noch offen: ihr Intervall reicht über die Null, oder für eines waren es zu wenige Kunden. So viele Kunden würden sie beantworten, wenn die Wirkung so groß ist wie die Schwelle.',
  nothingOpen:
    'Jede geplante Kennzahl außer den Leitplanken hat ein Intervall, das auf einer Seite der Null liegt. Offen ist, ob es anhält, und ob es auch für andere Kunden gilt.',
  caption: (lift: string, power: string) =>
    `Kunden, die nötig sind, um einen Lift von ${lift} mit einer Wahrscheinlichkeit von ${power} zu sehen, bei einem Blick am Ende`,
  metric: 'Kennzahl',
  had: 'Kunden in diesem Piloten',
  needed: 'Nötige Kunden',
  cannotSay: 'lässt sich aus diesem Piloten nicht sagen',
  holdout:
    'Was auch immer entschieden wird: einen Teil der Kunden, durch Zufall gezogen, ohne die Maßnahme lassen, damit ihre Wirkung gemessen bleibt.',
  oneStep:
    'Ein Schritt nach dem anderen: jede größere Gruppe ist ein eigener Pilot, dessen Plan vor dem Start versiegelt wird.',
  proposalTitle: 'Der Pilot, den wir als nächsten vorschlagen',
  what: 'Was',
  why: 'Warum',
  hypothesis: 'Hypothese',
  arms: 'Arme',
  customers: 'Nötige Kunden',
  decideBy: 'Entschieden am',
  open: 'Er öffnet sich fertig, mit Auftrag und Plan, und nichts davon ist versiegelt: „Start the next pilot“ auf dem Bildschirm des Berichts, oder auf der Kommandozeile',
  proposal: {
    step: {
      title: (title: string) => `${title}: erster Schritt des Ausrollens`,
      why: 'Dieser Pilot hat seine Regel erfüllt. Der erste Schritt des Ausrollens zeigt, ob mehr Kunden zu einer anderen Zeit ebenso viel gewinnen, und wie schnell sich abnutzt, was neu ist.',
      hypothesis: (old: string) => `${old} Das gilt auch für mehr Kunden, zu einer anderen Zeit.`.trim(),
      intervention: (old: string) => old,
    },
    repair: {
      title: (title: string) => `${title}, mit richtiger Teilung`,
      why: 'Der Vergleich war fehlerhaft, also ist die Frage so offen wie zuvor. Beim nächsten Mal zieht Pilotlight die Arme selbst und schreibt für jeden eine Liste.',
      hypothesis: (old: string) => old,
      intervention: (old: string) => old,
    },
    more: {
      title: (title: string) => `${title}, mit genug Kunden`,
      why: 'Dieser Pilot konnte es nicht sagen. Dieselbe Frage mit so vielen Kunden, wie sie braucht, kann es.',
      hypothesis: (old: string) => old,
      intervention: (old: string) => old,
    },
    gentler: {
      title: (title: string) => `${title}, in milderer Form`,
      why: 'Es hielt, was es versprach, und schadete daneben. Eine Form, die das eine ohne das andere behält, ist einen Piloten wert; die Leitplanke bleibt, wie sie war.',
      hypothesis: (old: string) => `In milderer Form: ${old}`,
      intervention: (old: string) => `Milder zu machen, damit die Leitplanke hält: ${old}`,
    },
    another: {
      title: (title: string) => `${title}, auf anderem Weg`,
      why: 'Der Schmerz ist noch da, und dieser Weg nimmt nicht genug davon. Vor der Wahl des nächsten lesen, was Kunden sagten; die Kennzahlen bleiben, wie sie waren, damit sich beide Piloten aneinander messen lassen.',
      hypothesis: () => 'Zu schreiben: was sonst würde den Schmerz nehmen, und um wie viel?',
      intervention: () => 'Zu schreiben: eine andere Maßnahme für denselben Schmerzpunkt.',
    },
    seal: {
      title: (title: string) => `${title}, mit versiegeltem Plan`,
      why: 'Nichts band diesen Piloten an eine Regel, bevor seine Zahlen zu sehen waren. Derselbe Plan, vor dem ersten Blick versiegelt, täte es.',
      hypothesis: (old: string) => old,
      intervention: (old: string) => old,
    },
  },
};
