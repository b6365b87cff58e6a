import fc from 'fast-check';
import { chair, deputy, head, officer, senco } from '../call-off/call-off.fixture.ts';
import { type Person, samePerson } from '../people/person.ts';
import { canEachBeDecided, keepingEachDecidable } from './separation-of-duties.ts';

test.each<[string, readonly (readonly Person[])[], boolean]>([
  ['no step', [], true],
  ['one person for one step', [[head]], true],
  ['nobody for a step', [[head], []], false],
  ['one person for two steps', [[head], [head]], false],
  ['the same person in capitals for two steps', [[head], [{ ...head, objectId: head.objectId.toUpperCase() }]], false],
  [
    'two people for two steps',
    [
      [head, deputy],
      [head, deputy],
    ],
    true,
  ],
  [
    'two people for three steps',
    [
      [head, deputy],
      [head, deputy],
      [head, deputy],
    ],
    false,
  ],
  ['a chain that only one order solves', [[head, deputy], [deputy, officer], [head]], true],
])('row 48: whether each step can have a person of its own: %s', (_what, steps, decidable) => {
  expect(canEachBeDecided(steps)).toBe(decidable);
});

test('whoever is the only one for another step is kept for that one', () => {
  expect(keepingEachDecidable([[head, deputy], [head]])).toEqual([[deputy], [head]]);
  expect(keepingEachDecidable([[head, deputy], [officer]])).toEqual([[head, deputy], [officer]]);
});

const steps = fc.array(fc.uniqueArray(fc.constantFrom(senco, head, deputy, chair, officer), { maxLength: 5 }), {
  minLength: 1,
  maxLength: 4,
});

/** Every way to give each step one person, by trying them all. */
const assignments = (people: readonly (readonly Person[])[]): readonly (readonly Person[])[] =>
  people.reduce<readonly (readonly Person[])[]>((ways, choices) => ways.flatMap((way) => choices.map((person) => [...way, person])), [[]]);
const distinct = (way: readonly Person[]): boolean =>
  way.every((person, at) => !way.slice(0, at).some((other) => samePerson(other, person)));

test('decidable means that some way gives each step a person of its own', () => {
  fc.assert(fc.property(steps, (people) => canEachBeDecided(people) === assignments(people).some(distinct)));
});

test('those who are kept for a step are those whom some such way gives it, no more and no fewer', () => {
  fc.assert(
    fc.property(steps, (people) => {
      const ways = assignments(people).filter(distinct);
      expect(keepingEachDecidable(people)).toEqual(
        people.map((choices, at) => choices.filter((person) => ways.some((way) => way[at] === person))),
      );
    }),
  );
});
