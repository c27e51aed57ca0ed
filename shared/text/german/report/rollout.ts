/** The rollout as a chain of measured steps. */
export const rollout = {
  none: {
    unsealed:
      'Es wird kein Ausrollen vorgeschlagen: ohne versiegelten Plan gibt es kein Urteil, auf das es sich stützen könnte.',
    invalid:
      'Es wird kein Ausrollen vorgeschlagen: der Vergleich ist fehlerhaft, und aus ihm folgt nur, die Teilung in Ordnung zu bringen.',
    extend:
      'Es wird noch kein Ausrollen vorgeschlagen: diese Daten entscheiden nicht. Was entscheiden würde, steht unter „Der nächste Pilot“.',
    stop: 'Es wird kein Ausrollen vorgeschlagen: die vor dem Start versiegelte Regel sagt, aufzuhören. Was stattdessen zu versuchen ist, steht unter „Der nächste Pilot“.',
    undecided:
      'Es wird noch kein Ausrollen vorgeschlagen: die versiegelte Regel hat nicht entschieden, oder es gibt kein Geld, mit dem zu rechnen wäre.',
  },
  intro:
    'Groß denken, klein anfangen: das Ausrollen ist eine Kette von Piloten. Jeder Schritt erreicht mehr Kunden, lässt einige von ihnen ohne die Maßnahme und öffnet den nächsten nur, wenn er misst, was dieser Pilot gemessen hat.',
  whoFirst: (population: string, share: string) =>
    `Wer zuerst kommt: ${population}; davon ${share}, durch Zufall gezogen, damit sich der erste Schritt mit denen vergleichen lässt, die warten. Andere als diese wurden nicht gemessen.`,
  caption: 'Schritte des ersten Jahres',
  columns: {
    step: 'Schritt',
    share: 'Von denen, die kommen',
    weeks: 'Wochen',
    treated: 'Bekommen es',
    holdout: 'Ohne gelassen',
    cost: 'Kosten',
  },
  step: (n: string) => `Schritt ${n}`,
  cost: (lower: string, upper: string) => `${lower} bis ${upper}`,
  gatesTitle: 'Was den nächsten Schritt öffnet',
  gateFirst: (metric: string, lift: string) =>
    `Am Ende eines Schritts werden seine Kunden mit den ohne Maßnahme Gelassenen verglichen (${metric}): das Intervall liegt ganz auf der besseren Seite, und der Lift beträgt mindestens ${lift}; von da an lohnt es sich.`,
  gateGuardrails: (metrics: readonly string[]) => `Jede Leitplanke bleibt in ihrem Spielraum: ${metrics.join(', ')}.`,
  gateDecay: (share: string) =>
    `Was neu ist, nutzt sich ab: der Lift der jüngsten Kunden wird gegen den der ersten gehalten. Das Geld rechnet damit, dass nach einem Jahr ${share} davon bleiben; ist es weniger, vor dem Weitergehen neu rechnen.`,
  gateStop: 'Misst ein Schritt dies nicht, wird er einmal mit mehr Kunden wiederholt, oder das Ausrollen endet dort.',
  gateLast: 'Nach dem letzten Schritt bleibt die Vergleichsgruppe, und der Lift wird jedes Quartal berichtet.',
};
