import fc from 'fast-check';
import { buildIndex } from './directory-index.ts';
import { aQuery, aService } from './document.fixture.ts';
import { isOneEdit } from './one-edit.ts';
import { tokenise } from './tokens.ts';

/** A small directory in the words of providers. */
const index = buildIndex(
  [
    ['Therapeutic counselling', 'One-to-one sessions with a qualified counsellor.'],
    ['Forest school', 'Woodland days with fire, tools and shelter building.'],
    ['Motor vehicle maintenance', 'A working garage where young people earn a level 1 award.'],
    ['Mathematics tuition', 'GCSE catch-up in small groups.'],
    ['Educational psychology assessments', 'Cognitive assessment and consultation.'],
    ['Back to school', 'Graduated return for emotionally based school avoidance.'],
    ['Equine assisted learning', 'Riding and stable management.'],
    ['Hair and beauty', 'A salon with a level 1 qualification.'],
    ['Supply teacher', 'Qualified teachers for cover.'],
    ['Café kitchen', 'Cooking for the public, with a food hygiene certificate.'],
    ['Speech and language', 'Communication groups.'],
    ['Construction skills', 'Bricklaying and carpentry.'],
    ['Autism outreach', 'Specialist staff visit the school.'],
    ['Online English', 'Live lessons in small groups.'],
  ].map(([name = '', summary = ''], n) =>
    aService({ serviceRef: `S-${n}`, name, summary, needs: n === 5 ? ['EBSA'] : ['MEDICAL'], keyStages: [] }),
  ),
);
const names = (text: string) => index.search(aQuery({ text })).items.map(({ name }) => name);

test.each([
  ['SEMH', []],
  ['counselling', ['Therapeutic counselling']],
  ['therapist', ['Therapeutic counselling']],
  ['outdoor', ['Forest school']],
  ['outdoor education', ['Forest school']],
  ['mechanics', ['Motor vehicle maintenance']],
  ['maths', ['Mathematics tuition']],
  ['math', ['Mathematics tuition']],
  ['numeracy', ['Mathematics tuition']],
  ['ed psych', ['Educational psychology assessments']],
  ['school refuser', ['Back to school']],
  ['school refusers', ['Back to school']],
  ['EBSA', ['Back to school']],
  ['help for a school refuser', ['Back to school']],
  ['horses', ['Equine assisted learning']],
  ['hairdressing', ['Hair and beauty']],
  ['cafe', ['Café kitchen']],
  ['CAFÉ', ['Café kitchen']],
  ['SaLT', ['Speech and language']],
  ['joinery', ['Construction skills']],
  ['ASD', ['Autism outreach']],
  ['Asperger’s', ['Autism outreach']],
  ['virtual', ['Online English']],
  ['literacy', ['Online English']],
])('%p finds %p', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each([
  ['the last word is met by its beginning', 'constr', ['Construction skills']],
  ['also behind other words', 'motor veh', ['Motor vehicle maintenance']],
  ['but not once it is ended by a space', 'constr ', []],
  ['nor an earlier word', 'constr skills', []],
  ['one slip is forgiven', 'mathmatics', ['Mathematics tuition']],
  ['two neighbours swapped are one slip', 'froest', ['Forest school']],
  ['a slip in a word that only the table of synonyms knows', 'numeracey', ['Mathematics tuition']],
  ['two slips are not', 'mthmatics', []],
  ['short words must be right', 'haie', []],
  ['every word counts', 'forest mathematics', []],
  ['words that say nothing do not', 'the forest with our pupils', ['Forest school']],
])('%s: %p', (_what, text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('a word that is written so is never taken for a slip of another', () => {
  const two = buildIndex([aService({ serviceRef: 'S-1', name: 'Boxing' }), aService({ serviceRef: 'S-2', name: 'Boding' })]);
  expect(two.search(aQuery({ text: 'boxing' })).items.map(({ name }) => name)).toEqual(['Boxing']);
});

test.each([
  ['Forest Schools, 18-week', ['forest', 'school', '18', 'week']],
  ["The pupil's activities", ['the', 'pupil', 'activity']],
  ['Café – Ébène', ['cafe', 'ebene']],
  ['class is a bus', ['class', 'is', 'a', 'bus']],
  ['', []],
])('%p is the words %p', (text, words) => {
  expect(tokenise(text)).toEqual(words);
});

describe('one slip', () => {
  const word = fc.stringMatching(/^[a-d]{1,7}$/);

  test('is what one insertion, deletion, change or swap makes', () => {
    fc.assert(
      fc.property(word, fc.nat(6), fc.constantFrom('x', 'y'), fc.constantFrom('insert', 'change', 'swap'), (base, at, letter, slip) => {
        const place = at % base.length;
        const letters = [...base];
        if (slip === 'insert') letters.splice(place, 0, letter);
        else if (slip === 'change') letters[place] = letter;
        else letters.splice(place, 2, ...letters.slice(place, place + 2).reverse());
        const slipped = letters.join('');
        expect(isOneEdit(base, slipped)).toBe(slipped !== base);
        expect(isOneEdit(slipped, base)).toBe(slipped !== base);
      }),
    );
  });

  test('is never more', () => {
    expect(isOneEdit('forest', 'frst')).toBe(false);
    expect(isOneEdit('forest', 'tserof')).toBe(false);
    expect(isOneEdit('forest', 'forest')).toBe(false);
    expect(isOneEdit('abcd', 'badc')).toBe(false);
  });
});
