import { qaStandardNames, qaStandards } from './standard.ts';

test('each standard has words of its own', () => {
  const words = Object.values(qaStandardNames);
  expect(Object.keys(qaStandardNames).sort()).toEqual([...qaStandards].sort());
  expect(new Set(words).size).toBe(qaStandards.length);
  expect(qaStandardNames['national-07' as keyof typeof qaStandardNames]).toBe('National standard 7 of 21 (title not verified)');
});
