/** What the lead arranged, and who signed off. */
export const arranged = {
  note: 'Note by the lead',
  quoted: (title: string) => `“${title}”`,
  leftOut: (titles: readonly string[]) => `Left out by the lead: ${titles.join(', ')}.`,
};

export const signOff = {
  caption: 'Who signed off',
  columns: { role: 'As', name: 'Name', on: 'On' },
  role: { lead: 'Project lead', analyst: 'Analyst', sponsor: 'Sponsor' },
  inCharter: (name: string) => `${name}, named in the charter`,
  notYet: 'not signed off yet',
  stale: (day: string) => `${day}, on an earlier state of the data: to be signed again`,
  meaning:
    'Signing off says: I have read the checks and the limits, and the figures are told as the sealed plan asked for them.',
};
