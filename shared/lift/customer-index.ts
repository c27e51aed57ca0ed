/** From a customer's id to its row in the unit table, and back. */
export type CustomerIndex = {
  readonly ids: Int32Array;
  /** The customer's row, or −1. */
  row(customer: number): number;
};

/** @param ids customers, ascending */
export function customerIndex(ids: Int32Array): CustomerIndex {
  const highest = ids.length === 0 ? 0 : (ids[ids.length - 1] ?? 0);
  const rows = new Int32Array(highest + 1).fill(-1);
  for (let row = 0; row < ids.length; row++) rows[ids[row] ?? 0] = row;
  return { ids, row: (customer) => rows[customer] ?? -1 };
}
