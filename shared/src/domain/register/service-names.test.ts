import { deliveryModes, needs } from './service.ts';
import { deliveryModeNames, needNames, needShortNames } from './service-names.ts';

test.each([
  ['each need', needs, needNames],
  ['each need, in short', needs, needShortNames],
  ['each way of delivery', deliveryModes, deliveryModeNames],
] as const)('%s has words of its own', (_what, codes, names) => {
  const words = Object.values<string>(names);
  expect(Object.keys(names).sort()).toEqual([...codes].sort());
  expect(words).not.toContain('');
  expect(new Set(words).size).toBe(words.length);
});
