import { capital } from './case.ts';

/** What a look at the lift says, on screen, on the command line and in the report. Figures come finished. */
export const lift = {
  /** What a treatment is called in a sentence. The article of a German noun is not known here, so that all are quoted. */
  arm: { described: (arm: string) => `„${arm}“`, named: (arm: string) => `„${arm}“` },
  headline: {
    more: (arm: string, size: string, name: string) => `${arm} brachte ${size} mehr von je 100 Kunden: ${name}.`,
    fewer: (arm: string, size: string, name: string) => `${arm} brachte ${size} weniger von je 100 Kunden: ${name}.`,
    rose: (arm: string, metric: string, change: string, from: string, to: string) =>
      `Mit ${arm} stieg diese Kennzahl um ${unsigned(change)}, von ${from} auf ${to}: ${metric}.`,
    fell: (arm: string, metric: string, change: string, from: string, to: string) =>
      `Mit ${arm} sank diese Kennzahl um ${unsigned(change)}, von ${from} auf ${to}: ${metric}.`,
    otherwise: {
      more: (arm: string, size: string, name: string) =>
        `Mit ${arm} waren es ${size} mehr von je 100 Kunden, doch nicht der Zufall zog die Arme: ${name}.`,
      fewer: (arm: string, size: string, name: string) =>
        `Mit ${arm} waren es ${size} weniger von je 100 Kunden, doch nicht der Zufall zog die Arme: ${name}.`,
      higher: (arm: string, metric: string, change: string, from: string, to: string) =>
        `Mit ${arm} lag diese Kennzahl um ${unsigned(change)} höher, ${to} gegen ${from}, doch nicht der Zufall zog die Arme: ${metric}.`,
      lower: (arm: string, metric: string, change: string, from: string, to: string) =>
        `Mit ${arm} lag diese Kennzahl um ${unsigned(change)} niedriger, ${to} gegen ${from}, doch nicht der Zufall zog die Arme: ${metric}.`,
    },
    unclear: (arm: string, metric: string) =>
      `Diese Daten können nicht sagen, ob ${arm} hieran etwas ändert: ${metric}.`,
    withheld: (metric: string) => `Es ist zu früh, hierüber etwas zu sagen: ${metric}.`,
    invalid: 'Der Vergleich ist fehlerhaft, daher lässt sich nichts schließen.',
    nothing: 'Es gibt noch nichts zu vergleichen.',
    waiting: (date: string) => `Vor dem ersten geplanten Blick am ${date} wird nichts gezeigt.`,
  },
  range: {
    shown: (range: string, timesIn20: string, customers: string) =>
      `Der wahre Unterschied liegt im Bereich ${range}, nach einem Verfahren, das ${timesIn20} richtig liegt. ${counted(customers)} ausgewertet.`,
    always: (range: string, customers: string) =>
      `Der wahre Unterschied liegt im Bereich ${range}, nach einem Verfahren, das richtig bleibt, wie oft man auch hinsieht. ${counted(customers)} ausgewertet.`,
    planned: (range: string, look: string, of: string, customers: string) =>
      `Der wahre Unterschied liegt im Bereich ${range}, nach der Grenze des geplanten Blicks ${look} von ${of}. ${counted(customers)} ausgewertet.`,
    withheld: (customers: string) =>
      `${counted(customers)} ausgewertet; bei so wenigen würde ein Bereich in die Irre führen.`,
  },
  right: (level: number) =>
    Math.abs(level - 0.95) < 1e-9
      ? 'in 19 von 20 Fällen'
      : `in ${String(+(level * 100).toFixed(2)).replace('.', ',')} von 100 Fällen`,
  sentence: {
    withheld: (metric: string, control: string, treatment: string, reason: string) =>
      `${capital(metric)}: ${treatment} damit, ${control} ohne. ${reason}`,
    nobody: (metric: string, reason: string) => `${capital(metric)}: ${reason}`,
    shown: (
      metric: string,
      control: string,
      treatment: string,
      change: string,
      range: string,
      lift: string,
      liftRange: string,
    ) =>
      `${capital(metric)}: ${treatment} damit, ${control} ohne; Unterschied ${change} (${range}), Lift ${lift} (${liftRange}).`,
    unclear: 'Der Bereich enthält Gewinn und Verlust: diese Daten können nicht sagen, was es ist.',
    better: 'Der ganze Bereich liegt auf der besseren Seite.',
    worse: 'Der ganze Bereich liegt auf der schlechteren Seite.',
    withinMargin: (margin: string) => `Gezeigt: nicht schlechter als der Spielraum (${margin}).`,
    notWithinMargin: (margin: string) => `Nicht gezeigt, dass der Spielraum (${margin}) eingehalten wird.`,
    breached: (margin: string) => `Der ganze Bereich liegt jenseits des Spielraums (${margin}).`,
    unbounded: 'Der relative Lift hat keine Grenzen: die Kontrolle liegt zu nahe bei 0.',
    adjusted: (change: string, range: string) =>
      `Bereinigt um das, was vor dem Start bekannt war; unbereinigt beträgt der Unterschied ${change} (${range}).`,
    response: (control: string, treatment: string, bounds: string) =>
      `${control} der Kontrolle und ${treatment} mit Behandlung antworteten; was auch immer die anderen gesagt hätten, der Unterschied liegt im Bereich ${bounds}.`,
    capped: (cap: string, uncapped: string) =>
      `Werte sind bei ${cap} gekappt; ohne die Kappung beträgt der Unterschied ${uncapped}.`,
  },
  withheld: {
    'few-clusters': (have: string, need: string) =>
      `Das Intervall wird zurückgehalten: ein Arm hat ${have} Cluster, nötig sind ${need}.`,
    'few-conversions': (have: string, need: string) =>
      `Das Intervall wird zurückgehalten: im kleineren Arm ${have === '1' ? 'ist 1 Ereignis' : `sind ${have} Ereignisse`} zu erwarten, nötig sind ${need}.`,
    'few-non-conversions': (have: string, need: string) =>
      `Das Intervall wird zurückgehalten: im kleineren Arm ${have === '1' ? 'ist 1 Kunde' : `sind ${have} Kunden`} ohne Ereignis zu erwarten, nötig sind ${need}.`,
    'few-values': (have: string, need: string) =>
      `Das Intervall wird zurückgehalten: der kleinere Arm hat ${have} ${have === '1' ? 'Wert' : 'Werte'} ungleich 0, nötig sind ${need}.`,
    nobody: () => 'In einem Arm ist noch niemand, dessen Ergebnis bekannt ist.',
  },
  whenEnough: {
    date: (date: string) => `Beim bisherigen Tempo ist das etwa am ${date} zu erwarten.`,
    far: 'Beim bisherigen Tempo dauert das mehr als zehn Jahre.',
    more: (n: string) =>
      n === '1'
        ? 'Niemand Neues kommt hinzu: etwa 1 Kunde mehr im kleineren Arm wäre nötig.'
        : `Niemand Neues kommt hinzu: etwa ${n} Kunden mehr im kleineren Arm wären nötig.`,
  },
  because: {
    scale: (lift: string, threshold: string, guardrails: number) =>
      guardrails === 0
        ? `Der Lift von ${lift} erreicht die Schwelle von ${threshold}, und sein ganzes Intervall liegt auf der besseren Seite. Der Plan nennt keine Leitplanke.`
        : `Der Lift von ${lift} erreicht die Schwelle von ${threshold}, sein ganzes Intervall liegt auf der besseren Seite, und ${guardrails === 1 ? 'die Leitplanke bleibt in ihrem Spielraum' : `alle ${guardrails} Leitplanken bleiben in ihrem Spielraum`}.`,
    stopBelow: (best: string, threshold: string) =>
      `Selbst das beste Ende des Bereichs, ${best}, liegt unter der Schwelle von ${threshold}.`,
    stopWorse: 'Das ganze Intervall der Hauptkennzahl liegt auf der schlechteren Seite.',
    stopGuardrail: (metric: string) => `Diese Leitplanke ist über ihren Spielraum hinaus verletzt: ${metric}.`,
    extendBelow: (lift: string, threshold: string) =>
      `Die Schätzung von ${lift} liegt unter der Schwelle von ${threshold}, doch ein so großer Lift ist noch möglich.`,
    extendNoBase: (metric: string) =>
      `Die Kontrolle steht bei 0 (${metric}), daher gibt es keinen relativen Lift, der sich an der Schwelle messen ließe.`,
    extendExact: (p: string) =>
      `Es sind wenige Ereignisse zu erwarten, und Fishers exakter Test (${p}) bestätigt keinen Unterschied.`,
    extendCorrected: (p: string) =>
      `Es wurde mehrfach verglichen, und dafür korrigiert (${p}) kann dieser Unterschied Zufall sein.`,
    extendUnclear: (lift: string) =>
      `Der Lift von ${lift} kann Zufall sein: sein Intervall schließt keine Wirkung mit ein.`,
    extendGuardrail: (metric: string) =>
      `Von dieser Leitplanke ist noch nicht gezeigt, dass sie in ihrem Spielraum bleibt: ${metric}.`,
    extendWithheld: (metric: string) => `Zum Entscheiden sind hiervon zu wenige Ergebnisse bekannt: ${metric}.`,
    early: (date: string) => `Die versiegelte Regel entscheidet am ${date}; bis dahin läuft der Pilot weiter.`,
    decidesOn: (date: string) => `Die versiegelte Regel entscheidet am ${date}.`,
    firstLook: (date: string) => `Der erste geplante Blick ist am ${date}; bis dahin läuft der Pilot ungesehen weiter.`,
    nextLook: (date: string) => `Der nächste geplante Blick ist am ${date}.`,
    atPlannedLook: (look: string, of: string) =>
      `Die Grenze des geplanten Blicks ${look} von ${of} erlaubt, hier zu enden.`,
    weaker: 'Nicht der Zufall zog die Arme, daher ist all das ein schwächerer Beleg.',
    harmElsewhere: (arm: string, because: string) => `Nicht so ${arm}, das schadet: ${because}`,
    harmNow:
      'Das Intervall bleibt richtig, wie oft man auch hinsieht; wegen Schadens darf der Pilot sofort beendet werden.',
    invalid: (p: string) =>
      `Die Arme sind nicht so groß wie geplant (${p}): etwas anderes als der Zufall hat entschieden, wer in welchem Arm ist.`,
    notSealed: 'Der Plan ist nicht versiegelt, also gibt es keine Regel, die entscheiden könnte.',
  },
  check: {
    srmOk: (counts: string, p: string) => `Die Arme sind so groß wie geplant: ${counts}, ${p}.`,
    srmWarning: (counts: string, p: string) => `Die Arme weichen eher stark vom Plan ab: ${counts}, ${p}.`,
    srmFail: (counts: string, p: string) =>
      `Die Arme sind nicht so groß wie geplant: ${counts}, ${p}. Der Vergleich ist fehlerhaft.`,
    srmNone: (reason: string) => `Die Größe der Arme ließ sich nicht prüfen: ${reason}.`,
    clusters: (counts: string, trait: string) => `${counts} (gezählt nach ${trait})`,
    splitClusters: (n: string, trait: string) =>
      n === '1'
        ? `1 Cluster (${trait}) hat Kunden in mehr als einem Arm.`
        : `${n} Cluster (${trait}) haben Kunden in mehr als einem Arm.`,
    splitClustersNone: (trait: string) => `Alle eines Clusters (${trait}) sind im selben Arm.`,
    splitClustersTodo:
      'Klären, wer sie verschoben hat: der Plan gibt einem Cluster einen Arm, und nur dann gilt das Intervall.',
    srmTodo: 'Vor dem Lesen jeder Zahl klären, was Kunden in einen Arm gebracht oder aus ihm herausgenommen hat.',
    notSealed: 'Der Plan war nicht versiegelt, als der Lift angesehen wurde. Dieser Blick bleibt festgehalten.',
    notSealedTodo: 'Den Plan vor dem nächsten Blick versiegeln.',
    early: (date: string) =>
      `Dieser Blick kam vor dem ${date}, dem Tag, an dem der Plan entscheidet. Zahlen, in die früh gesehen wurde, wechseln öfter, als das Niveau sagt.`,
    beforeFirstLook: (date: string) => `Der erste geplante Blick ist am ${date}; vorher wird kein Ergebnis gezeigt.`,
    plannedLook: (look: string, of: string, date: string) =>
      `Dies sind die Zahlen des geplanten Blicks ${look} von ${of}, mit Daten bis ${date}.`,
    plannedBound: (information: string, z: string, spent: string) =>
      `${information} der geplanten Information liegen vor: die Grenze sind ${z} Standardfehler, und ${spent} der Fehlalarm-Wahrscheinlichkeit sind verbraucht.`,
    lastLook: 'Es war der letzte.',
    untilNextLook: (date: string) => `Der nächste ist am ${date}; dazwischen wird nichts gezeigt.`,
    undatedOutcomes: (names: string) =>
      `Diese Ergebnisse tragen kein Datum: ${names}. Sie stehen, wie der letzte Import sie hinterließ, nicht wie sie am Tag des Blicks waren.`,
    undatedOutcomesTodo: 'Solche Ergebnisse nur kurz vor einem geplanten Blick einlesen.',
    earlyTodo: 'Den Piloten nicht wegen dieses Blicks beenden.',
    twoArms: (n: string) =>
      n === '1'
        ? '1 Kunde wurde in mehr als einem Arm genannt und ist ausgelassen.'
        : `${n} Kunden wurden in mehr als einem Arm genannt; sie sind ausgelassen.`,
    twoArmsNone: 'Niemand steht in zwei Armen.',
    twoArmsTodo: 'Diese Kunden nachsehen: zwei Exporte widersprechen sich, oder zwei Menschen wurden verbunden.',
    contaminated: (n: string, of: string) =>
      `${n} von ${of} Kunden der Kontrolle ${n === '1' ? 'wurde trotzdem angesprochen und bleibt' : 'wurden trotzdem angesprochen; sie bleiben'} in der Kontrolle, daher ist der Lift zu klein angegeben.`,
    contaminatedNone: 'Kein Kunde der Kontrolle wurde angesprochen.',
    contaminatedTodo: 'Fragen, wer es gesendet hat, und dem Absender die Sperrliste vorlegen.',
    windowOpen: (n: string, metric: string) =>
      n === '1'
        ? `Bei 1 Kunden ist das Zeitfenster noch offen (${metric}); er zählt, sobald es sich schließt.`
        : `Bei ${n} Kunden ist das Zeitfenster noch offen (${metric}); sie zählen, sobald es sich schließt.`,
    windowOpenTodo:
      'Wieder hinsehen, wenn die Zeitfenster geschlossen sind, oder den Tag des Entscheids durch einen Nachtrag verschieben.',
    response: (metric: string, control: string, treatment: string) =>
      `${capital(metric)}: in der Kontrolle antworteten ${control}, mit der Behandlung ${treatment}.`,
    responseUneven: (metric: string, control: string, treatment: string, p: string) =>
      `${capital(metric)}: die Arme antworteten ungleich oft, in der Kontrolle ${control}, mit der Behandlung ${treatment} (${p}). Es kann sich geändert haben, wer antwortet, und nicht, was die Menschen denken.`,
    responseTodo:
      'Den Unterschied mit seinem Bereich für den schlechtesten Fall lesen, und die fragen, die nicht antworteten.',
    unhappy:
      'Kunden, die aufgenommen wurden, weil sie unzufrieden waren, erholen sich von allein: es zählt nur der Unterschied zur Kontrolle, nie nachher gegen vorher.',
    unhappyTodo: 'Keine Zahl eines einzelnen Arms als Erfolg zeigen.',
    missingEvenTodo:
      'Nichts, außer es ist bekannt, warum es fehlt: so weit würden die Arme auch durch Zufall abweichen.',
    missing: (metric: string, byArm: string) => `Das Ergebnis fehlt (${metric}): ${byArm}.`,
    missingUneven: (metric: string, byArm: string, p: string) =>
      `Das Ergebnis fehlt ungleich (${metric}): ${byArm} (${p}). Was fehlt, kann anders sein als das, was da ist.`,
    missingTodo: 'Klären, warum das Ergebnis fehlt, bevor dem Unterschied getraut wird.',
    reached: (share: string, arm: string) =>
      `${share} der Kunden in ${arm} wurden erreicht; gezählt werden alle (Auswertung nach Zuteilung).`,
    reachedTodo: 'Klären, was die anderen unerreicht ließ: wer nicht erreicht wird, lässt sich nicht bewegen.',
    small: (metric: string, reason: string) => `${capital(metric)}: ${reason}`,
    smallTodo: 'Weiter sammeln, oder hinnehmen, es nicht zu wissen.',
    srmPart: {
      day: (n: string) => (n === '1' ? 'an dem einen Tag, der groß genug ist' : `an jedem von ${n} Tagen`),
      source: (n: string) => (n === '1' ? 'in der einen Datei, die groß genug ist' : `in jeder von ${n} Dateien`),
      stratum: (n: string) => (n === '1' ? 'in der einen Schicht, die groß genug ist' : `in jeder von ${n} Schichten`),
    },
    srmPartsOk: (of: string) => `Die Arme sind so groß wie geplant ${of}.`,
    srmPartsWarning: (broken: string, of: string, worst: string, counts: string, p: string) =>
      `Die Arme sind nicht so groß wie geplant ${of}: ${broken === '1' ? '1 fällt auf,' : `${broken} fallen auf, am meisten`} ${worst} mit ${counts} (${p}, korrigiert).`,
    srmPartsTodo:
      'Klären, was dort anders war: ein misslungener Versand, eine unvollständige Datei, eine geänderte Regel.',
    balanced: (n: string, smd: string) =>
      `Die Arme glichen sich vor dem Start: der größte standardisierte Unterschied ist ${smd}, von ${n} angesehenen.`,
    unbalanced: (what: string, smd: string, p: string) =>
      `Die Arme unterschieden sich schon vor dem Start (${what}): ein standardisierter Unterschied von ${smd} (${p}, korrigiert).`,
    unbalancedSeen: (what: string, smd: string) =>
      `Die Arme unterschieden sich schon vor dem Start (${what}): ein standardisierter Unterschied von ${smd}.`,
    unbalancedChance: 'In Armen dieser Größe tut das der Zufall allein.',
    unbalancedTodo: 'Klären, wie Kunden in ihre Arme kamen, bevor dem Unterschied getraut wird.',
    beforeStart: (metric: string, days: string, shares: string) =>
      `${inDays(days)} vor dem Start glichen sich die Arme (${metric}: ${shares}); nichts davon ist mitgezählt.`,
    beforeStartSeen: (metric: string, days: string, shares: string) =>
      `${inDays(days)} vor dem Start (${metric}): ${shares}; nichts davon ist mitgezählt.`,
    untold: 'Die Cluster sind zu wenige oder einander zu gleich, um zu sagen, ob das mehr als Zufall ist.',
    beforeStartUneven: (metric: string, days: string, shares: string, p: string) =>
      `${inDays(days)} vor dem Start, als noch nichts geschehen war, unterschieden sich die Arme (${metric}): ${shares} (${p}).`,
    beforeStartTodo: 'Die Daten des Exports, seine Zeitzone und die Ziehung der Arme prüfen.',
    noOutlier: (metric: string) => `Kein einzelner Kunde trägt dieses Ergebnis: ${metric}.`,
    outlier: (metric: string, arm: string, value: string, range: string) =>
      `${capital(metric)}: das Ergebnis hängt an einem Kunden. Ohne den größten von ${arm} (${value}) ist der Bereich ${range} und der Schluss ein anderer.`,
    outlierTodo: 'Diesen Kunden nachsehen; eine Kappung im Plan verhindert, dass eine Bestellung entscheidet.',
    oneCurrency: (metric: string, currency: string) => `Alle Beträge sind in ${currency} (${metric}).`,
    currencies: (metric: string, currencies: string) =>
      `Beträge stehen in mehreren Währungen (${metric}: ${currencies}) und wurden zusammengezählt, als wären sie eine.`,
    currenciesTodo: 'Jede Währung umgerechnet als eigene Quelle einlesen, bevor diese Kennzahl gelesen wird.',
    undated: (names: string) =>
      `Merkmale tragen kein Datum: es wird angenommen, dass sie vor dem Start bekannt waren und sich mit ihm nicht änderten (${names}).`,
    stands: (n: string) =>
      n === '1'
        ? 'Der Schluss hält unter einer anderen Wahl stand (1 versucht).'
        : `Der Schluss hält unter anderen Wahlen stand (${n} versucht).`,
    turned: (names: string) => `Der Schluss wäre ein anderer: ${names}.`,
    turnedIn: (name: string, arm: string) => `${name} (in ${arm})`,
    turnedTodo: 'Es sagen, wo immer das Ergebnis gezeigt wird, und entscheiden, ob jene Wahl die bessere ist.',
    notAdjusted: {
      'few-conversions': (metric: string) =>
        `${capital(metric)}: nicht bereinigt um das, was vor dem Start bekannt war; dazu braucht der kleinere Arm 10 Ereignisse und 10 Kunden ohne.`,
      'not-possible': (metric: string) =>
        `${capital(metric)}: nicht bereinigt; nichts vor dem Start Bekanntes unterscheidet die Kunden.`,
    },
    notRandom:
      'Etwas anderes als der Zufall brachte Kunden in ihre Arme: was sie unterschied, kann den Unterschied erklären. Das ist ein schwächerer Beleg als eine Ziehung.',
    notRandomTodo:
      'Die Änderung seit der Zeit vor dem Start daneben lesen, und die Arme des nächsten Piloten den Zufall ziehen lassen.',
    shuffled: (metric: string, p: string, welch: string) =>
      `Kunden zwischen den Armen zu mischen, sagt dasselbe wie der Test (${metric}: ${p} durch Mischen, ${welch} durch den Test).`,
    shuffledOther: (metric: string, p: string, welch: string) =>
      `Der Unterschied stützt sich auf die Form seines Endes (${metric}): Kunden zwischen den Armen zu mischen ergibt ${p}, der Test ${welch}.`,
    shuffledTodo:
      'Nicht allein nach dieser Kennzahl entscheiden; eine Kappung im Plan oder mehr Kunden machen sie fester.',
    noAnchor: (n: string, metric: string) =>
      n === '1'
        ? `1 Kunde hat kein Datum, ab dem das Zeitfenster laufen könnte (${metric}), und ist ausgelassen.`
        : `${n} Kunden haben kein Datum, ab dem das Zeitfenster laufen könnte (${metric}); sie sind ausgelassen.`,
    noAnchorTodo: 'Die Spalte zuordnen, die die Zeile datiert, in der der Arm steht.',
  },
  sensitivity: {
    uncapped: (cap: string) => `ohne die Kappung bei ${cap}`,
    unadjusted: 'nicht bereinigt um das, was vorher bekannt war',
    compliers: 'für die Erreichten',
    changes:
      'nach der Änderung jedes Kunden seit ebenso lange vor dem Start (Differenz der Differenzen, schwächerer Beleg)',
    identity: (mode: 'strict' | 'loose', differ: string) =>
      `mit ${mode === 'strict' ? 'streng' : 'großzügig'} verbundenen Schlüsseln (${differ === '0' ? 'niemand ist anders' : differ === '1' ? '1 Mensch ist anders' : `${differ} Menschen sind anders`})`,
    withoutEvent: (note: string, days: string) => `ohne die Kunden, die „${note}“ (${days}) berührte`,
    sentence: (name: string, change: string, range: string, turns: string) =>
      `${capital(name)} beträgt der Unterschied ${change} (${range}): ${turns}.`,
    withheld: (name: string) => `${capital(name)} bleiben zu wenige, um etwas zu sagen.`,
    ofArm: (arm: string, sentence: string) => `In ${arm}: ${sentence}`,
    same: 'derselbe Schluss',
    turns: 'ein anderer Schluss',
  },
  segments: {
    group: { other: 'andere', unknown: 'unbekannt', upTo: 'bis', to: 'bis', above: 'über' },
    few: (trait: string) => `Nach ${trait} sind in den Gruppen zu wenige Kunden für einen Vergleich.`,
    alike: (trait: string, p: string) =>
      `Diese Daten zeigen nicht, dass sich der Lift nach ${trait} unterscheidet (${p}); die einzelnen Gruppen als Zufall lesen.`,
    differ: (
      trait: string,
      least: { label: string; change: string },
      most: { label: string; change: string },
      p: string,
      kind: 'planned' | 'exploratory',
    ) =>
      `Der Lift unterscheidet sich nach ${trait} (${p}): zum Mittel hin gezogen von ${least.change} bei „${least.label}“ bis ${most.change} bei „${most.label}“. ${kind === 'planned' ? 'Der Plan hatte das vorher benannt.' : 'Niemand hatte vorher danach gefragt: es ist ein Einfall für den nächsten Piloten.'}`,
  },
  outside: {
    excluded: (reason: string) => `ausgenommen: ${reason}`,
    'not-in-population': 'nicht in der Zielgruppe des Plans',
    'no-arm': 'in keinem Arm',
    'unknown-arm': 'in einem Arm, den der Plan nicht kennt',
    'two-arms': 'in mehr als einem Arm',
    holdout: 'aus allem herausgehalten',
    'window-open': 'Zeitfenster noch nicht geschlossen',
    missing: 'Ergebnis fehlt',
    'no-anchor': 'kein Datum, ab dem das Zeitfenster laufen könnte',
  },
  formula: {
    conversion:
      'Anteil = Kunden mit dem Ereignis ÷ Kunden des Arms; Lift = Behandlung − Kontrolle, und (Behandlung − Kontrolle) ÷ Kontrolle',
    count: 'mittlere Zahl der Ereignisse je Kunde; Kunden ohne eines zählen als 0',
    sum: 'mittlere Summe je Kunde; Kunden ohne Betrag zählen als 0',
    mean: 'Mittel der Werte der Kunden; Kunden ohne Wert sind ausgelassen',
    ratio: 'Summe des einen über alle Kunden ÷ Summe des anderen',
    nps: 'Anteil der Promotoren (9, 10) − Anteil der Detraktoren (0 bis 6), in Punkten',
  },
};

function counted(n: string): string {
  return n === '1' ? '1 Kunde' : `${n} Kunden`;
}

function inDays(days: string): string {
  return days === '1' ? 'Am Tag' : `In den ${days} Tagen`;
}

function unsigned(change: string): string {
  return change.replace(/^[+−-]\s?/, '');
}
