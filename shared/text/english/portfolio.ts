/** All pilots of a folder on one page. Figures come finished. */
export const portfolio = {
  title: (n: string) => (n === '1' ? 'One pilot' : `${n} pilots`),
  finding: (scale: string, running: string, stopped: string) =>
    `${scale} to scale, ${running} under way, ${stopped} stopped or not usable.`,
  none: 'There is no pilot in this folder.',
  table: 'Pilots, by name',
  lead: 'Each line tells the last look that was taken; nothing was looked at anew, and no file was opened for writing.',
  columns: {
    pilot: 'Pilot',
    verdict: 'Verdict',
    lift: 'Lift',
    drawn: 'Drawn',
    money: 'First year, full rollout',
    owner: 'Owner',
    decides: 'Decides on',
    looked: 'Last look',
    state: 'State',
  },
  noLook: 'not looked at yet',
  unusable: 'not usable',
  withheld: 'withheld',
  noMoney: 'not reckoned',
  stale: 'data changed since',
  looks: (n: string) => (n === '1' ? '1 look' : `${n} looks`),
  between: (lower: string, upper: string) => `${lower} to ${upper}`,
  ranged: (figure: string, range: string) => `${figure} (${range})`,
  foot: (folder: string, date: string) => `Folder “${folder}”, read on ${date}.`,
  separate:
    'These lifts are of different metrics, customers and times: the list shows them side by side, not as a race.',
};
