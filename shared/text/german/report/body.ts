import { capital } from '../case.ts';

/** What the sections behind page one say. */

export const charter = {
  painPoint: 'Schmerzpunkt',
  promise: 'Versprechen',
  hypothesis: 'Hypothese',
  intervention: 'Maßnahme',
  owner: 'Leitung',
  sponsor: 'Sponsor',
  threshold: 'Schwelle zum Erfolg',
  thresholdText: (lift: string) => `ein Lift der Hauptkennzahl von mindestens ${lift}`,
  budget: 'Budget',
  decideBy: 'Entscheid bis',
  convincedBy: 'Was überzeugen würde',
  notStated: 'nicht angegeben',
};

export const flow = {
  title: (analysed: string, eligible: string) => `${analysed} Kunden ausgewertet von ${eligible} geeigneten`,
  caption: 'Von den Zeilen der Exporte zu den ausgewerteten Kunden, nach dem CONSORT-Diagramm.',
  table: 'Fluss der Teilnehmer',
  stage: 'Stufe',
  all: 'Alle',
  notRecorded: 'nicht erfasst',
  armAlt: (arm: string, stages: readonly string[]) => `${arm}: ${stages.join(', ')}.`,
  boxAlt: (box: string, n: string, lost: readonly string[]) =>
    lost.length === 0 ? `${box}: ${n}.` : `${box}: ${n}; danach verloren: ${lost.join(', ')}.`,
  lostAlt: (what: string, n: string) => `${what}: ${n}`,
  rowsRead: 'Zeilen der Exporte',
  duplicates: 'doppelte Zeilen',
  quarantined: 'unlesbare Zeilen',
  inNoArm: 'in mehr als einem Arm oder noch in keinem',
  lost: 'verloren',
  losses: 'Ausgelassen, mit dem Grund',
  reason: 'Grund',
  customers: 'Kunden',
  noLosses: 'Niemand, der zugeteilt war, wurde ausgelassen.',
  asAssigned:
    'Kunden werden verglichen, wie sie zugeteilt wurden, ob die Maßnahme sie erreichte oder nicht. Kunden der Kontrolle, die angesprochen wurden, bleiben in der Kontrolle.',
};

export const intervention = {
  why: 'Warum',
  what: 'Was',
  link: 'Link',
  how: 'Über',
  who: 'Durch wen',
  when: 'Wann',
  whenText: (hours: string) => `innerhalb von ${hours === '1' ? '1 Stunde' : `${hours} Stunden`} nach dem Auslöser`,
  howMuch: 'Wie oft',
  oncePerCustomer: 'einmal je Kunde, nach dem ersten Auslöser',
  oncePerSend: 'wie das sendende Werkzeug es sandte; der Plan nennt keine Grenze',
  cost: 'Kosten',
  costContact: (money: string) => `${money} je Kontakt`,
  costOffer: (money: string) => `${money} je Angebot`,
  reached: 'Was bei ihnen ankam',
  reachedText: (n: string, of: string, share: string) => `${n} von ${of} zugeteilten Kunden (${share})`,
  reachedBy: (activity: string) => `als erreicht zählt: eine Aktivität „${activity}“`,
  changed: 'Unterwegs geändert',
  unchanged: 'nichts',
  changedText: (n: string) => `Nachträge zum Plan: ${n}, aufgeführt unter „Der Plan, sein Siegel und die Blicke“`,
  notStated: 'im Plan nicht angegeben',
  control: (arm: string) => `„${arm}“ bekam nichts Neues. Damit werden die anderen verglichen.`,
};

export const plan = {
  hypothesis: 'Hypothese',
  population: 'Wer dabei ist',
  arms: 'Arme',
  armText: (arm: string, share: string) => `${arm} ${share}`,
  allocation: 'Zugeteilt',
  allocationText: {
    stratified: (seed: string) => `hier, durch Zufall, Startwert ${seed}; ein anderer Rechner zieht dieselben Arme`,
    strata: (seed: string, strata: string) =>
      `hier, durch Zufall innerhalb von ${strata}, Startwert ${seed}; ein anderer Rechner zieht dieselben Arme`,
    hash: (seed: string) => `hier, durch einen Hash des Schlüssels des Kunden, Startwert ${seed}`,
    imported: (values: string) => `durch das sendende Werkzeug, aus den Daten gelesen: ${values}`,
  },
  holdout: (share: string) =>
    `(zuvor werden ${share} der geeigneten Kunden, nach einem Hash ihres Schlüssels, aus allem herausgehalten)`,
  importedValue: (value: string, arm: string) => `„${value}“ ist ${arm}`,
  level: 'Konfidenz',
  levelText: (level: string, sides: number) => `${level}, ${sides === 1 ? 'einseitig' : 'zweiseitig'}`,
  peeking: 'Früh hinsehen',
  peekingText: {
    'always-valid': 'jederzeit erlaubt: die Intervalle bleiben richtig, wie oft man auch hinsieht',
    planned: 'nur an den im Plan genannten Tagen',
    none: 'nicht vorgesehen: die Intervalle sind richtig für einen Blick, am Ende',
  },
  correction: 'Mehrere Kennzahlen oder Arme',
  correctionText: {
    none: 'keine Korrektur',
    holm: 'Korrektur nach Holm',
    bh: 'Korrektur nach Benjamini und Hochberg',
  },
  covariates: 'Bereinigt um',
  segments: 'Für wen es anders sein mag',
  otherwise: 'Nicht der Zufall zog die Arme: ein schwächerer Beleg.',
  cluster: (trait: string) => `Kunden mit gleichem „${trait}“ sind im selben Arm.`,
  ruleOneSided: (metric: string, lift: string, guardrails: number) =>
    guardrails === 0
      ? `Ausrollen, wenn das Intervall von „${metric}“ ganz auf der besseren Seite der Null liegt und sein Lift ${lift} erreicht. Der Plan fragt nur nach der besseren Seite, daher beendet ihn nichts. Sonst verlängern.`
      : `Ausrollen, wenn das Intervall von „${metric}“ ganz auf der besseren Seite der Null liegt, sein Lift ${lift} erreicht und von ${guardrails === 1 ? 'der' : 'jeder'} Leitplanke gezeigt ist, dass sie in ihrem Spielraum bleibt. Beenden nur, wenn ${guardrails === 1 ? 'die' : 'eine'} Leitplanke gebrochen ist: der Plan fragt nur nach der besseren Seite. Sonst verlängern.`,
  rule: 'Regel des Entscheids',
  ruleText: (metric: string, lift: string, guardrails: number) =>
    guardrails === 0
      ? `Ausrollen, wenn das Intervall von „${metric}“ ganz auf der besseren Seite der Null liegt und sein Lift ${lift} erreicht. Beenden, wenn der Lift ${lift} nicht mehr erreichen kann oder das Intervall ganz auf der schlechteren Seite liegt. Sonst verlängern.`
      : `Ausrollen, wenn das Intervall von „${metric}“ ganz auf der besseren Seite der Null liegt, sein Lift ${lift} erreicht und von ${guardrails === 1 ? 'der' : 'jeder'} Leitplanke gezeigt ist, dass sie in ihrem Spielraum bleibt. Beenden, wenn der Lift ${lift} nicht mehr erreichen kann, das Intervall ganz auf der schlechteren Seite liegt oder ${guardrails === 1 ? 'die' : 'eine'} Leitplanke gebrochen ist. Sonst verlängern.`,
  decideBy: 'Entschieden am',
  metrics: 'Geplante Kennzahlen',
  metricColumns: { name: 'Kennzahl', measure: 'Gemessen als', window: 'Zeitfenster', better: 'Ziel' },
  margin: (better: string, margin: string) => `${better}, Spielraum ${margin}`,
  cap: (amount: string) => `Werte über ${amount} zählen als ${amount}`,
  capPercentile: (percentile: string) => `Werte über dem Perzentil ${percentile} sind gekappt`,
  seal: 'Siegel',
  sealedText: (date: string) =>
    `Der Plan wurde am ${date} versiegelt, vor diesem Blick. SHA-256 seiner Form nach RFC 8785:`,
  unsealedText: 'Der Plan war nicht versiegelt: nichts belegt, dass er feststand, bevor die Zahlen zu sehen waren.',
  fingerprint: 'Fingerabdruck der Daten',
  amendments: 'Nachträge',
  noAmendments: 'Der Plan wurde nach dem Versiegeln nicht geändert.',
  amendmentColumns: { at: 'Wann', why: 'Warum', sha: 'SHA-256 seither' },
  looks: 'Blicke auf den Lift',
  lookColumns: { at: 'Wann', asOf: 'Daten bis', verdict: 'Urteil', sealed: 'Plan' },
  sealed: 'versiegelt',
  notSealed: 'nicht versiegelt',
  noLooks: 'Es wurde kein Blick festgehalten.',
  earlierLooks: (n: string) => `Frühere, hier nicht aufgeführte Blicke: ${n}. Der JSON-Bericht führt alle auf.`,
};

/** A population in words. */
export const population = {
  everyone: 'alle in den Daten',
  trigger: (activity: string) => `Kunden mit einer Aktivität „${activity}“`,
  unless: (activity: string, hours: string) =>
    `außer wenn „${activity}“ innerhalb von ${hours === '1' ? '1 Stunde' : `${hours} Stunden`} folgt`,
  where: (condition: string) => `bei denen gilt: ${condition}`,
  all: (conditions: readonly string[]) => conditions.join(' und '),
  any: (conditions: readonly string[]) => `(${conditions.join(' oder ')})`,
  none: (conditions: readonly string[]) => `nicht (${conditions.join(' oder ')})`,
  keptOut: (exclusions: string) => `Ausgenommen: ${exclusions}`,
  exclusion: (reason: string, condition: string) => `${reason} (${condition})`,
  is: (trait: string, value: string) => `${trait} ist ${value}`,
  in: (trait: string, values: string) => `${trait} ist eines von ${values}`,
  atLeast: (trait: string, value: string) => `${trait} ist mindestens ${value}`,
  atMost: (trait: string, value: string) => `${trait} ist höchstens ${value}`,
  known: (trait: string) => `${trait} ist bekannt`,
  activity: (activity: string) => `es gibt eine Aktivität „${activity}“`,
  activityAtLeast: (n: string, activity: string) => `es gibt mindestens ${n} Aktivitäten „${activity}“`,
  activityAtMost: (n: string, activity: string) => `es gibt höchstens ${n} Aktivitäten „${activity}“`,
  daysBefore: (days: string) => ` in den ${days} Tagen davor`,
};

/** Where a metric's values come from, in words. */
export const measure = {
  activity: (activity: string) => `Aktivität „${activity}“`,
  field: (field: string, activity: string) => `${field} der Aktivität „${activity}“`,
  trait: (trait: string) => `Merkmal „${trait}“`,
  score: (question: string) => `Bewertung „${question}“`,
  per: (of: string, per: string) => `${of}, je ${per}`,
};

export const checks = {
  intro: (passed: string, all: string) => `${passed} von ${all} Prüfungen ohne Anmerkung bestanden.`,
  caption: 'Prüfungen',
  columns: { severity: 'Befund', sentence: 'Was geprüft und gefunden wurde', p: 'p' },
  todo: (todo: string) => `Zu tun: ${todo}`,
  none: 'Es wurde keine Prüfung ausgeführt.',
};

export const results = {
  intro: 'Jede im Plan genannte Kennzahl steht hier, was auch immer sie zeigte.',
  caption: 'Ergebnisse, Unterschied und Lift gegen Kontrolle',
  columns: {
    metric: 'Kennzahl',
    control: 'Kontrolle',
    treatment: 'Behandlung',
    change: 'Unterschied',
    lift: 'Lift',
    interval: (level: string) => `${level}-Intervall`,
    drawn: 'Gezeichnet',
  },
  /** How several levels share one column. */
  anyInterval: 'Intervall des Lifts',
  against: (metric: string, arm: string) => `${metric}: ${arm} gegen Kontrolle`,
  brokenTitle: 'Die Arme sind nicht vergleichbar',
  broken:
    'Die Zahlen unten sind gezählt wie gemessen. Kein Unterschied, kein Lift und kein Intervall darunter sagt, was die Maßnahme bewirkt hat.',
  asMeasured: (metric: string, treatment: string, control: string) =>
    `${metric}, wie gemessen: ${treatment} damit, ${control} ohne. Das sagt nichts über eine Wirkung.`,
  withheld: 'zurückgehalten',
  withheldText: (reason: string) => `Es wird kein Intervall angegeben: ${reason}`,
  drawn: (range: string) => `Intervall ${range}`,
  within: (margin: string) => `im Spielraum (${margin})`,
  notWithin: (margin: string) => `nicht gezeigt, dass der Spielraum (${margin}) eingehalten wird`,
  armsCaption: (metric: string, arm: string) => `${metric}, ${arm}: die Zählung`,
  armColumns: {
    arm: 'Arm',
    n: 'Kunden',
    x: 'Mit Ereignis',
    xAbove: 'Über null',
    mean: 'Mittel',
    rate: 'Anteil',
    sd: 'Standardabweichung',
    missing: 'Ohne Wert',
  },
  absolute: 'Unterschied',
  relative: 'Lift',
  absoluteOnce: 'Unterschied, ein Blick',
  relativeOnce: 'Lift, ein Blick',
  fixed: (estimate: string, range: string, level: string) =>
    `${estimate}, ${level}-Intervall ${range} (richtig für einen Blick)`,
  alwaysValid: (estimate: string, range: string, level: string) =>
    `${estimate}, ${level}-Intervall ${range} (richtig, wie oft man auch hinsieht)`,
  planned: (estimate: string, range: string, level: string) =>
    `${estimate}, ${level}-Intervall ${range} (richtig über alle geplanten Blicke zusammen)`,
  bound: 'Grenze dieses Blicks',
  boundText: (z: string, information: string, spent: string) =>
    `${z} Standardfehler bei ${information} der geplanten Information; ${spent} der Fehlalarm-Wahrscheinlichkeit sind bis jetzt verbraucht`,
  p: 'p-Wert',
  pText: (p: string) => `${p}: wie oft der Zufall allein mindestens diesen Unterschied zeigen würde, für einen Blick`,
  pAdjusted: 'p-Wert, korrigiert',
  pExact: 'p-Wert, exakt',
  pExactText: (p: string) => `${p}: Fishers exakter Test, neben dem anderen, weil wenige Ereignisse zu erwarten sind`,
  unbounded:
    'Die Kontrolle liegt zu nahe bei null, als dass der Lift auf einer Seite ein Ende hätte; der Unterschied ist die sicherere Zahl.',
  uncapped: (cap: string) => `Ohne die Kappung bei ${cap}`,
  belief: 'Als Überzeugung',
  beliefText: (chance: string, withIt: string, without: string, prior: string) =>
    `${chance}, dass die Behandlung besser ist; sie zu wählen verliert im Mittel ${withIt}, die Kontrolle zu wählen ${without}. ${prior}; kein Teil des Urteils.`,
  prior: {
    rate: 'Vorannahme: jeder Anteil beider Arme gleich wahrscheinlich, Beta(1, 1)',
    effect: 'Vorannahme: jeder Unterschied gleich wahrscheinlich (flach), in Normalnäherung',
  },
  method: 'Verfahren',
  formula: 'Formel',
};

export const segments = {
  invalid: 'Der Vergleich ist fehlerhaft, daher wird nichts nach Gruppen unterschieden.',
  none: 'Der Plan nennt keine Gruppen, nach denen der Lift zu unterscheiden wäre, und gebraucht kein Merkmal, das sich erkunden ließe.',
  intro:
    'Kleine Gruppen zeigen durch Zufall große Lifts. Es entscheidet der Lift aller; der eigene Lift einer Gruppe ist am besten durch den zum Mittel gezogenen vorhergesagt.',
  by: (trait: string) => `Nach ${trait}`,
  kind: { planned: 'geplant', exploratory: 'erkundend' },
  caption: (trait: string, metric: string) => `${metric} nach ${trait}`,
  few: 'zu wenige',
  columns: { n: 'Kunden', change: 'Änderung', range: 'Intervall', shrunken: 'Zum Mittel gezogen' },
};

export const sensitivity = {
  invalid: 'An einem fehlerhaften Vergleich lohnt sich keine Variation.',
  none: 'Keine andere Wahl stand offen: niemand blieb unerreicht, nichts wurde gekappt oder bereinigt, und auf der Zeitleiste ist kein Ereignis vermerkt.',
  stands: 'Jede Wahl unten wurde anders getroffen. Keine davon wendet den Schluss.',
  turns: (choices: string) =>
    `Jede Wahl unten wurde anders getroffen. Der Schluss wäre ein anderer (${choices}): es sagen, wo immer das Ergebnis gezeigt wird.`,
  turning: (name: string, arm: string | null) => (arm === null ? name : `${name}, in ${arm}`),
  caption: (metric: string) => `${metric}: der entscheidende Vergleich unter anderen Wahlen`,
  columns: {
    arm: 'Behandlung',
    choice: 'Wahl',
    change: 'Unterschied',
    range: 'Intervall',
    drawn: 'Gezeichnet',
    conclusion: 'Schluss',
  },
  asPlanned: 'wie geplant',
  choice: (name: string) => capital(name),
  theOne: 'der, der zählt',
  same: 'derselbe',
  another: 'ein anderer',
  tooFew: 'zu wenige übrig, um etwas zu sagen',
};

export const course = {
  none: 'Der Lift hat keinen Verlauf: die Ergebnisse tragen kein Datum, oder die Zeit zu weniger Kunden ist um.',
  intro:
    'Jeder Punkt zählt nur die Kunden, deren Zeit bis dahin um war. Ein Bild, das wandert, lehrt Geduld, kein neues Urteil.',
};

export const sources = {
  caption: 'Exporte, und was aus ihren Zeilen wurde',
  intro: 'Für jeden Export gilt: gelesene Zeilen = behalten + doppelt + in Quarantäne.',
  columns: {
    file: 'Export',
    kind: 'Enthält',
    importedAt: 'Eingelesen',
    rowsRead: 'Gelesene Zeilen',
    kept: 'Behalten',
    duplicates: 'Doppelt',
    quarantined: 'In Quarantäne',
  },
  all: 'Alle',
  kinds: { activities: 'Aktivitäten', traits: 'Merkmale', feedback: 'Rückmeldungen' },
  quarantine: 'Warum Zeilen in Quarantäne kamen',
  reason: 'Grund',
  rows: 'Zeilen',
  none: 'Es wurde nichts eingelesen.',
};

export const limits = {
  notReached: 'Der Lift ist der des Anbietens an alle Zugeteilten, ob erreicht oder nicht.',
  others: 'Er gilt für Kunden wie diese, zu einer Zeit wie dieser. Andere wurden nicht gemessen.',
  chance: (right: string) =>
    `Das Verfahren hinter den Intervallen liegt ${right} richtig; dieser Pilot kann einer der anderen sein.`,
  secondary:
    'Nebenkennzahlen geben Hinweise. Nur die Hauptkennzahl und die Leitplanken haben die Macht zu entscheiden.',
  imported:
    'Die Teilung geschah anderswo. Dass der Zufall sie machte, ist an den Größen der Arme geprüft, nicht bewiesen.',
  missing: (n: string) => `Kunden ohne Wert in der Hauptkennzahl: ${n}. Sie können sich von den anderen unterscheiden.`,
  withheld:
    'Wo ein Intervall zurückgehalten wird, können die Daten eine gute Wirkung noch nicht von keiner oder von Schaden unterscheiden.',
  early: 'Dies ist ein Zwischenblick: früh gesehene Lifts werden meist kleiner.',
  picked:
    'Ein Lift, der gut genug war, um gewählt zu werden, ist im Mittel ein wenig zu gut. Beim Ausrollen ist etwas weniger zu erwarten.',
  regression:
    'Kunden, die gewählt wurden, weil sie unzufrieden waren oder nicht mehr kauften, erholen sich von allein. Es zählt nur der Unterschied zur Kontrolle, nie die Änderung eines Arms mit der Zeit.',
  answers:
    'Antworten einer Umfrage stammen von denen, die antworten. Wo die Arme ungleich oft antworten, unterscheiden sich ihre Antworten schon deshalb.',
  novelty: 'Wie lange die Wirkung anhält, wurde nicht gemessen: was neu ist, kann sich abnutzen.',
};

export const recompute = {
  intro: (metric: string, arm: string) =>
    `Allein mit diesen Zahlen lässt sich die Überschrift nachrechnen: ${metric}, ${arm} gegen Kontrolle.`,
  rate: (x: string, n: string, rate: string) => `${x} von ${n} Kunden: ${rate}`,
  mean: (n: string, mean: string, sd: string) => `${n} Kunden, Mittel ${mean}, Standardabweichung ${sd}`,
  difference: (treatment: string, control: string, difference: string) => `${treatment} − ${control} = ${difference}`,
  relative: (difference: string, control: string, lift: string) => `${difference} ÷ ${control} = ${lift}`,
  command: 'Auf der Kommandozeile, der Unterschied mit seinem Intervall:',
  commandRelative: 'Der Lift mit seinem Intervall:',
  commandDeciding: {
    fixed: 'Das Intervall des Unterschieds, das entscheidet:',
    'always-valid': 'Das Intervall des Unterschieds, das richtig bleibt, wie oft man auch hinsieht:',
    planned: 'Das Intervall des Unterschieds nach der Grenze des geplanten Blicks:',
  },
  spreadsheet:
    'In einer Tabelle, eine Zelle je Zeile: der Unterschied, der Lift und beide Enden eines einfachen Normalintervalls des Unterschieds, das dem oberen nahekommt und es nicht ersetzt:',
  compared: (mean: string, variance: string) => `verglichen mit dem Mittel ${mean}, dessen Varianz ${variance} ist`,
  error: (error: string, df: string, reach: string, level: string) =>
    `Standardfehler: die Wurzel beider Varianzen zusammen = ${error}; t mit ${df} Freiheitsgraden reicht bei ${level} über ${reach} davon`,
  fromFile: 'Aus der Pilotdatei, mit jedem SQLite-Programm: eine Anweisung zählt, was das Verfahren liest.',
  spreadsheetExact:
    'In einer Tabelle, eine Zelle je Zeile: der Unterschied und die Enden seines Intervalls, dann der Lift und die Enden des seinen:',
  spreadsheetDeciding: {
    'always-valid': 'Dieselben Zeilen für das Intervall, das richtig bleibt, wie oft man auch hinsieht:',
    planned: 'Dieselben Zeilen für das Intervall nach der Grenze des geplanten Blicks:',
  },
  unadjusted:
    'Die verglichenen Mittel sind um das bereinigt, was vor dem Start bekannt war; die unbereinigte Zahl steht bei den Ergebnissen neben der Überschrift.',
  elsewhere:
    'Jedes Statistikprogramm ergibt dasselbe: die Verfahren und ihre Quellen stehen unter „Wie es gerechnet wurde“.',
  none: 'Noch gibt es keine Überschrift zum Nachrechnen.',
  whole: 'Wer die Pilotdatei hat, kann alles nachrechnen:',
};
