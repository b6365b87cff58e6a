import type { GraphColumn } from './list-column.ts';
import { changedFields, typedValue } from './list-edit.ts';

const title: GraphColumn = { name: 'Title', displayName: 'Title', text: {} };
const price: GraphColumn = { name: 'Price', displayName: 'Price', currency: {} };
const day: GraphColumn = { name: 'Day', displayName: 'Day', dateTime: { format: 'dateOnly' } };
const live: GraphColumn = { name: 'Live', displayName: 'Live', boolean: {} };
const needs: GraphColumn = { name: 'Needs', displayName: 'Needs', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } };
const columns = [title, price, day, live, needs];
const row = { Title: 'One', Price: 12.5, Day: '2026-06-30T23:00:00Z', Live: true, Needs: ['a'] };
const asTyped = Object.fromEntries(columns.map((column) => [column.name, typedValue(column, row[column.name as keyof typeof row])]));

describe('editing a row by hand', () => {
  it('sends nothing that was not changed', () => {
    expect(changedFields(columns, row, asTyped)).toEqual({});
    expect(changedFields(columns, {}, Object.fromEntries(columns.map((column) => [column.name, typedValue(column, undefined)])))).toEqual(
      {},
    );
  });

  it('sends a day as noon, so that no time zone shows the day before', () => {
    expect(asTyped.Day).toBe('2026-07-01');
    expect(changedFields(columns, row, { ...asTyped, Day: '2026-07-02' })).toEqual({ Day: '2026-07-02T12:00:00Z' });
  });

  it('sends several choices with their type, an emptied field as null, yes and no as such', () => {
    const fields = changedFields(columns, row, { ...asTyped, Needs: ['a', 'b'], Title: '', Live: 'no', Price: '13' });
    expect(fields).toEqual({ Title: null, Price: 13, Live: false, 'Needs@odata.type': 'Collection(Edm.String)', Needs: ['a', 'b'] });
  });

  it('leaves it to the service to refuse what is no number', () => {
    expect(changedFields(columns, row, { ...asTyped, Price: 'twelve' })).toEqual({ Price: 'twelve' });
  });
});
