import { rowsOfView, UnreadableQuery } from './view-query.ts';

const now = new Date('2026-11-26T15:00:00Z');
const rows = [
  { id: '1', fields: { Name: 'beta', Status: 'open', Ends: '2026-11-20T12:00:00Z', Price: 9 } },
  { id: '2', fields: { Name: 'Alpha', Status: 'A&B', Ends: '2026-11-28T12:00:00Z', Price: 10 } },
  { id: '3', fields: { Name: 'gamma' } },
];
const ids = (query: string) => rowsOfView(query, rows, now).map(({ id }) => id);
const by = (name: string, more = '') => `<OrderBy><FieldRef Name="${name}"${more} /></OrderBy>`;
const where = (condition: string) => `<Where>${condition}</Where>${by('Name')}`;

describe('the rows of a view', () => {
  it.each([
    ['by a text, whatever its capitals', by('Name'), ['2', '1', '3']],
    ['by a number, not as text, empty ones first', by('Price'), ['3', '1', '2']],
    ['last first', by('Name', ' Ascending="FALSE"'), ['3', '1', '2']],
    ['as they come where nothing is said', '', ['1', '2', '3']],
    ['that hold a value', where('<Eq><FieldRef Name="Status" /><Value Type="Choice">open</Value></Eq>'), ['1']],
    [
      'that hold one of several, escaped as XML',
      where('<In><FieldRef Name="Status" /><Values><Value Type="Choice">open</Value><Value Type="Choice">A&amp;B</Value></Values></In>'),
      ['2', '1'],
    ],
    ['that are due', where('<Leq><FieldRef Name="Ends" /><Value Type="DateTime"><Today OffsetDays="2" /></Value></Leq>'), ['2', '1']],
    ['that are past', where('<Leq><FieldRef Name="Ends" /><Value Type="DateTime"><Today OffsetDays="-1" /></Value></Leq>'), ['1']],
  ])('are those %s', (_what, query, expected) => expect(ids(query)).toEqual(expected));

  it('are not guessed where the query is of another form', () => {
    expect(() => ids(where('<Gt><FieldRef Name="Price" /><Value Type="Number">1</Value></Gt>'))).toThrow(UnreadableQuery);
  });
});
