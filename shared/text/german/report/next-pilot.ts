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
};
