/** The field's words, for a reader who meets them for the first time. */
export const glossary = [
  { term: 'Arm', text: 'Eine der Gruppen, in die der Zufall die Kunden geteilt hat.' },
  {
    term: 'Kontrolle',
    text: 'Der Arm, in dem nichts Neues geschieht. Was dort geschieht, wäre ohnehin geschehen.',
  },
  { term: 'Behandlung', text: 'Ein Arm, der die Maßnahme bekommt.' },
  {
    term: 'Absoluter Lift',
    text: 'Behandlung minus Kontrolle, in der Einheit der Kennzahl: 14 % gegen 11 % sind 3 Punkte.',
  },
  { term: 'Relativer Lift', text: 'Dieser Unterschied als Anteil der Kontrolle: 3 Punkte auf 11 % sind 27 %.' },
  {
    term: 'Konfidenzintervall',
    text: 'Der Bereich der Unterschiede, mit denen die Daten vereinbar sind. Ein 95-%-Intervall stammt aus einem Verfahren, das den wahren Wert in 19 von 20 Fällen einschließt.',
  },
  {
    term: 'p-Wert',
    text: 'Wie oft der Zufall allein mindestens einen solchen Unterschied zeigen würde, wenn es keinen gäbe.',
  },
  { term: 'Hauptkennzahl', text: 'Die eine Zahl, die entscheidet, vor dem Start benannt.' },
  { term: 'Leitplanke', text: 'Eine Zahl, die nicht um mehr als ihren Spielraum schlechter werden darf.' },
  {
    term: 'Auswertung nach Zuteilung',
    text: 'Kunden zählen in dem Arm, dem sie zugeteilt wurden, erreicht oder nicht (intention to treat).',
  },
  { term: 'Zeitfenster', text: 'Die Tage ab dem Beginn der Zeit eines Kunden, in denen Ergebnisse zählen.' },
  { term: 'Blick', text: 'Ein Augenblick, in dem jemand den Lift gesehen hat. Jeder wird festgehalten.' },
  {
    term: 'Siegel',
    text: 'Ein Fingerabdruck des Plans, genommen, bevor der Lift zu sehen war. Jede spätere Änderung bricht ihn.',
  },
  {
    term: 'Quarantäne',
    text: 'Zeilen eines Exports, die nicht gelesen werden konnten, mit dem Grund beiseitegelegt.',
  },
  {
    term: 'SRM',
    text: 'Sample-ratio mismatch: Arme, deren Größen sich stärker unterscheiden, als der Zufall zulässt; ein Zeichen, dass die Teilung fehlerhaft ist.',
  },
];
