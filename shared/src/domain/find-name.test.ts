import { findName } from './find-name.ts';

const nameIn = (text: string): string | undefined => {
  const span = findName(text);
  return span && text.slice(span.start, span.end);
};

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
