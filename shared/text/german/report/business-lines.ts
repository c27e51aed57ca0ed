/** The lines of the business case: what they are called, and where their value came from. */
export const assumption = {
  name: {
    customersPerYear: 'Kunden im Jahr',
    holdoutShare: 'Ohne Maßnahme gelassen, um weiter zu messen',
    capacity: 'Höchstens im Jahr zu bedienende Kunden',
    valuePerUnit: 'Umsatz eines weiteren Erfolgs',
    marginShare: 'Marge vom Umsatz',
    lasting: 'Anteil des Lifts, der nach einem Jahr bleibt',
    costPerContact: 'Kosten eines Kontakts',
    offerCost: 'Kosten der Angebote je angesprochenem Kunden',
    peopleCost: 'Personal im Jahr',
    toolCost: 'Werkzeuge im Jahr',
    setupCost: 'Einrichtung, einmalig',
    priorSd: 'Übliche Größe eines wahren Lifts, vor dem Hinsehen',
  },
  source: {
    pilotYear: (customers: string, days: string) =>
      `dieser Pilot: ${customers} geeignete Kunden in ${days} Tagen, auf ein Jahr gerechnet`,
    pilotOnce: 'die geeigneten Kunden dieses Piloten; seine Tage sind zu wenige, um auf ein Jahr zu schließen',
    holdout: 'ein Vorschlag: genug, damit die Wirkung gemessen bleibt',
    noLimit: 'nicht angegeben, als keine Grenze gezählt',
    isMoney: 'die Kennzahl ist schon Geld',
    fromMetric: (metric: string) => `dieser Pilot: ${metric} ÷ Anteil der Kunden mit Erfolg, mit der Behandlung`,
    unknownValue: 'in diesem Piloten nicht gemessen: die Finanzabteilung fragen',
    margin: 'eine Annahme, nicht gemessen: die Finanzabteilung fragen',
    lasting: 'eine Annahme: was neu ist, nutzt sich ab; die Vergleichsgruppe wird es zeigen',
    plan: 'der Plan',
    notInPlan: 'im Plan nicht angegeben, als nichts gezählt',
    notStated: 'nicht angegeben, als nichts gezählt',
    charter: 'das Budget des Auftrags',
    prior: 'eine Annahme: die meisten wahren Lifts sind kleiner als dieser Anteil',
  },
};
