import { type GraphColumn, shownColumns, shownValue } from './list-column.ts';

const column = (name: string, facet: Partial<GraphColumn> = { text: {} }): GraphColumn => ({ name, displayName: name, ...facet });

describe('a list as a person reads it', () => {
  it('shows what the list was made for and none of SharePoint’s own columns', () => {
    const columns = [
      column('Title'),
      column('Code'),
      column('Secret', { hidden: true, text: {} }),
      column('ContentType'),
      column('Attachments', { boolean: {} }),
      column('_UIVersionString', { readOnly: true, text: {} }),
      column('Modified', { readOnly: true, dateTime: {} }),
    ];
    expect(shownColumns(columns).map(({ name }) => name)).toEqual(['Title', 'Code']);
  });

  it.each([
    [column('Price', { currency: { locale: 'en-GB' } }), 1234.5, '£1,234.50'],
    [column('Live', { boolean: {} }), false, 'No'],
    [column('Start', { dateTime: { format: 'dateOnly' } }), '2026-06-30T23:00:00Z', '1 Jul 2026'],
    [column('Start', { dateTime: { format: 'dateOnly' } }), '2026-07-01T12:00:00Z', '1 Jul 2026'],
    [column('Sent', { dateTime: { format: 'dateTime' } }), '2026-07-01T12:00:00Z', '1 Jul 2026, 13:00'],
    [column('Needs', { choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } }), ['a', 'b'], 'a, b'],
    [column('Empty'), undefined, ''],
  ])('shows a value of $name for a reader in London', (of, value, text) => expect(shownValue(of, value)).toBe(text));
});
