/** Titles, captions and spoken descriptions of the report's pictures. */
export const chart = {
  betterAlways: (metric: string, arm: string) => `${metric}: in jedem Zeitraum besser mit ${arm}`,
  betterNever: (metric: string, arm: string) => `${metric}: in keinem Zeitraum besser mit ${arm}`,
  betterSometimes: (metric: string, arm: string, better: string, all: string) =>
    `${metric}: in ${better} von ${all} Zeiträumen besser mit ${arm}`,
  notApart: (metric: string) => `${metric}: diese Daten trennen die Arme nicht`,
  broken: (metric: string) => `${metric}, wie gemessen; die Arme sind nicht vergleichbar`,
  armValue: (arm: string, value: string) => `${arm} ${value}`,
  armsTitle: (metric: string, arms: readonly string[]) => `${metric}: ${arms.join(', ')}`,
  periodCaption: (metric: string, level: string) =>
    `${metric}, nach dem Tag, an dem die Zeit der Kunden um war, jeweils mit ${level}-Intervall.`,
  armsCaption: (metric: string, level: string) => `${metric}, jeder Arm mit seinem ${level}-Intervall.`,
  groupAlt: (label: string, points: readonly string[]) => `${label}: ${points.join('; ')}.`,
  pointAlt: (arm: string, value: string, range: string) => `${arm} ${value} (${range})`,
  armsTable: (metric: string) => `${metric}: die Zahlen hinter dem Bild`,
  courseBetter: 'Das Intervall ist auf der besseren Seite der Null zu liegen gekommen',
  courseWorse: 'Das Intervall ist auf der schlechteren Seite der Null zu liegen gekommen',
  courseUnclear: 'Das Intervall reicht noch über die Null',
  courseAxis: { rate: 'Prozentpunkte', money: 'Geld je Kunde', number: 'Unterschied' },
  courseCaption: (metric: string, arm: string, level: string, kind: 'fixed' | 'always-valid' | 'planned') =>
    `${metric}, ${arm} − Kontrolle. Band: ${level}-Intervall${courseRight[kind]} Gestrichelt: die Schwelle im Plan.`,
  courseAlt: (from: string, to: string, estimate: string, range: string) =>
    `Vom ${from} bis zum ${to}. Am Ende beträgt der Unterschied ${estimate}, mit einem Intervall von ${range}.`,
  courseTable: (metric: string, arm: string, days: string) =>
    `${metric}, ${arm} gegen Kontrolle, wie es an ${days} Tagen stand`,
  threshold: (value: string) => `Schwelle ${value}`,
  columns: {
    period: 'Gruppe',
    until: 'Bis',
    arm: 'Arm',
    customers: 'Kunden',
    interval: (level: string) => `${level}-Intervall`,
  },
};

const courseRight = {
  fixed: ', richtig für einen Blick.',
  'always-valid': ', das richtig bleibt, wie oft man auch hinsieht.',
  planned: ' nach der Grenze jedes geplanten Blicks.',
};
