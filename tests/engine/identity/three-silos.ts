import type { Mapping } from '#shared/records/mapping.ts';
import { Desk } from '../import/desk.ts';

export const ORDERS: Mapping = {
  kind: 'activities',
  activity: 'order',
  columns: {
    phone: { to: 'identity', key: 'phone' },
    email: { to: 'identity', key: 'email' },
    when: { to: 'at' },
    total: { to: 'amount' },
    id: { to: 'reference' },
  },
  rowKey: ['id'],
  format: { country: 'DE' },
};
export const NPS: Mapping = {
  kind: 'feedback',
  feedback: 'nps',
  columns: {
    email: { to: 'identity', key: 'email' },
    when: { to: 'at' },
    score: { to: 'score', question: 'nps', scale: [0, 10] },
    why: { to: 'verbatim' },
  },
};
export const TICKETS: Mapping = {
  kind: 'feedback',
  feedback: 'complaint',
  columns: {
    caller: { to: 'identity', key: 'phone' },
    when: { to: 'at' },
    text: { to: 'verbatim' },
  },
  format: { country: 'DE' },
};

export const ORDERS_HEADER = 'id,email,phone,when,total\n';

/** Ana ordered twice, once with Ben's telephone; both answered, and both called. */
export async function threeSilos(): Promise<Desk> {
  const desk = await Desk.make();
  const orders = [
    '1,ana@x.org,+49 30 1234567,2026-03-01,10',
    '2,ben@x.org,0170 1234567,2026-03-02,20',
    '3,Ana@X.org,0170/1234567,2026-03-03,30',
  ];
  await desk.import('orders.csv', ORDERS_HEADER + orders.join('\n'), ORDERS);
  await desk.import('nps.csv', 'email,when,score,why\nana@x.org,2026-03-05,9,fine\nben@x.org,2026-03-05,2,late\n', NPS);
  await desk.import(
    'tickets.csv',
    'caller,when,text\n030 1234567,2026-03-06,where is it\n+491701234567,2026-03-06,broken\n',
    TICKETS,
  );
  return desk;
}

export const ANA_PHONE = { kind: 'phone', value: '+49301234567' };
export const BEN_PHONE = { kind: 'phone', value: '+491701234567' };
export const ANA = { kind: 'email', value: 'ana@x.org' };
export const BEN = { kind: 'email', value: 'ben@x.org' };
