/** The participant flow, from the rows of the exports to the customers analysed. */
export const flow = {
  imported: 'Kunden in den Daten',
  notEligible: 'Nicht geeignet',
  eligible: 'Geeignet',
  assigned: 'Zugeteilt',
  contacted: 'Erreicht',
  analysed: 'Ausgewertet',
  excluded: 'Ausgelassen',
};
