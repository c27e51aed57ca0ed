/** Names around a metric, on screen and in the report alike. */
export const metric = {
  role: { primary: 'Hauptkennzahl', secondary: 'Nebenkennzahl', guardrail: 'Leitplanke' },
  kind: {
    conversion: 'Anteil der Kunden',
    count: 'Anzahl je Kunde',
    sum: 'Summe je Kunde',
    mean: 'Mittel der Kunden',
    ratio: 'Verhältnis der Summen',
    nps: 'Net Promoter Score',
  },
  better: { higher: 'höher ist besser', lower: 'niedriger ist besser' },
  window: (days: string) => (days === '1' ? 'innerhalb von 1 Tag' : `innerhalb von ${days} Tagen`),
  noWindow: 'bis zum Tag des Blicks',
  absolute: 'Unterschied',
  relative: 'Lift',
  control: 'Kontrolle',
  treatment: 'Behandlung',
};
