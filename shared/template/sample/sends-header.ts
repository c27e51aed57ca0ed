/**
 * The mail tool's log of one campaign, one row a customer. Group is the arm the tool drew: "Reminder" or "Holdout".
 * A held-out customer has Status "held out", and Sent At holds the moment its mail would have left.
 * Unsubscribed At is empty unless the customer left the list. Times are ISO 8601 UTC.
 */
export const sendsHeader = [
  'Email',
  'Customer ID',
  'Campaign',
  'Group',
  'Status',
  'Sent At',
  'Opened At',
  'Clicked At',
  'Unsubscribed At',
] as const;
export type SendsColumn = (typeof sendsHeader)[number];

export const sendsGroups = { control: 'Holdout', treatment: 'Reminder' } as const;
