/** Page one: what the sponsor reads standing. */
export const pageOne = {
  kicker: (title: string) => `Pilotbericht · ${title}`,
  question: {
    ofHypothesis: (hypothesis: string) => `${hypothesis} Ist das so?`,
    ofMetric: (arm: string, metric: string) => `Ändert „${arm}“ hieran etwas: ${metric}?`,
  },
  answer: {
    scale: (headline: string) => `Ja. ${headline}`,
    stopGuardrail: (headline: string, guardrail: string, change: string) =>
      `So nicht: eine Leitplanke ist gebrochen (${guardrail}, ${change}). ${headline}`,
    stopWorse: (headline: string) => `Nein. ${headline}`,
    stopBelow: (headline: string, threshold: string) =>
      `Nein: ein Lift von ${threshold} ist nicht zu erreichen. ${headline}`,
    interim: (headline: string) => `Bisher: ${headline}`,
    draft: (headline: string) => `Entwurf: ${headline}`,
    invalid: 'Keine Antwort: der Vergleich ist fehlerhaft.',
  },
  lead: {
    customers: (n: string, title: string) => `${n} Kunden wurden für „${title}“ verglichen.`,
    chance: (arms: string) => `Der Zufall entschied, wer dies bekam: ${arms}.`,
    broken: (arms: string) => `Der Zufall sollte entscheiden, wer dies bekam: ${arms}; das ist zweifelhaft.`,
    imported: (arms: string) =>
      `Wer dies bekam, hat das sendende Werkzeug gezogen, aus dessen Export es stammt: ${arms}.`,
    arms: (metric: string, window: string, treatments: readonly string[], without: string) =>
      `${metric}${window}: ${treatments.join(', ')}, ${without} ohne.`,
    withArm: (value: string, arm: string) => `${value} mit ${arm}`,
    ofArm: (arm: string) => `Von ${arm}: `,
    window: (days: string) => (days === '1' ? ' innerhalb von 1 Tag' : ` innerhalb von ${days} Tagen`),
    range: (range: string, right: string, kind: 'fixed' | 'always-valid' | 'planned') =>
      `Der wahre Unterschied liegt im Bereich ${range}; das Verfahren hinter diesem Bereich liegt ${right} richtig, ${rangeRight[kind]}.`,
    point: (arm: string, value: string) => `${arm} steht bei ${value}.`,
    withheld: 'Für einen Bereich sind das zu wenige.',
    nothing: 'Noch ist kein Kunde ausgewertet.',
  },
  rightTimes: (times: string, of: string) => `in ${times} von ${of} Fällen`,
  rightShare: (level: string) => `in ${level} aller Fälle`,
  and: (items: readonly string[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} und ${items[items.length - 1]}`,
  banner: {
    invalid: 'Ungültig: aus diesen Zahlen lässt sich nichts schließen',
    unsealedTitle: 'Entwurf: der Plan war nicht versiegelt',
    unsealed:
      'Nichts band diesen Piloten an eine Regel, bevor seine Zahlen zu sehen waren; daher gibt es kein Urteil. Jede Zahl unten ist als erster Eindruck zu lesen.',
    peekedTitle: 'Die Zahlen waren zu sehen, bevor der Plan versiegelt war',
    peeked: (n: string) => `Blicke vor dem Siegel: ${n}. Was da zu sehen war, kann den Plan geprägt haben.`,
    interimTitle: 'Ein Zwischenblick',
    interim: (date: string) =>
      `Die versiegelte Regel entscheidet am ${date}. Bis dahin können sich Zahlen ändern, und mit ihnen das Urteil.`,
    withheldTitle: 'Zu wenige Kunden für einen Bereich',
    failedTitle: 'Eine Prüfung ist nicht bestanden',
  },
  card: {
    verdict: (date: string) => `Urteil nach der am ${date} versiegelten Regel`,
    verdictOnCourse: (date: string) => `Wohin die versiegelte Regel weist; sie entscheidet am ${date}`,
    verdictNone: 'Urteil',
    lift: (metric: string) => `Lift: ${metric}`,
    liftText: (absolute: string, absoluteRange: string, relativeRange: string) =>
      `${absolute}; zwischen ${absoluteRange}. Als Anteil der Kontrolle: ${relativeRange}.`,
    withheld: 'Zurückgehalten',
    open: 'Noch offen',
    openText: (lift: string, absolute: string, range: string) =>
      `Gemessen ${lift}, ${absolute}; der Bereich ${range} enthält Gewinn wie Verlust.`,
    unusable: 'Nicht brauchbar',
    unusableText: 'Die Arme sind nicht vergleichbar. Die gemessenen Zahlen stehen bei den Ergebnissen.',
    customers: 'Ausgewertete Kunden',
    customersText: (arms: string) => `${arms}.`,
    armCount: (n: string, arm: string) => `${n} ${arm}`,
    chance: 'Der Zufall entschied, wer in welchem Arm war.',
    broken: 'Ob der Zufall allein entschied, wer in welchem Arm war, ist zweifelhaft.',
    imported: 'Die Arme hat das sendende Werkzeug gezogen.',
    leftOut: (n: string) => `${n} wurden ausgelassen, jeder mit einem Grund.`,
  },
  aside: 'Was sonst gemessen wurde',
  asideLine: (metric: string, change: string, range: string) => `${metric}: ${change} (${range})`,
  asideWithheld: (metric: string) => `${metric}: noch kein Bereich, zu wenige Kunden`,
  asideWithin: (line: string, margin: string) => `${line}; im Spielraum (${margin})`,
  asideBeyond: (line: string, margin: string) =>
    `${line}; nicht gezeigt, dass der Spielraum (${margin}) eingehalten wird`,
  caveat: {
    title: 'Der Vorbehalt, der zählt.',
    season: (from: string, to: string) =>
      `Diese Kunden kamen zwischen ${from} und ${to}. Eine andere Jahreszeit und andere Kunden sind noch nicht geprüft.`,
    tooSmall: (had: string, lift: string, needed: string) =>
      `Dieser Pilot ist zu klein für seine Frage. Er hat ${had} Kunden; um einen Lift von ${lift} zu sehen, sind etwa ${needed} nötig.`,
    once: 'Dies wurde einmal gemessen, an diesen Kunden. Eine andere Jahreszeit und andere Kunden sind noch nicht geprüft.',
  },
  ask: {
    byDate: (date: string) => `Wir bitten um einen Entscheid bis ${date}:`,
    now: 'Wir bitten jetzt um einen Entscheid:',
    noneUntil: (date: string) => `Bis ${date} ist nichts zu entscheiden:`,
    none: 'Noch ist nichts zu entscheiden:',
    scale: (arm: string, budget: string) =>
      `„${arm}“ in Schritten an mehr Kunden ausrollen und einen Teil von ihnen ohne lassen, damit die Wirkung gemessen bleibt. Das Budget des Auftrags ist ${budget}.`,
    firstStep: (
      step: { arm: string; share: string; weeks: string; customers: string },
      held: string,
      cost: string,
      section: string,
    ) =>
      `„${step.arm}“ ${step.weeks} Wochen lang an ${step.share} derer geben, die kommen (etwa ${step.customers} Kunden), ${held} von ihnen zum Weitermessen ohne lassen und ${cost} bewilligen. Danach berichten wir; die Regel für das Weitergehen steht unter „${section}“.`,
    extendUntil: (had: string, needed: string) =>
      `den Piloten von ${had} auf etwa ${needed} Kunden weiterlaufen lassen oder ihn beenden in dem Wissen, dass er es nicht sagen konnte. Um ein Ausrollen wird nicht gebeten.`,
    extend:
      'den Piloten weiterlaufen lassen, bis er die Kunden hat, die sein Plan verlangt, oder ihn beenden in dem Wissen, dass er es nicht sagen konnte. Um ein Ausrollen wird nicht gebeten.',
    stop: (arm: string) =>
      `„${arm}“ in dieser Form nicht ausrollen. Was Kunden sagten und was stattdessen zu versuchen ist, steht auf den folgenden Seiten.`,
    invalid:
      'diese Zahlen nicht verwenden. Bewilligen, dass die Teilung in Arme in Ordnung gebracht und der Pilot wiederholt wird.',
    unsealed: 'zuerst muss der Plan versiegelt werden, und danach der Lift angesehen.',
    interim: 'dies ist ein Zwischenblick, zur Kenntnis.',
  },
  foot: {
    sealed: (date: string) => `Plan versiegelt ${date}`,
    unsealed: 'Plan nicht versiegelt',
    looks: (n: string, count: number) => (count === 1 ? '1 Blick' : `${n} Blicke`),
    amendments: (n: string, count: number) =>
      count === 0 ? 'kein Nachtrag' : count === 1 ? '1 Nachtrag' : `${n} Nachträge`,
    fingerprint: (short: string) => `Fingerabdruck der Daten ${short}`,
  },
};

const rangeRight = {
  fixed: 'für einen Blick zur vereinbarten Zeit',
  'always-valid': 'wie oft man auch hinsieht',
  planned: 'über alle geplanten Blicke zusammen',
};
