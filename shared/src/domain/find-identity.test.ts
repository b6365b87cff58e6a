import { findIdentifiers } from './find-identifier.ts';
import { findName } from './find-name.ts';

const nameIn = (text: string): string | undefined => {
  const span = findName(text);
  return span && text.slice(span.start, span.end);
};
const kindsIn = (text: string): readonly string[] => findIdentifiers(text).map(({ found }) => found);

describe('R40: what makes a word a name', () => {
  test.each<[string, string | undefined]>([
    // Said to be one.
    ['His name is zephyr.', 'zephyr'],
    ['First name: zephyr', 'zephyr'],
    ['His name is not given.', undefined],
    ['A boy called Zephyr', 'Zephyr'],
    ['A boy called jack', 'jack'],
    ['A course for a boy called zephyr', undefined],
    ['A student called Maths', undefined],
    ['Name: Zephyr', 'Zephyr'],
    // A first name and nothing else.
    ['Lessons for Chloe', 'Chloe'],
    ['Lessons for CHLOE', 'CHLOE'],
    ['Lessons for ANNA', 'ANNA'],
    ['Lessons for AMY', undefined],
    ['We lift the car with a jack', undefined],
    ['After Romeo and Juliet it was Chloe', 'Chloe'],
    // A word that may be a name counts beside a surname, or what speaks of a child.
    ['We hope', undefined],
    ['We hope smith will', undefined],
    ['Lessons for Hope Smith', 'Hope'],
    ['Lessons for jack smith', 'jack'],
    ['The pupil hope', undefined],
    ['The pupil Hope', 'Hope'],
    ['The pupil jack', 'jack'],
    ['hope, aged 14', undefined],
    ['Hope, aged 14', 'Hope'],
    ['jack, aged 14', 'jack'],
    ['Our hope struggles on', undefined],
    ['Hope struggles on', 'Hope'],
    ['jack struggles on', 'jack'],
    ["ruby's mum", undefined],
    ["Ruby's mum", "Ruby's"],
    ["jack's mum", "jack's"],
    ['Hope (Year 9)', 'Hope'],
    ['HOPE (Year 9)', undefined],
    ['Hope (12)', 'Hope'],
    ['(until May 12)', undefined],
    ['(until May  12)', undefined],
  ])('%p: %p', (text, name) => expect(nameIn(text)).toBe(name));

  test.each<[string, string | undefined]>([
    ['Zephyr, aged 14', 'Zephyr'],
    ['In class Zephyr struggles', 'Zephyr'],
    ['Zephyr struggles', undefined],
    [' Zephyr struggles', undefined],
    ['In class. Zephyr struggles', undefined],
    ['zephyr, aged 14', undefined],
    ['The pupil Zephyr Trelawny', 'Zephyr'],
    ['Zephyr Trelawny, aged 14', 'Zephyr'],
    ['Zephyr Trelawny (Year 9)', 'Zephyr'],
    ['With us Zephyr Trelawny cannot settle', 'Zephyr'],
    ['Zephyr Trelawny cannot settle', undefined],
    ['We wrote to Zephyr Trelawny today', undefined],
    ['Zephyr Smith', 'Zephyr'],
    ['Kestrel Programme (Year 9)', undefined],
  ])('of one that no list holds only what stands around it can tell, %p: %p', (text, name) => expect(nameIn(text)).toBe(name));

  test.each<[string, string | undefined]>([
    ['Mrs Jane Jones', undefined],
    ['Ring Mrs. Jones', undefined],
    ['Mrs Jones and Jane Smith', 'Jane'],
    ['William Barnes Primary School', undefined],
    ['Jack Tuition Services', undefined],
    ["Jack's Education", "Jack's"],
    ['Rose Hill', undefined],
    ['Visit Samuel Hill', 'Samuel'],
    ['Visit Terry Hall today', 'Terry'],
    ['Visit Terry Hall, Year 9', 'Terry'],
    ['Visit Terry Hall School', undefined],
    ["Visit Jack's Hill", undefined],
    ['Visit Chloe Barnes Hall', undefined],
  ])('grown-ups with a title, organisations and places are let through, %p: %p', (text, name) => expect(nameIn(text)).toBe(name));
});

describe('R40: numbers and dates that identify', () => {
  test.each<[string, readonly string[]]>([
    ['31/12/2022', ['date-of-birth']],
    ['01/01/2023', []],
    ['01/01/2000', ['date-of-birth']],
    ['31/12/1999', []],
    ['31/02/2012', []],
    ['3 April 12', ['date-of-birth']],
    ['Inspected on 3 April 2012', []],
    [`Inspected on 3 April 2012${', and much else is said of the place in the report of that day'.repeat(3)}`, []],
    ['On 3 April 2012 it was inspected', ['date-of-birth']],
    ['Inspected, as everybody knows who has been here for long enough, and again 3 April 2012', ['date-of-birth']],
  ])('a day in the years in which pupils are born, unless it is said to be of something else, %p: %j', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  test.each<[string, readonly string[]]>([
    ['943 476 5919', ['nhs-number']],
    ['943 476 5918', []],
    ['NHS number 943 476 5918', ['nhs-number']],
    ['943 476 5918 at the NHS', []],
    ['The NHS trust was asked in writing about 943 476 5918', []],
    ['1234567891', ['uln']],
    ['123 456 7891', []],
    ['ULN 123 456 7891', ['uln']],
    ['Ring 07700 900123, order 1234567, invoice 7654321', ['phone']],
  ])('ten digits by what they are called or their check digit, %p: %j', (text, kinds) => expect(kindsIn(text)).toEqual(kinds));
});
