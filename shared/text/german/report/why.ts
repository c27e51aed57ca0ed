/** What customers told: scores by arm, and their own words. */
export const why = {
  none: 'Von diesen Kunden wurden keine Rückmeldungen eingelesen; so sagen die Zahlen, was geschah, und niemand sagt, warum. Bewertungen, Beschwerden und Gesprächsnotizen haben hier ihren Platz.',
  intro:
    'Zahlen sagen, was geschah, Kunden sagen, warum. Was folgt, wurde ab dem Beginn der Zeit jedes Kunden geantwortet und zeigt für sich keine Ursache.',
  answersCaption: 'Antworten nach Arm',
  columns: {
    question: 'Frage',
    arm: 'Arm',
    answered: 'Geantwortet',
    rate: 'Vom Arm',
    score: 'Bewertung',
    interval: (level: string) => `${level}-Intervall`,
  },
  nps: 'Net Promoter Score',
  mean: 'Mittel',
  range: (lower: string, upper: string) => `${lower} bis ${upper}`,
  bounds: (metric: string, arm: string, range: string) =>
    `${metric}, ${arm} gegen Kontrolle: was immer die gesagt hätten, die nicht antworteten, der Unterschied liegt im Bereich ${range}. Anteile und Werte dieser Metrik zählen die Kunden, deren Zeit um war.`,
  answersCaveat:
    'Gehört wird nur, wer antwortet. Wo die Arme ungleich oft antworteten, kann ein Unterschied der Bewertungen daher rühren, wer geantwortet hat; bevor das ausgeschlossen ist, ist er keine Wirkung der Maßnahme.',
  quotes: 'In ihren eigenen Worten',
  rule: (pool: string, each: string, seed: string, shortest: string) =>
    `Gezogen aus ${pool} Antworten mit Worten, nach einer vor dem Lesen festgelegten Regel: aus jedem Arm und von Promotoren, Passiven, Detraktoren und Antworten ohne Bewertung höchstens ${each}, durch Zufall mit dem Startwert ${seed}; Texte unter ${shortest} Buchstaben und wiederholte zählen nicht. Namen, Adressen, Rufnummern und Nummern sind geschwärzt.`,
  lookedOver: (leftOut: string, blackened: string) =>
    `Vor der Ausgabe durchgesehen. Von der Leitung ausgelassen: ${leftOut}. Von Hand geschwärzte Worte in: ${blackened}. An ihre Stelle kam nichts.`,
  band: { promoter: 'Promotor', passive: 'passiv', detractor: 'Detraktor' },
  kind: (kind: string) => (kind === 'nps' ? 'NPS' : kind),
  by: (arm: string, kind: string, band: string | null, score: string | null) =>
    [arm, score === null ? kind : `${kind} ${score}`, band].filter((part) => part !== null).join(', '),
  aside: {
    title: 'Was Kunden uns sagten',
    scores: (question: string, arms: readonly string[]) =>
      `${question === 'nps' ? 'Net Promoter Score' : question}: ${arms.join('; ')}.`,
    arm: (score: string, arm: string, rate: string) => `${score} mit ${arm} (${rate} antworteten)`,
    quote: (words: string, by: string) => `„${words}“ (${by})`,
  },
};
