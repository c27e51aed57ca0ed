/** The exports of a small shop's week, by file name: orders as Shopify writes them, NPS answers, tickets. */
type Week = Readonly<Record<string, string>>;

const SHOPIFY =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Cancelled at,Refunded Amount,Id,Phone\n';
const NPS = 'Email,Score,Comment,Answered At\n';
const SENDS = 'Email,Campaign,Group,Status,Sent At\n';
const TICKETS = 'ticket_id,caller_phone,opened_at,description\n';

const pad = (n: number) => String(n).padStart(2, '0');
const mail = (i: number) => `customer${i % 70}@mail.example`;
const phone = (i: number) => `+49 151 2${String(3_000_000 + (i % 70) * 1117)}`;

function order(i: number, day: number, total: number, currency = 'EUR'): string {
  const at = `2026-03-${pad(day)} ${pad(8 + (i % 11))}:${pad((i * 7) % 60)}:00 +0100`;
  const first = `#${1000 + i},${mail(i)},paid,${at},fulfilled,${currency},${total},${total},${i % 9 === 0 ? 'SPRING' : ''},${at},1,Linen shirt,${total},Ana P.,,${i % 17 === 0 ? '5.00' : '0.00'},${7000 + i},${i % 3 === 0 ? phone(i) : ''}\n`;
  if (i % 4 !== 0) return first;
  return `${first}#${1000 + i},${mail(i)},,,,,,,,${at},2,Wool socks,9.90,,,,,\n`;
}

function answer(i: number, day: number): string {
  const score = [9, 10, 3, 7, 8, 10, 2, 9][i % 8];
  const words = ['quick and friendly', 'came late', '', 'the size did not fit'][i % 4];
  return `${mail(i * 3)},${score},${words},${pad(day)}/03/2026 1${i % 10}:15\n`;
}

function ticket(i: number, day: number): string {
  return `T${i},${phone(i * 3)},2026-03-${pad(day)},${['Where is my parcel?', 'The box was broken'][i % 2]}\n`;
}

function send(i: number): string {
  const arm = i % 2 === 0 ? 'Control' : 'Reminder';
  return `${mail(i)},Come back,${arm},${arm === 'Control' ? 'held out' : 'sent'},2026-03-02T09:00:00Z\n`;
}

/** Somebody orders with one customer's address and another's number. */
const JOINING = `#1999,${mail(1)},paid,2026-03-12 10:00:00 +0100,fulfilled,EUR,12,12,,2026-03-12 10:00:00 +0100,1,Linen shirt,12,Ana P.,,0.00,7999,${phone(6)}\n`;

const each = (from: number, to: number, row: (i: number) => string) =>
  Array.from({ length: to - from }, (_, i) => row(from + i)).join('');

/** The first week: its answers have no day above 12 that would tell how their dates are written, and no time zone. */
export function firstWeek(): Week {
  return {
    'orders_export_1.csv':
      SHOPIFY + each(0, 120, (i) => order(i, 1 + (i % 7), 20 + ((i * 13) % 90), i % 40 === 7 ? 'USD' : 'EUR')),
    'nps_week_10.csv': NPS + each(0, 40, (i) => answer(i, 1 + (i % 7))),
    'sends_week_10.csv': SENDS + each(0, 70, send),
    'tickets_week_10.csv': `${TICKETS}${each(0, 34, (i) => ticket(i, 1 + (i % 7)))}T99,,2026-03-08,No number shown\n`,
  };
}

/** The week after: some orders again, dearer ones, a ticket export with a new column, and a file never seen before. */
export function nextWeek(): Week {
  const again = (i: number) =>
    i < 120 ? order(i, 1 + (i % 7), 20 + ((i * 13) % 90)) : order(i, 8 + (i % 7), 220 + (i % 50));
  const rated = (i: number) => ticket(i, 8 + (i % 7)).replace('\n', `,${i % 3}\n`);
  return {
    'orders_export_2.csv': `${SHOPIFY}${each(100, 220, again)}${JOINING}`,
    'nps_week_11.csv': NPS + each(40, 80, (i) => answer(i, 8 + (i % 5))),
    'tickets_week_11.csv': TICKETS.replace('\n', ',priority\n') + each(34, 70, rated),
    'members.csv': `Email,Tier,Since\n${each(0, 60, (i) => `${mail(i)},${['gold', 'silver'][i % 2]},2025-0${1 + (i % 9)}-15\n`)}`,
  };
}
