/** Why a row stands in quarantine. Keys are those that are stored and counted. */
export const reason = {
  row: {
    'no-key': 'no key that names a customer; role addresses and placeholders do not count',
    'no-date': 'no date',
    'no-activity': 'no kind of activity',
    'empty-row': 'every cell is empty',
    'too-many-cells': 'more cells than the header has columns',
    'too-few-cells': 'fewer cells than the header has columns',
    'unbalanced-quote': 'a quotation mark that opens or closes in the wrong place',
    'nul-byte': 'a NUL byte, which no text holds',
    'too-long': 'a row longer than a million characters',
    'line-without-record': 'a further line of a record whose first line is not above it',
    'bad-json': 'a line that is no JSON object, or one nested more than 100 deep',
  },
  cell: {
    'bad-number': 'is not a number',
    'bad-date': 'is not a date that exists',
    'ambiguous-date': 'could be two different days; say which order the dates have',
    'bad-boolean': 'is neither yes nor no',
    'score-off-scale': 'lies outside the scale',
    'other-currency': "is not the pilot's currency",
  },
  ofCell: (column: string, words: string) => `the cell in "${column}" ${words}`,
};
