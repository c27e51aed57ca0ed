import { describe, expect, it } from 'vitest';
import type { ColumnTarget, Mapping } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';
import { choiceOf, choices, plainName, targetOf } from '../../../../renderer/data/becomes.ts';
import { alsoUsed, groupColumns } from '../../../../renderer/data/column-groups.ts';

const suggested: Mapping = {
  kind: 'activities',
  columns: { total: { to: 'amount' }, email: { to: 'identity', key: 'email' }, note: { to: 'ignore' } },
  continuation: { same: 'id', empty: ['total'], items: { item: 'name' }, as: 'line_items' },
  activities: [
    { activity: 'order' },
    { activity: 'refund', at: 'refunded_at', when: { column: 'note', filled: true } },
  ],
};

function guess(doubts: Readonly<Record<string, string>>): Guess {
  const headers = ['total', 'email', 'note', 'item', 'street'];
  return {
    file: 'orders.csv',
    bytes: 1,
    encoding: 'utf-8',
    delimiter: ',',
    sheets: [],
    header: headers,
    rowEstimate: 1,
    preset: null,
    presetName: null,
    remembered: false,
    kind: 'activities',
    mapping: suggested,
    columns: headers.map((header) => ({
      header,
      values: ['x'],
      target: null,
      because: 'its name',
      doubt: doubts[header] ?? null,
    })),
    firstRows: [],
    finding: '',
    warnings: [],
    questions: [],
    since: null,
  };
}

const headersOf = (list: readonly { readonly column: { readonly header: string } }[]) =>
  list.map(({ column }) => column.header);

describe('the columns of an export as the table shows them', () => {
  it('begin with who it is, and gather what becomes nothing', () => {
    const { used, items, leftOut } = groupColumns(guess({}), suggested);
    expect(headersOf(used)).toEqual(['email', 'total']);
    expect(items.map(({ header }) => header)).toEqual(['item']);
    expect(headersOf(leftOut)).toEqual(['note', 'street']);
  });

  it('never hide a column in doubt', () => {
    expect(headersOf(groupColumns(guess({ street: 'Perhaps a key.' }), suggested).used)).toContain('street');
  });

  it('stay in place when the user changes one, whose reason is then the user', () => {
    const changed: Mapping = { ...suggested, columns: { ...suggested.columns, email: { to: 'ignore' } } };
    const { used } = groupColumns(guess({ email: 'Half of them are empty.' }), changed);
    expect(headersOf(used)).toEqual(['email', 'total']);
    expect(used[0]?.column).toMatchObject({ because: 'You chose this.', doubt: null });
  });

  it('say what else takes from them', () => {
    expect(alsoUsed('refunded_at', suggested)).toBe('when of refund');
    expect(alsoUsed('note', suggested)).toBe('says whether there is a refund');
    expect(alsoUsed('email', suggested)).toBeNull();
  });
});

describe('what a column can become', () => {
  it('is the same choice again after it was chosen', () => {
    for (const { value } of choices.flatMap(({ items }) => items)) expect(choiceOf(targetOf(value, 'A b'))).toBe(value);
  });

  it('keeps the system of a customer number out of the choice', () => {
    const target: ColumnTarget = { to: 'identity', key: 'number:zendesk' };
    expect(choiceOf(target)).toBe('identity:number');
  });

  it('is named after its header, in a way that scripts can write', () => {
    expect(plainName(' Total spent (€) ')).toBe('total_spent');
    expect(plainName('—')).toBe('column');
  });
});
