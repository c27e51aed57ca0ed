import { isoTime } from './calendar.ts';
import { type ExportFile, rowsIn } from './export-file.ts';
import { sendsGroups, sendsHeader } from './sends-header.ts';

const row = rowsIn(sendsHeader);

export const sendsFile: ExportFile = {
  name: 'email-sends.csv',
  header: sendsHeader,
  email: 'Email',
  keys: ['Customer ID'],
  reference: [],
  date: 'Sent At',
  number: null,
  recordsOf: ({ person, send }) =>
    send === null
      ? []
      : [
          {
            rows: [
              row({
                Email: person.email,
                'Customer ID': String(person.number),
                Campaign: 'Cart reminder',
                Group: sendsGroups[send.arm],
                Status: send.arm === 'control' ? 'held out' : 'sent',
                'Sent At': isoTime(send.at),
                'Opened At': timeOrNothing(send.openedAt),
                'Clicked At': timeOrNothing(send.clickedAt),
                'Unsubscribed At': timeOrNothing(send.unsubscribedAt),
              }),
            ],
            repeatable: 'yes',
          },
        ],
};

function timeOrNothing(moment: number | null): string {
  return moment === null ? '' : isoTime(moment);
}
