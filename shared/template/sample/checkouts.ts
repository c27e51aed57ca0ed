import { shopTime } from './calendar.ts';
import { checkoutsHeader } from './checkouts-header.ts';
import { type ExportFile, type ExportRecord, rowsIn } from './export-file.ts';
import { lineCells, saleCells } from './orders.ts';
import type { Cart, Person } from './shopper.ts';

const row = rowsIn(checkoutsHeader);

export const checkoutsFile: ExportFile = {
  name: 'checkouts.csv',
  header: checkoutsHeader,
  email: 'Email',
  keys: ['Billing Name', 'Billing Zip', 'Billing Phone', 'Shipping Name', 'Shipping Zip', 'Shipping Phone', 'Phone'],
  reference: ['Name', 'Id'],
  date: 'Created at',
  number: 'Total',
  recordsOf: ({ person, carts }) => carts.map((cart) => cartRecord(person, cart)),
};

function cartRecord(person: Person, cart: Cart): ExportRecord {
  const [first, ...more] = cart.basket;
  const id = String(37_100_000_000_000 + cart.number);
  const rows = [
    row(saleCells(person, cart.at, cart.basket), first ? lineCells(first) : {}, {
      Name: `#${id}`,
      'Fulfillment Status': 'unfulfilled',
      Id: id,
      'Recovery URL': `https://shop.example.com/checkouts/${id}/recover`,
    }),
    ...more.map((line) =>
      row({ Name: `#${id}`, Email: person.email, 'Created at': shopTime(cart.at) }, lineCells(line)),
    ),
  ];
  return { rows, repeatable: 'yes' };
}
