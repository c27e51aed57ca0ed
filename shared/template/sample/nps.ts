import { utcTime } from './calendar.ts';
import { type ExportFile, rowsIn } from './export-file.ts';
import { npsHeader } from './nps-header.ts';

const row = rowsIn(npsHeader);

export const npsFile: ExportFile = {
  name: 'nps.csv',
  header: npsHeader,
  email: 'Email',
  keys: ['Customer ID'],
  reference: [],
  date: 'Answered At',
  number: 'Score',
  recordsOf: ({ person, answer }) =>
    answer === null
      ? []
      : [
          {
            rows: [
              row({
                Email: person.email,
                'Customer ID': String(person.number),
                Score: String(answer.score),
                Comment: answer.comment,
                'Answered At': utcTime(answer.at),
              }),
            ],
            repeatable: 'yes',
          },
        ],
};
