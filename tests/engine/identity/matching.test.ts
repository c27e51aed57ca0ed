import { describe, expect, it } from 'vitest';
import { matchingState, previewMatching, setMatching } from '#engine/identity/decide.ts';
import { findCustomer, findCustomers } from '#engine/identity/find.ts';
import { customerStory } from '#engine/identity/story.ts';
import { usualMatching } from '#shared/identity/matching.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk } from '../import/desk.ts';
import { NPS, ORDERS, ORDERS_HEADER, threeSilos } from './three-silos.ts';

const STRICT = { ...usualMatching, mode: 'strict' } as const;
const nps = (...emails: string[]) => `email,when,score,why\n${emails.map((e) => `${e},2026-03-05,9,ok`).join('\n')}\n`;
const same = (desk: Desk, a: string, b: string) =>
  findCustomer(desk.pilot.read, a) === findCustomer(desk.pilot.read, b);

async function withDesk(work: (desk: Desk) => Promise<void>, make = Desk.make): Promise<void> {
  const desk = await make();
  try {
    await work(desk);
  } finally {
    await desk.pilot.close();
  }
}

describe('strict matching', () => {
  it('joins by e-mail and number only, says beforehand how many people it changes, and goes back', () =>
    withDesk(async (desk) => {
      const loose = desk.snapshot();
      const preview = previewMatching(desk.pilot.read, STRICT);
      expect(preview).toMatchObject({ customersNow: 1, customersThen: 4, joined: 0, parted: 1 });
      expect(desk.snapshot()).toEqual(loose);
      expect((await setMatching(desk.pilot, STRICT)).customers).toBe(4);
      expect(same(desk, 'ana@x.org', '030 1234567')).toBe(false);
      expect(previewMatching(desk.pilot.read, usualMatching)).toMatchObject({ customersThen: 1, joined: 4, parted: 0 });
      await setMatching(desk.pilot, usualMatching);
      expect(desk.snapshot()).toEqual(loose);
    }, threeSilos));

  it('leaves a telephone number that no row came in under as a detail of the first who named it', () =>
    withDesk(async (desk) => {
      await setMatching(desk.pilot, STRICT);
      const orders = `${ORDERS_HEADER}1,ana@x.org,0301234567,2026-03-01,1\n2,ben@x.org,0301234567,2026-03-01,1\n`;
      const result = await desk.import('orders.csv', orders, ORDERS);
      expect(result).toMatchObject({ customersNew: 2, customersMatched: 0 });
      expect(desk.count('customer')).toBe(2);
      expect(same(desk, 'ana@x.org', '030 1234567')).toBe(true);
      await desk.import('next.csv', nps('ben@x.org'), NPS);
      expect(customerStory(desk.pilot.read, findCustomer(desk.pilot.read, 'ben@x.org') ?? 0).feedback).toHaveLength(1);
    }));

  it('gives the same customers whether it was switched on before the imports or after', async () => {
    const outcomes: unknown[] = [];
    for (const when of ['before', 'after'] as const) {
      await withDesk(async (desk) => {
        if (when === 'before') await setMatching(desk.pilot, STRICT);
        const orders = `${ORDERS_HEADER}1,a@x.org,0301234567,2026-03-01,1\n2,b@x.org,0301234567,2026-03-01,1\n3,,0301234567,2026-03-02,1\n`;
        await desk.import('orders.csv', orders, ORDERS);
        await desk.import('nps.csv', nps('b@x.org', 'c@x.org'), NPS);
        if (when === 'after') await setMatching(desk.pilot, STRICT);
        outcomes.push([
          desk.all('SELECT kind, value, customer FROM identity ORDER BY 1, 2'),
          desk.all('SELECT customer, reference FROM activity ORDER BY reference'),
          desk.all('SELECT customer, verbatim FROM feedback ORDER BY line'),
          desk.all('SELECT id FROM customer ORDER BY id'),
        ]);
      });
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
  });
});

describe('a key that too many people share', () => {
  const shop = (count: number) =>
    Array.from({ length: count }, (_, i) => `${i},p${i}@x.org,0800 1234567,2026-03-01,1`).join('\n');

  it('joins nobody, is shown with how many, and finds them all', () =>
    withDesk(async (desk) => {
      const result = await desk.import('orders.csv', ORDERS_HEADER + shop(11), ORDERS);
      expect(result).toMatchObject({ customersNew: 11 });
      expect(result.warnings.join(' ')).toMatch(/1 key is shared by too many people/);
      expect(desk.count('customer')).toBe(11);
      expect(matchingState(desk.pilot.read).setAside).toEqual([{ kind: 'phone', value: '+498001234567', people: 11 }]);
      expect(findCustomers(desk.pilot.read, '0800 1234567', 20)).toHaveLength(11);
    }));

  it('joins them while they are few, and lets go of them once they are many', () =>
    withDesk(async (desk) => {
      await desk.import('a.csv', ORDERS_HEADER + shop(10), ORDERS);
      expect(desk.count('customer')).toBe(1);
      const result = await desk.import('b.csv', `${ORDERS_HEADER}99,p99@x.org,0800 1234567,2026-03-01,1\n`, ORDERS);
      expect(result).toMatchObject({ customersNew: 1, customersMatched: 0 });
      expect(desk.count('customer')).toBe(11);
      const rare = { ...usualMatching, sharedBy: 20 };
      expect(previewMatching(desk.pilot.read, rare)).toMatchObject({ customersThen: 1, joined: 11, setAside: [] });
    }));

  it('is not the number of somebody with many orders, nor the address of somebody with many browsers', () =>
    withDesk(async (desk) => {
      const visits: Mapping = {
        kind: 'activities',
        activity: 'visit',
        columns: {
          email: { to: 'identity', key: 'email' },
          cookie: { to: 'identity', key: 'cookie' },
          when: { to: 'at' },
        },
      };
      const rows = Array.from({ length: 30 }, (_, i) => `a@x.org,browser-${i},2026-03-01`);
      await desk.import('visits.csv', `email,cookie,when\n${rows.join('\n')}\n`, visits);
      expect(desk.count('customer')).toBe(1);
    }));
});

describe('an option', () => {
  it('takes addresses with +tag for the same, and lets go again', () =>
    withDesk(async (desk) => {
      await desk.import('nps.csv', nps('ana@x.org', 'ana+shop@x.org', 'ben@x.org'), NPS);
      const before = desk.snapshot();
      const wanted = { ...usualMatching, ignorePlusTag: true };
      expect(previewMatching(desk.pilot.read, wanted)).toMatchObject({ customersNow: 3, customersThen: 2, joined: 2 });
      await setMatching(desk.pilot, wanted);
      expect(same(desk, 'ana@x.org', 'ana+shop@x.org')).toBe(true);
      expect(same(desk, 'ana@x.org', 'ana+never-seen@x.org')).toBe(true);
      const next = await desk.import('next.csv', nps('ana+news@x.org'), NPS);
      expect(next).toMatchObject({ customersNew: 0, customersMatched: 1 });
      await setMatching(desk.pilot, usualMatching);
      expect(desk.count('customer')).toBe(4);
      expect(desk.snapshot()).not.toEqual(before);
    }));

  it('takes what a provider delivers to one box for the same', () =>
    withDesk(async (desk) => {
      await desk.import(
        'nps.csv',
        nps('ana.lee@gmail.com', 'analee@googlemail.com', 'ana.lee@x.org', 'analee@x.org'),
        NPS,
      );
      expect((await setMatching(desk.pilot, { ...usualMatching, providerRules: true })).customers).toBe(3);
    }));

  it('reads the digits of telephone numbers in the default country, those already there too', () =>
    withDesk(async (desk) => {
      const { format: _, ...plain } = ORDERS;
      const orders = `${ORDERS_HEADER}1,ana@x.org,030 1234567,2026-03-01,1\n2,ana2@x.org,+49301234567,2026-03-01,1\n`;
      await desk.import('orders.csv', orders, plain);
      expect(desk.count('customer')).toBe(2);
      expect((await setMatching(desk.pilot, { ...usualMatching, country: 'DE' })).customers).toBe(1);
      await desk.import('b.csv', `${ORDERS_HEADER}3,ana3@x.org,(030) 1234567,2026-03-01,1\n`, plain);
      expect(desk.count('customer')).toBe(1);
    }));
});

it('a telephone number that no carrier could have issued is a key as its digits, and said so', () =>
  withDesk(async (desk) => {
    const orders = `${ORDERS_HEADER}1,ana@x.org,+1 555 123 4567,2026-03-01,1\n2,ben@x.org,030 7654321,2026-03-01,1\n`;
    const result = await desk.import('orders.csv', orders, ORDERS);
    expect(result.warnings.join(' ')).toMatch(/1 phone number has a possible length, but no carrier could have issued/);
    expect(desk.all("SELECT value FROM identity WHERE kind = 'phone' ORDER BY id")).toEqual([
      { value: '15551234567' },
      { value: '+49307654321' },
    ]);
    expect(same(desk, 'ana@x.org', '+1 (555) 123-4567')).toBe(true);
  }));
