import { type Basket, type BasketLine, basketCents } from './basket.ts';
import { HOUR, pilotStart, shopTime } from './calendar.ts';
import type { CheckoutsColumn } from './checkouts-header.ts';
import { dollars, type ExportFile, type ExportRecord, rowsIn } from './export-file.ts';
import { ordersHeader } from './orders-header.ts';
import type { Person, ShopOrder } from './shopper.ts';

const row = rowsIn(ordersHeader);

export const ordersFile: ExportFile = {
  name: 'orders.csv',
  header: ordersHeader,
  email: 'Email',
  keys: ['Billing Name', 'Billing Zip', 'Billing Phone', 'Shipping Name', 'Shipping Zip', 'Shipping Phone', 'Phone'],
  reference: ['Name', 'Id'],
  date: 'Created at',
  number: 'Total',
  recordsOf: ({ person, orders }) => orders.map((order) => orderRecord(person, order)),
};

function orderRecord(person: Person, order: ShopOrder): ExportRecord {
  const [first, ...more] = order.basket;
  const head = `#${order.number}`;
  const rows = [
    row(saleCells(person, order.at, order.basket), first ? lineCells(first) : {}, {
      Name: head,
      'Financial Status': 'paid',
      'Paid at': shopTime(order.at + 3),
      'Fulfillment Status': 'fulfilled',
      'Fulfilled at': shopTime(order.at + 26 * HOUR),
      'Payment Method': 'Shopify Payments',
      'Payment Reference': `c${order.number}.1`,
      'Outstanding Balance': '0.00',
      Id: String(5_800_000_000_000 + order.number),
    }),
    ...more.map((line) => row({ Name: head, Email: person.email, 'Created at': shopTime(order.at) }, lineCells(line))),
  ];
  // A doubled order in the window would count twice wherever a reader does not notice; history is harmless.
  return { rows, repeatable: order.at < pilotStart ? 'yes' : 'no' };
}

type SaleCells = Partial<Record<CheckoutsColumn, string>>;

/** The columns that orders and abandoned checkouts fill alike. Prices include tax and shipping: Total = Subtotal. */
export function saleCells(person: Person, at: number, basket: Basket): SaleCells {
  const { name, place, phone } = person;
  const total = dollars(basketCents(basket));
  const whole = `${name.first} ${name.last}`;
  return {
    Email: person.email,
    'Accepts Marketing': 'yes',
    Currency: 'USD',
    Subtotal: total,
    Shipping: '0.00',
    Taxes: '0.00',
    Total: total,
    'Discount Amount': '0.00',
    'Shipping Method': 'Standard',
    'Created at': shopTime(at),
    'Billing Name': whole,
    'Billing City': place.city,
    'Billing Zip': place.zip,
    'Billing Province': place.province,
    'Billing Country': 'US',
    'Billing Phone': phone ?? '',
    'Shipping Name': whole,
    'Shipping City': place.city,
    'Shipping Zip': place.zip,
    'Shipping Province': place.province,
    'Shipping Country': 'US',
    'Shipping Phone': phone ?? '',
    'Refunded Amount': '0.00',
    'Risk Level': 'Low',
    Source: 'web',
    Phone: phone ?? '',
  };
}

/** The columns of one line item. */
export function lineCells({ product, quantity }: BasketLine): SaleCells {
  return {
    'Lineitem quantity': String(quantity),
    'Lineitem name': product.name,
    'Lineitem price': dollars(product.cents),
    'Lineitem sku': product.sku,
    'Lineitem requires shipping': 'true',
    'Lineitem taxable': 'true',
    'Lineitem fulfillment status': 'pending',
    'Lineitem discount': '0.00',
    Vendor: 'Sample shop',
  };
}
