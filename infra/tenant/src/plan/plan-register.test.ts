import { type Column, choice, day, instant, longText, number, text } from '@ap/shared/lists/column';
import { defineList, type ListDefinition } from '@ap/shared/lists/list';
import { register } from '@ap/shared/lists/register';
import fc from 'fast-check';
import { afterPlan } from '../test-support/after-plan.ts';
import { byHand, describePlan } from './describe-plan.ts';
import { planRegister } from './plan-register.ts';
import type { PresentList } from './present-list.ts';

const provisioned = (lists: readonly ListDefinition[], restReachable = true): readonly PresentList[] =>
  afterPlan([], planRegister(lists, [], restReachable).actions, restReachable);

const change = (lists: readonly PresentList[], title: string, edit: (list: PresentList) => PresentList): readonly PresentList[] =>
  lists.map((list) => (list.title === title ? edit(list) : list));

const column = (list: PresentList, name: string, edit: object): PresentList => ({
  ...list,
  columns: list.columns.map((each) => (each.name === name ? { ...each, ...edit } : each)),
});

describe('the plan of provisioning', () => {
  it.each([true, false])(
    'does everything in an empty site and nothing the second time (SharePoint REST reachable: %s)',
    (restReachable) => {
      const present = provisioned(register, restReachable);
      expect(present.map(({ title }) => title)).toEqual(register.map(({ title }) => title));
      expect(planRegister(register, present, restReachable)).toEqual({ actions: [], refused: [] });
    },
  );

  it('shows in a view what needs attention, whatever the reason, by a filter that can use the index', () => {
    const list = provisioned(register).find(({ title }) => title === 'CallOffs');
    const view = list?.handling?.views.find(({ title }) => title === 'Needs attention');
    expect(view?.query).toBe(
      '<Where><In><FieldRef Name="NeedsAttention" /><Values><Value Type="Choice">order-not-sent</Value>' +
        '<Value Type="Choice">message-not-sent</Value><Value Type="Choice">message-delayed</Value></Values></In></Where>' +
        '<OrderBy><FieldRef Name="StartDate" /></OrderBy>',
    );
  });

  it('E46: shows the checks that have run out or will within 60 days, the first of them on top', () => {
    const list = provisioned(register).find(({ title }) => title === 'QaChecks');
    expect(list?.handling?.views.find(({ title }) => title === 'Expiring checks')).toMatchObject({
      isDefault: true,
      query:
        '<Where><Leq><FieldRef Name="ExpiresOn" /><Value Type="DateTime"><Today OffsetDays="60" /></Value></Leq></Where>' +
        '<OrderBy><FieldRef Name="ExpiresOn" /></OrderBy>',
    });
  });

  it('E46: gives commissioners plain names to read, none twice in a list, money in pounds and days without an hour', () => {
    for (const { title, columns } of provisioned(register)) {
      const names = columns.map(({ displayName }) => displayName);
      expect([title, names.filter((name) => !/^[A-Z][^_]*$/.test(name) || /[a-z][A-Z]/.test(name))]).toEqual([title, []]);
      expect([title, new Set(names).size]).toEqual([title, names.length]);
      for (const { name, facet, settings } of columns) {
        if (facet === 'currency') expect([title, name, settings.locale]).toEqual([title, name, 'en-GB']);
        if (/(On|From|To|Date)$/.test(name) && facet === 'dateTime')
          expect([title, name, settings.format]).toEqual([title, name, 'dateOnly']);
      }
    }
  });

  it('E46: lets nobody save a row without what the product reads it by, and shows in colour how something stands', () => {
    const lists = provisioned(register);
    for (const { title, columns } of lists) {
      const key = columns.find(({ name }) => name === 'Title');
      expect([title, key?.required, key?.indexed, key?.enforceUniqueValues]).toEqual([title, true, true, true]);
      const status = columns.find(({ name }) => name === 'Status');
      if (!status) continue;
      expect([title, status.required]).toEqual([title, true]);
      expect(lists.find((list) => list.title === title)?.handling?.formatters.Status).toContain('sp-field-severity--good');
    }
  });

  it('adds a column and its view to a list that stands, and nothing else', () => {
    const before = provisioned(register).map((list) =>
      list.title === 'CallOffs' && list.handling
        ? {
            ...list,
            columns: list.columns.filter(({ name }) => name !== 'NeedsAttention'),
            handling: { ...list.handling, views: list.handling.views.filter(({ title }) => title !== 'Needs attention') },
          }
        : list,
    );
    const plan = planRegister(register, before, true);
    expect(plan.actions.map(({ kind }) => kind)).toEqual(['add-column', 'set-view']);
    expect(planRegister(register, afterPlan(before, plan.actions, true), true).actions).toEqual([]);
  });

  it('finishes what an earlier run left half done, wherever it stopped', () => {
    const { actions } = planRegister(register, [], true);
    fc.assert(
      fc.property(fc.nat(actions.length), (done) => {
        const half = afterPlan([], actions.slice(0, done));
        const rest = planRegister(register, half, true);
        expect(planRegister(register, afterPlan(half, rest.actions), true).actions).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('mends any setting that a person changed, and changes nothing else', () => {
    const present = provisioned(register);
    const edits = fc.record(
      {
        displayName: fc.string(),
        description: fc.string(),
        required: fc.boolean(),
        flags: fc.constantFrom(
          { indexed: true, enforceUniqueValues: false },
          { indexed: false, enforceUniqueValues: false },
          { indexed: true, enforceUniqueValues: true },
        ),
      },
      { requiredKeys: [] },
    );
    const place = fc.nat(register.length - 1).chain((list) => fc.tuple(fc.constant(list), fc.nat(present[list]!.columns.length - 1)));
    fc.assert(
      fc.property(place, edits, ([listIndex, columnIndex], { flags, ...labels }) => {
        const list = present[listIndex]!;
        const { name } = list.columns[columnIndex]!;
        const meddled = change(present, list.title, (each) => column(each, name, { ...labels, ...flags }));
        const { actions, refused } = planRegister(register, meddled, true);
        expect(refused).toEqual([]);
        for (const action of actions) expect([action.kind, action.list]).toEqual(['change-column', list.title]);
        expect(afterPlan(meddled, actions)).toEqual(present);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves lists and columns alone that the register does not know', () => {
    const own = { ...provisioned(register)[0]!, title: 'Team notes' };
    const present = [
      own,
      ...change(provisioned(register), 'Lots', (list) => ({ ...list, columns: [...list.columns, { ...list.columns[1]!, name: 'Mine' }] })),
    ];
    expect(planRegister(register, present, true)).toEqual({ actions: [], refused: [] });
  });

  it('says in words what it will do', () => {
    const lines = describePlan(planRegister(register, [], true));
    expect(lines).toContain('  create list CallOffs');
    expect(lines).toContain('  add column CallOffs.IdempotencyKey (indexed)');
    expect(lines).toContain('  make CallOffs read only for people');
    expect(describePlan({ actions: [], refused: [] })).toEqual(['Nothing to do: the lists are as the register wants them.']);
  });
});

describe('what SharePoint REST sets', () => {
  it('closes to hand edits exactly the lists that the product alone writes', () => {
    const closed = planRegister(register, [], true).actions.filter(({ kind }) => kind === 'make-read-only');
    expect(closed.map(({ list }) => list)).toEqual([
      'ProviderStandings',
      'Visits',
      'OwnChecks',
      'ProviderChanges',
      'CallOffs',
      'Sessions',
      'Reviews',
      'Notices',
      'Events',
      'Surveys',
      'SurveyResponses',
      'Invoices',
      'OffFramework',
      'Ledgers',
      'ApplicationRounds',
      'Clarifications',
      'LotRankings',
      'Awards',
      'PriceBooks',
    ]);
  });

  it('sets a view again when its columns, order, filter or default differ, whatever the spaces of the query', () => {
    const present = provisioned(register);
    const withViews = (edit: (query: string) => string) =>
      change(present, 'Buyers', (list) => ({
        ...list,
        handling: { ...list.handling!, views: list.handling!.views.map((view) => ({ ...view, query: edit(view.query) })) },
      }));
    expect(
      planRegister(
        register,
        withViews((query) => query.replaceAll('" />', '"/>').replaceAll('"', "'")),
        true,
      ).actions,
    ).toEqual([]);
    const reordered = planRegister(
      register,
      withViews((query) => query.replace('"Name"', '"Title"')),
      true,
    ).actions;
    expect(reordered.map((action) => action.kind === 'set-view' && action.view.title)).toEqual(['All buyers', 'Type not known']);
  });

  it('E46: filters no view by a column without an index', () => {
    for (const list of register)
      for (const { filter } of list.views)
        if (filter)
          expect([list.title, filter.column, list.columns[filter.column]?.options.indexed]).toEqual([list.title, filter.column, true]);
  });

  it('sets a format again when somebody took or changed it, whatever its spaces', () => {
    const present = provisioned(register);
    const withFormat = (edit: (formatter: string) => string) =>
      change(present, 'QaChecks', (list) => ({
        ...list,
        handling: {
          ...list.handling!,
          formatters: Object.fromEntries(Object.entries(list.handling!.formatters).map(([name, formatter]) => [name, edit(formatter)])),
        },
      }));
    const spaced = withFormat((formatter) => JSON.stringify(JSON.parse(formatter), null, 2));
    expect(planRegister(register, spaced, true).actions).toEqual([]);
    const { actions } = planRegister(
      register,
      withFormat(() => '{}'),
      true,
    );
    expect(actions.map((action) => action.kind === 'format-column' && action.column)).toEqual(['Outcome', 'ExpiresOn', 'SystemNote']);
  });

  it('colours every column that says how something stands', () => {
    for (const list of register)
      for (const [name, { kind, options }] of Object.entries(list.columns))
        if (kind === 'choice' && ['Status', 'OrderState', 'NeedsAttention', 'Outcome'].includes(name))
          expect([list.title, name, Object.keys(options.tones ?? {})]).not.toEqual([list.title, name, []]);
  });

  it('is told to a person, list by list, where it cannot be used', () => {
    expect(planRegister(register, [], false).actions.map(({ kind }) => kind)).not.toContain('set-view');
    const lines = byHand(register).join('\n');
    for (const { title } of register) expect(lines).toContain(`${title}:`);
    expect(lines).toContain('stop inheriting');
  });
});

describe('a change that could lose what people entered', () => {
  const withColumn = <T>(made: Column<T>) =>
    defineList({
      title: 'L',
      description: 'd',
      handEdited: true,
      columns: { Title: text({ label: 'T', holds: 'none', required: true }), X: made },
      views: [],
    });

  const short = withColumn({ ...text({ label: 'X', holds: 'none' }), facet: { text: { maxLength: 10 } } });

  it.each([
    [
      'another type',
      withColumn(text({ label: 'X', holds: 'none' })),
      withColumn(number({ label: 'X', holds: 'none' })),
      'text column in the tenant',
    ],
    [
      'one line instead of many',
      withColumn(longText({ label: 'X', holds: 'none' })),
      withColumn(text({ label: 'X', holds: 'none' })),
      'different types',
    ],
    ['a shorter text', withColumn(text({ label: 'X', holds: 'none' })), short, 'no longer fit'],
    [
      'a choice taken away',
      withColumn(choice(['a', 'b'], { label: 'X', holds: 'none' })),
      withColumn(choice(['a'], { label: 'X', holds: 'none' })),
      "hold 'b'",
    ],
    [
      'a day instead of a moment',
      withColumn(instant({ label: 'X', holds: 'none' })),
      withColumn(day({ label: 'X', holds: 'none' })),
      'read differently',
    ],
    [
      'a higher least value',
      withColumn(number({ label: 'X', holds: 'none' }, { minimum: 1 })),
      withColumn(number({ label: 'X', holds: 'none' }, { minimum: 2 })),
      'less than 2',
    ],
    [
      'a lower greatest value',
      withColumn(number({ label: 'X', holds: 'none' })),
      withColumn(number({ label: 'X', holds: 'none' }, { maximum: 9 })),
      'more than 9',
    ],
  ])('is refused and explained: %s', (_, before, after, why) => {
    const { actions, refused } = planRegister([after], provisioned([before]), true);
    expect(actions).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.sentence).toContain(why);
    expect(refused[0]?.sentence).toContain('provision again');
  });

  it('is taking over a list of another kind, which came with the site: it is refused, whatever its columns', () => {
    const present = change(provisioned(register), 'Events', (list) => ({
      ...list,
      template: 'events',
      description: 'Of the site',
      columns: [],
    }));
    const { actions, refused } = planRegister(register, present, true);
    expect(actions).toEqual([]);
    expect(refused).toMatchObject([{ list: 'Events', sentence: expect.stringContaining("it is a list of the kind 'events'") }]);
    expect(refused[0]?.sentence).toContain('provision again');
  });

  it('is not one when values are only added or limits only widened', () => {
    const before = [withColumn(choice(['a'], { label: 'X', holds: 'none' }))];
    const { actions, refused } = planRegister([withColumn(choice(['a', 'b'], { label: 'X', holds: 'none' }))], provisioned(before), true);
    expect(refused).toEqual([]);
    expect(actions).toHaveLength(1);
    const wider = planRegister(
      [withColumn(number({ label: 'X', holds: 'none' }, { maximum: 20 }))],
      provisioned([withColumn(number({ label: 'X', holds: 'none' }, { maximum: 9 }))]),
      true,
    );
    expect(wider).toMatchObject({ refused: [], actions: [{ kind: 'change-column', column: 'X' }] });
  });
});
