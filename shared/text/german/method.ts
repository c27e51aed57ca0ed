import { method as english } from '../english/method.ts';

/** The methods a report may name: what each does, in a sentence. Where it comes from is the same in every language. */
export const method = {
  mee: {
    ...english.mee,
    name: 'Score-Intervall für einen Unterschied von Anteilen',
    text: 'Alle Unterschiede, die der gepoolte Score-Test nicht verwerfen würde. Es gilt auch bei kleinen Anteilen, anders als die Formel der Lehrbücher.',
  },
  koopman: {
    ...english.koopman,
    name: 'Score-Intervall für ein Verhältnis von Anteilen',
    text: 'Dasselbe für den Lift: alle Verhältnisse, die der Score-Test nicht verwerfen würde.',
  },
  welch: {
    ...english.welch,
    name: 'Welch-Intervall für einen Unterschied von Mitteln',
    text: 'Jeder Arm behält seine eigene Varianz.',
  },
  fieller: {
    ...english.fieller,
    name: 'Fieller-Intervall für ein Verhältnis von Mitteln',
    text: 'Der Lift eines Mittels. Liegt die Kontrolle zu nahe bei null, hat er auf einer Seite kein Ende, und das wird gesagt.',
  },
  delta: {
    ...english.delta,
    name: 'Delta-Methode für ein Verhältnis von Summen',
    text: 'Berücksichtigt, dass beide Summen von denselben Kunden stammen.',
  },
  alwaysValid: {
    ...english.alwaysValid,
    name: 'Asymptotische Konfidenzfolge',
    text: 'Ein Intervall, das richtig bleibt, wie oft man auch hinsieht. Es ist breiter als eines für einen einzigen Blick; das ist der Preis des Hinsehens.',
  },
  plannedLooks: {
    ...english.plannedLooks,
    name: 'Geplante Blicke',
    text: 'Die Blicke und ihre Tage standen fest, als der Plan versiegelt wurde. Jeder verbraucht einen Teil der Fehlalarm-Wahrscheinlichkeit, am Anfang wenig und am Ende den Rest, nach dem Anteil der geplanten Kunden, die ausgewertet sind; dazwischen wird nichts gezeigt.',
  },
  nonInferiority: {
    ...english.nonInferiority,
    name: 'Nichtunterlegenheit der Leitplanken',
    text: 'Eine Leitplanke hält, wenn ein Schaden von der Größe ihres Spielraums ausgeschlossen werden kann, einseitig bei 0,025; bei Anteilen mit der Varianz unter diesem Spielraum.',
  },
  holm: {
    ...english.holm,
    name: 'Korrektur nach Holm',
    text: 'Hält die Wahrscheinlichkeit irgendeines Fehlalarms unter den Hauptvergleichen auf dem genannten Niveau.',
  },
  benjaminiHochberg: {
    ...english.benjaminiHochberg,
    name: 'Korrektur nach Benjamini und Hochberg',
    text: 'Hält den erwarteten Anteil der Fehlalarme unter den Funden auf dem genannten Niveau; gebraucht für alles Erkundende.',
  },
  fisher: {
    ...english.fisher,
    name: 'Exakter Test nach Fisher',
    text: 'Neben dem Score-Test, wo wenige Ereignisse zu erwarten sind; ausgerollt wird nur, wenn er zustimmt.',
  },
  cuped: {
    ...english.cuped,
    name: 'Bereinigen um das, was vorher bekannt war',
    text: 'Nimmt aus dem Ergebnis heraus, was sich schon vor dem Start vorhersagen ließ. Das macht Intervalle schmaler und verschiebt nichts.',
  },
  compliers: {
    ...english.compliers,
    name: 'Wirkung bei den Erreichten',
    text: 'Der Unterschied der Arme nach Zuteilung, geteilt durch den Anteil, um den in der Behandlung mehr erreicht wurden; das Intervall ist das von Fieller.',
  },
  balance: {
    ...english.balance,
    name: 'Ausgewogenheit vor dem Start',
    text: 'Standardisierte Unterschiede dessen, was bekannt war, bevor etwas geschah.',
  },
  shrinkage: {
    ...english.shrinkage,
    name: 'Vom Lift zum Geld',
    text: 'Bevor Geld gerechnet wird, wird der Lift durch eine Normalverteilung zur Wirkung null hin gezogen, denn ein Lift, der seiner Größe wegen ausgewählt wurde, ist im Mittel zu groß; danach werden Lift und Annahmen in 10.000 Ziehungen mit festem Startwert gemeinsam variiert.',
  },
  power: {
    ...english.power,
    name: 'Nötige Kunden',
    text: 'Die Stichprobe, die einen Lift der genannten Größe mit einer Wahrscheinlichkeit von 80 % sieht, bei einem Blick am Ende.',
  },
  segments: {
    ...english.segments,
    name: 'Lift nach Gruppen',
    text: 'Cochrans Q fragt, ob sich die Lifts der Gruppen stärker unterscheiden als durch Zufall. Danach wird jeder Lift so weit zu ihrem Mittel gezogen, wie er unsicher ist, denn der größte von mehreren ist im Mittel zu groß.',
  },
  cluster: {
    ...english.cluster,
    name: 'Ganze Cluster zugeteilt',
    text: 'Kunden eines Haushalts oder einer Filiale ähneln einander und bekamen denselben Arm. Der Fehler berücksichtigt das je Cluster, mit Freiheitsgraden für wenige Cluster; unter 10 je Arm wird nichts gesagt.',
  },
  srm: {
    ...english.srm,
    name: 'Abweichung der Größe der Arme',
    text: 'Ein Chi-Quadrat-Test der Größen der Arme gegen den Plan. Arme, die stärker abweichen, als der Zufall zulässt, machen jeden Vergleich zweifelhaft; unter p = 0,001 ist das Urteil ungültig.',
  },
  wilson: {
    ...english.wilson,
    name: 'Intervall eines Arms in den Bildern',
    text: 'Wilsons Score-Intervall für einen Anteil, das von Student für ein Mittel. Zwei Arme, deren Intervalle sich überlappen, können sich trotzdem unterscheiden: es entscheidet das Intervall des Unterschieds.',
  },
  consort: {
    ...english.consort,
    name: 'Fluss der Teilnehmer und Auswertung nach Zuteilung',
    text: 'Alle Zugeteilten werden gezählt, mit dem, was aus ihnen wurde; verglichen werden die Arme, wie sie zugeteilt wurden.',
  },
  tidier: {
    ...english.tidier,
    name: 'Beschreibung der Maßnahme',
    text: 'Was getan wurde, wird so erzählt, dass andere es wiederholen können.',
  },
};
