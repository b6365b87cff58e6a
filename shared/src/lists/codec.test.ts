import fc from 'fast-check';
import * as z from 'zod';
import { localDate } from '../domain/days/local-date.ts';
import { pence } from '../domain/money/money.ts';
import { columnNames, decodeFields, encodeFields, equals } from './codec.ts';
import { choice, day, instant, json, keyList, longText, money, multiChoice, number, person, reference, text, yesNo } from './column.ts';
import { columnDefinitions } from './column-definition.ts';
import { defineList } from './list.ts';

const visits = defineList({
  title: 'Visits',
  description: 'A list with one column of each kind.',
  handEdited: true,
  columns: {
    Title: text({ label: 'Visit', hint: 'One row for each visit.', holds: 'none', required: true, indexed: true, unique: true }),
    Note: longText({ label: 'Note', holds: 'none' }),
    Outcome: choice(['good', 'bad'], { label: 'Outcome', holds: 'none', indexed: true }),
    Needs: multiChoice(['SEMH', 'ASC'], { label: 'Needs', holds: 'none' }),
    Lots: keyList({ label: 'Lots', holds: 'none' }),
    Places: number({ label: 'Places', holds: 'none' }),
    Cost: money({ label: 'Cost', holds: 'none' }),
    On: day({ label: 'On', holds: 'none', indexed: true }),
    At: instant({ label: 'At', holds: 'none' }),
    Safe: yesNo({ label: 'Safe', holds: 'none' }),
    Of: reference({ label: 'Of', holds: 'none', indexed: true }),
    Who: person({ label: 'Who', holds: 'none', indexed: true }),
    Detail: json(z.object({ steps: z.array(z.int()) }), { label: 'Detail', holds: 'none' }),
  },
  views: [],
});

const decode = (raw: Record<string, unknown>) => decodeFields(visits, { Title: 'V-1', ...raw });
const issues = (raw: Record<string, unknown>) => {
  const decoded = decode(raw);
  return decoded.ok ? [] : decoded.issues.map((issue) => issue.column);
};

test('a reference is read in capitals and without blanks around it, as the service compares it', () => {
  expect(decode({ Of: ' p-0042 ' })).toMatchObject({ ok: true, fields: { Of: 'P-0042' } });
  expect(issues({ Of: ' ' })).toEqual(['Of']);
});

describe('an empty column', () => {
  test.each([
    ['absent', {}],
    ['null', { Note: null, Outcome: null, Cost: null, On: null, Needs: null }],
    ["''", { Note: '', Outcome: '', Cost: '', On: '' }],
  ])('is absent from what is read when Graph gives it as %s', (_how, raw) => {
    expect(decode(raw)).toEqual({ ok: true, fields: { Title: 'V-1' } });
  });

  test('nought and no are values, not empty', () => {
    expect(decode({ Places: 0, Cost: 0, Safe: false })).toEqual({ ok: true, fields: { Title: 'V-1', Places: 0, Cost: 0, Safe: false } });
  });

  test.each([undefined, null, ''])('that is required (%p) makes the row unreadable', (value) => {
    expect(decodeFields(visits, { Title: value })).toEqual({ ok: false, issues: [{ column: 'Title', message: 'is empty' }] });
  });

  test('is left out when a row is made and cleared with null when it is changed', () => {
    const fields = { Title: 'V-1', Note: undefined, Needs: undefined };
    expect(encodeFields(visits, fields, 'create')).toEqual({ Title: 'V-1' });
    expect(encodeFields(visits, fields, 'update')).toEqual({ Title: 'V-1', Note: null, Needs: null });
  });
});

test('a row names every column that cannot be read, and none that can', () => {
  expect(
    issues({
      Outcome: 'middling',
      Needs: ['SEMH', 'BORED'],
      Places: 'three',
      Cost: 19.995,
      On: 'soon',
      At: '24/11/2026',
      Safe: 'yes',
      Who: 'somebody',
      Detail: '{"steps":["one"]}',
      Note: 'fine',
    }),
  ).toEqual(['Outcome', 'Needs', 'Places', 'Cost', 'On', 'At', 'Safe', 'Who', 'Detail']);
});

test("Graph's own fields beside ours are ignored", () => {
  expect(decode({ '@odata.etag': '"1"', id: '7', ContentType: 'Item', Edit: '' })).toEqual({ ok: true, fields: { Title: 'V-1' } });
});

test('a column that the list does not have is a mistake of the caller', () => {
  expect(() => encodeFields(visits, { Tilte: 'V-1' } as never, 'create')).toThrow('Visits has no column Tilte');
});

test('a choice of several carries the type without which Graph refuses it; its own reading gives it back', () => {
  const raw = encodeFields(visits, { Needs: ['ASC'] }, 'update');
  expect(raw).toEqual({ 'Needs@odata.type': 'Collection(Edm.String)', Needs: ['ASC'] });
  expect(decode(raw)).toMatchObject({ ok: true, fields: { Needs: ['ASC'] } });
});

test('keys in one line are parted by semicolons, however a person spaces them', () => {
  expect(encodeFields(visits, { Lots: ['AP-1', 'AP-2'] }, 'create')).toEqual({ Lots: 'AP-1; AP-2' });
  expect(decode({ Lots: ' AP-1;AP-2 ; ' })).toMatchObject({ ok: true, fields: { Lots: ['AP-1', 'AP-2'] } });
});

describe('money', () => {
  test('£12.34 is 1,234 pence both ways', () => {
    expect(encodeFields(visits, { Cost: pence(1_234) }, 'create')).toEqual({ Cost: 12.34 });
    expect(decode({ Cost: 12.34 })).toMatchObject({ ok: true, fields: { Cost: 1_234 } });
  });

  test('every amount survives the column to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (amount) => {
        const raw = JSON.parse(JSON.stringify(encodeFields(visits, { Cost: pence(amount) }, 'create'))) as Record<string, unknown>;
        expect(decode(raw)).toMatchObject({ ok: true, fields: { Cost: amount } });
      }),
    );
  });

  test.each([12.345, -1, Number.NaN])('£%p is unreadable', (pounds) => {
    expect(issues({ Cost: pounds })).toEqual(['Cost']);
  });
});

describe('a day', () => {
  test.each([
    ['as we write it, in winter', '2027-01-12T12:00:00Z', '2027-01-12'],
    ['as we write it, in summer', '2027-06-10T12:00:00Z', '2027-06-10'],
    ["a person's local midnight in winter", '2027-01-12T00:00:00Z', '2027-01-12'],
    ["a person's local midnight in summer, the day before in UTC", '2027-06-09T23:00:00Z', '2027-06-10'],
    ['the day the clocks go forward', '2027-03-28T00:00:00Z', '2027-03-28'],
    ['the day after', '2027-03-28T23:00:00Z', '2027-03-29'],
    ['the day the clocks go back', '2027-10-30T23:00:00Z', '2027-10-31'],
    ['the day after that', '2027-11-01T00:00:00Z', '2027-11-01'],
  ])('%s', (_how, stored, expected) => {
    expect(decode({ On: stored })).toMatchObject({ ok: true, fields: { On: expected } });
  });

  test('every day survives the column', () => {
    const days = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2039-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const on = localDate(date.toISOString().slice(0, 10));
        expect(decode(encodeFields(visits, { On: on }, 'create'))).toMatchObject({ ok: true, fields: { On: on } });
      }),
    );
  });
});

test('a person is kept as tenant and object id, read in lower case', () => {
  const key = '22222222-2222-4222-8222-22222222222A/AAAAAAAA-0000-4000-8000-000000000000';
  expect(decode({ Who: key })).toMatchObject({ ok: true, fields: { Who: key.toLowerCase() } });
  expect(issues({ Who: 'AAAAAAAA-0000-4000-8000-000000000000' })).toEqual(['Who']);
});

test('structured data is read back, and refused before the column is full: nothing is cut off', () => {
  expect(decode(encodeFields(visits, { Detail: { steps: [1, 2] } }, 'create'))).toMatchObject({ fields: { Detail: { steps: [1, 2] } } });
  expect(issues({ Detail: '{"steps":[1,' })).toEqual(['Detail']);
  const long = { steps: Array.from({ length: 20_000 }, () => 100) };
  expect(() => encodeFields(visits, { Detail: long }, 'create')).toThrow(RangeError);
});

describe('a filter', () => {
  test('doubles quotes, so that no value ends the literal', () => {
    expect(decodeURIComponent(equals(visits, 'Title', "O'Brien' or '1' eq '1"))).toBe("fields/Title eq 'O''Brien'' or ''1'' eq ''1'");
    // The client joins a query as it is: an ampersand would end the filter, a plus would be a blank.
    expect(equals(visits, 'Title', 'A & B + 5 % #1')).toBe("fields/Title eq 'A%20%26%20B%20%2B%205%20%25%20%231'");
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const literal = decodeURIComponent(equals(visits, 'Title', value)).slice("fields/Title eq '".length, -1);
        expect(literal.replaceAll("''", '')).not.toContain("'");
        expect(literal.replaceAll("''", "'")).toBe(value);
      }),
    );
  });

  test('is for indexed columns only: the service refuses every other', () => {
    // @ts-expect-error Note is not indexed
    expect(() => equals(visits, 'Note', 'x')).toThrow('Visits.Note is not indexed');
  });
});

test('the names of all columns are what a query selects', () => {
  expect(columnNames(visits)).toContain('Detail');
  expect(columnNames(visits)).toHaveLength(13);
});

test('a column is provisioned with its label, hint, index, uniqueness and kind', () => {
  const [title, , outcome] = columnDefinitions(visits);
  expect(title).toEqual({
    name: 'Title',
    displayName: 'Visit',
    description: 'One row for each visit.',
    required: true,
    indexed: true,
    enforceUniqueValues: true,
    text: { maxLength: 255 },
  });
  expect(outcome).toMatchObject({ choice: { choices: ['good', 'bad'], allowTextEntry: false }, enforceUniqueValues: false });
});
