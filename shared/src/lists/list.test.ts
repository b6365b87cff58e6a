import { choice, longText, multiChoice, number, text, yesNo } from './column.ts';
import { type Columns, defineList, type ListDefinition, type ListView } from './list.ts';
import { register } from './register.ts';

const list = (columns: Columns, views: readonly ListView[] = []): ListDefinition =>
  defineList({ title: 'Visits', description: 'Visits.', handEdited: true, columns, views });

describe('a list that the service would refuse is refused when it is declared', () => {
  test('more than twenty indexes', () => {
    const names = Array.from({ length: 21 }, (_, index) => `Column${index}`);
    const columns = (count: number) =>
      Object.fromEntries(names.slice(0, count).map((name) => [name, text({ label: name, holds: 'none', indexed: true })]));
    expect(list(columns(20))).toBeDefined();
    expect(() => list(columns(21))).toThrow('21 indexed columns; SharePoint allows 20');
  });

  test('a unique column without an index', () => {
    expect(() => list({ Title: text({ label: 'Visit', holds: 'none', unique: true }) })).toThrow('a unique column must be indexed');
  });

  test.each([
    ['longText', longText({ label: 'Note', holds: 'none', indexed: true })],
    ['multiChoice', multiChoice(['a'], { label: 'Note', holds: 'none', indexed: true })],
    // @ts-expect-error the type forbids it as well
    ['yesNo', yesNo({ label: 'Note', holds: 'none', indexed: true })],
  ])('an index on a %s column', (kind, column) => {
    expect(() => list({ Note: column as Columns[string] })).toThrow(`a ${kind} column cannot be indexed`);
  });

  test.each(['buyer ref', 'Büro', '_Note', 'note', '1st'])('the column name %p, which SharePoint would encode', (name) => {
    expect(() => list({ [name]: number({ label: 'Note', holds: 'none' }) })).toThrow('PascalCase');
  });

  test.each<[string, Partial<ListView>]>([
    ['shows', { columns: ['Gone'] }],
    ['sorts by', { orderBy: 'Gone' }],
    ['filters by', { filter: { column: 'Gone', equals: 'x' } }],
  ])('a view that %s a column which is not there', (_how, told) => {
    const view = { title: 'All', columns: ['Title'], orderBy: 'Title', ...told };
    expect(() => list({ Title: text({ label: 'Visit', holds: 'none' }) }, [view])).toThrow('names Gone, which is not a column');
  });

  test('a colour for a word that the choice does not have is refused, and so is one elsewhere than on a choice', () => {
    const misspelt = choice(['open', 'closed'], { label: 'Status', holds: 'none', tones: { open: 'good' } });
    const tones = { opne: 'good' } as const;
    expect(() => list({ Title: text({ label: 'T', holds: 'none' }), S: { ...misspelt, options: { ...misspelt.options, tones } } })).toThrow(
      '"opne"',
    );
    expect(() => list({ Title: text({ label: 'T', holds: 'none', tones }) })).toThrow('no word of a choice');
  });

  test('only a day can be past or be counted to', () => {
    expect(() => list({ Title: text({ label: 'T', holds: 'none', pastWord: 'Over' }) })).toThrow('only a day can be past');
    const view = { title: 'V', columns: ['Title'], orderBy: 'Title', filter: { column: 'Title', dueWithinDays: 3 } };
    expect(() => list({ Title: text({ label: 'T', holds: 'none', indexed: true }) }, [view])).toThrow('counts days of Title');
  });
});

describe('the register', () => {
  test('has no two lists of one title', () => {
    expect(new Set(register.map(({ title }) => title)).size).toBe(register.length);
  });

  test.each(register.map((each) => [each.title, each] as const))(
    '%s is known by a unique, required Title and says what it is for',
    (_title, each) => {
      expect(each.columns.Title?.options).toMatchObject({ required: true, indexed: true, unique: true });
      expect(each.description).not.toBe('');
      expect(each.views.length).toBeGreaterThan(0);
      for (const view of each.views) {
        // A view that sorts or filters by a column without an index breaks at 5,000 rows.
        if (view.filter) expect(each.columns[view.filter.column]?.options.indexed).toBe(true);
      }
    },
  );

  test.each(register.map((each) => [each.title, each] as const))(
    '%s stays within twenty indexes, and its choices are not empty',
    (_title, each) => {
      const columns = Object.values(each.columns);
      expect(columns.filter((column) => column.options.indexed).length).toBeLessThanOrEqual(20);
      for (const column of columns) {
        const { choice } = column.facet as { choice?: { choices: readonly string[] } };
        if (choice) expect(new Set(choice.choices).size).toBe(choice.choices.length);
      }
    },
  );
});
