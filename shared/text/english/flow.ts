/** The participant flow, from the rows of the exports to the customers analysed. */
export const flow = {
  imported: 'Customers in the data',
  notEligible: 'Not eligible',
  eligible: 'Eligible',
  assigned: 'Assigned',
  contacted: 'Reached',
  analysed: 'Analysed',
  excluded: 'Left out',
};
