import { agesFault } from './ages.ts';

test.each([[{}], [{ age: 4 }], [{ age: 25 }], [{ age: 11, ageTo: 14 }], [{ age: 13, ageTo: 13 }]])('%j can be searched for', (ages) =>
  expect(agesFault(ages)).toBeUndefined(),
);

test.each([
  [{ age: 3 }, 'Enter an age from 4 to 25'],
  [{ age: 26 }, 'Enter an age from 4 to 25'],
  [{ age: 11.5 }, 'Enter an age from 4 to 25'],
  [{ age: 11, ageTo: 26 }, 'Enter an age from 4 to 25'],
  [{ ageTo: 14 }, 'Enter the youngest age of the group too'],
  [{ age: 14, ageTo: 13 }, 'Enter an oldest age that is not below the youngest'],
])('%j cannot, and what to enter is said', (ages, sentence) => expect(agesFault(ages)).toBe(sentence));
