/** What a pilot is worth: the words around money. Every figure comes with its range. */
export const business = {
  intro: (metric: string, arm: string, level: string) =>
    `Vom Lift zum Geld: was ein volles Ausrollen von „${arm}“ im ersten Jahr brächte, gemessen an ${metric}. Der Lift wird zuerst zur Wirkung null hin gezogen, denn ein Gewinner wird ausgesucht, weil er gut aussieht; danach werden er und jede Annahme unten 10.000-mal gemeinsam variiert. Die Bereiche enthalten ${level} dieser Jahre; sie sind so gut wie die Annahmen.`,
  tooFewTitle: 'Zu klein, um zu sagen, was es wert ist',
  tooFew: (had: string, needed: string) =>
    `Dieser Pilot hatte ${had} Kunden; seine Frage braucht etwa ${needed}. Die Zahlen unten zeigen, wie wenig noch bekannt ist, nicht was zu erwarten ist.`,
  none: {
    invalid: 'Der Vergleich ist fehlerhaft, daher lässt sich aus ihm kein Geld rechnen.',
    withheld: 'Für einen Bereich des Lifts sind es zu wenige Kunden, daher lässt sich aus ihm noch kein Geld rechnen.',
    'no-value':
      'Noch hat niemand gesagt, was ein weiterer Erfolg wert ist. Ist diese Zeile ausgefüllt, folgt das Geld.',
    'no-customers': 'Noch hat niemand gesagt, wie viele Kunden ein Ausrollen im Jahr erreichen würde.',
  },
  caption: 'Das erste Jahr eines vollen Ausrollens',
  columns: { what: 'Was', middle: 'Mitte', from: (level: string) => `${level}-Bereich von`, to: 'bis' },
  added: 'Zusätzliche Marge je 1.000 Kunden, vor Kosten',
  per1000: 'Wert je 1.000 Kunden, nach allen Kosten',
  firstYear: 'Erstes Jahr, nach allen Kosten',
  roi: 'Ertrag im Verhältnis zu den Kosten',
  payback: 'Monate, bis die Einrichtung verdient ist',
  chance: 'Wahrscheinlichkeit, dass sich das erste Jahr lohnt',
  breakEven: 'Lift, bei dem es sich gerade lohnt',
  never: 'nie',
  over: (share: string) => `über ${share}`,
  under: (share: string) => `unter ${share}`,
  believeTitle: 'Was man glauben muss',
  believe: (gain: string, chance: string) =>
    `Dass der wahre Lift mindestens ${gain} beträgt, bei den Annahmen, wie sie stehen. Die Wahrscheinlichkeit, dass sich das erste Jahr lohnt, ist ${chance}.`,
  believeNothing: 'Mit diesen Annahmen würde sich kein Lift lohnen: ein weiterer Erfolg bringt nichts ein.',
  shrunken: (measured: string, shrunken: string) =>
    `Gemessen: ${measured} je Kunde. Gerechnet, nach dem Schrumpfen: ${shrunken}.`,
  driversCaption: 'Was das erste Jahr bewegt: jede Zeile über ihren eigenen Bereich bewegt, die anderen belassen',
  driversPicture:
    'Das erste Jahr nach allen Kosten, jede Zeile über ihren eigenen Bereich bewegt, die anderen belassen. Gestrichelt: jede Zeile bei ihrem Wert.',
  driverColumns: { line: 'Zeile', low: 'An ihrem unteren Ende', high: 'An ihrem oberen Ende' },
  driversTitle: (line: string) => `Nichts bewegt das erste Jahr so sehr wie dies: ${line}`,
  driverAlt: (line: string, low: string, high: string) => `${line}: von ${low} bis ${high}.`,
  noLimit: 'keine Grenze',
  scenario: {
    caption: 'Drei Szenarien, und was jedes voraussetzt',
    what: 'Zeile',
    name: { low: 'Niedrig', base: 'Mittel', high: 'Hoch' },
    rare: 'Niedrig und hoch nehmen jede Zeile zugleich an ihrem schlechten oder guten Ende, was seltener vorkommt, als die Bereiche oben sagen. Sie zeigen, was man glauben müsste, nicht, was zu erwarten ist.',
  },
  lift: 'Der Lift selbst',
  assumptionsCaption: 'Die Annahmen, jede mit ihrer Quelle',
  assumptionColumns: { line: 'Zeile', value: 'Wert', spread: 'Kann abweichen um', source: 'Quelle' },
  unknown: 'unbekannt',
  card: {
    per1000: 'Wert je 1.000 Kunden',
    per1000Text: (range: string, chance: string) =>
      `zwischen ${range} nach allen Kosten; lohnt sich mit einer Wahrscheinlichkeit von ${chance}`,
    withoutHarm: (told: string, guardrail: string) => `${told}. Was „${guardrail}“ kostet, ist nicht mitgerechnet`,
    firstYear: 'Volles Ausrollen, erstes Jahr',
    firstYearText: (range: string, payback: string) => `zwischen ${range}; ${payback}`,
    paysBack: (month: string) => `im mittleren Verlauf bis Monat ${month} verdient`,
    paysBackAtOnce: 'es gibt keine Einrichtung, die zu verdienen wäre',
    paysBackNever: 'im mittleren Verlauf wird es nicht verdient',
    between: (lower: string, upper: string) => `${lower} und ${upper}`,
  },
};
