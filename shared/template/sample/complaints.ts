import { DAY, HOUR, MINUTE, minuteTime } from './calendar.ts';
import { complaintsHeader } from './complaints-header.ts';
import { type ExportFile, type ExportRecord, rowsIn } from './export-file.ts';
import type { Complaint, Person } from './shopper.ts';

const row = rowsIn(complaintsHeader);

export const complaintsFile: ExportFile = {
  name: 'complaints.csv',
  header: complaintsHeader,
  email: 'Requester email',
  keys: ['Requester', 'Requester id', 'Requester external id'],
  reference: ['Id'],
  date: 'Created at',
  number: null,
  recordsOf: ({ person, complaints }) => complaints.map((complaint) => complaintRecord(person, complaint)),
};

function complaintRecord(person: Person, { number, at, subject, answeredBy }: Complaint): ExportRecord {
  const byMachine = answeredBy === 'machine';
  const firstReply = byMachine ? 1 : 95 + (number % 7) * 130;
  const solvedAt = byMachine ? at + 5 * DAY : at + 2 * DAY + (number % 30) * HOUR;
  // Some write from another address; the external id is what joins them to the shop's customer.
  const email = number % 6 === 0 ? person.otherEmail : person.email;
  const cells = row({
    'Summation column': '1',
    Id: String(number),
    Requester: `${person.name.first} ${person.name.last}`,
    'Requester id': String(9_100_000 + person.index),
    'Requester external id': String(person.number),
    'Requester email': email,
    'Requester domain': email.slice(email.indexOf('@') + 1),
    Submitter: `${person.name.first} ${person.name.last}`,
    Assignee: byMachine ? 'Auto-reply' : `Agent ${1 + (number % 5)}`,
    Group: 'Support',
    Subject: subject,
    Tags: byMachine ? 'complaint auto_reply' : 'complaint',
    Status: byMachine ? 'Closed' : 'Solved',
    Priority: 'Normal',
    Via: 'Mail',
    'Ticket type': 'Problem',
    'Created at': minuteTime(at),
    'Updated at': minuteTime(solvedAt),
    'Assigned at': minuteTime(at + firstReply * MINUTE),
    'Solved at': minuteTime(solvedAt),
    'Resolution time': String(Math.round((solvedAt - at) / HOUR)),
    'Group stations': '1',
    'Assignee stations': '1',
    Reopens: '0',
    Replies: byMachine ? '0' : String(1 + (number % 3)),
    'First reply time in minutes': String(firstReply),
  });
  return { rows: [cells], repeatable: 'yes' };
}
