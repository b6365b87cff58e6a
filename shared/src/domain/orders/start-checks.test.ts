import { channelWords, startCheckKinds, startChecksFor, startCheckTexts, tellingChannels } from './start-checks.ts';

test('R6, R8: a school records all; a department has no council to tell, and notice is of an off-site direction only', () => {
  const school = { type: 'academy' } as const;
  const department = { type: 'council-department' } as const;
  expect(startChecksFor({ offSiteDirection: true }, school)).toEqual(startCheckKinds);
  expect(startChecksFor({}, school)).toEqual(['staff-checks-confirmed', 'plan-agreed', 'council-told', 'details-passed']);
  expect(startChecksFor({}, department)).toEqual(['staff-checks-confirmed', 'plan-agreed', 'details-passed']);
});

test('each check cites its rule, and each way of telling has words', () => {
  expect(startCheckKinds.map((kind) => startCheckTexts[kind].rule)).toEqual(['R2', 'R4', 'R6', 'R4', 'R8']);
  expect(Object.keys(channelWords).sort()).toEqual([...tellingChannels].sort());
  expect(Object.values(channelWords)).not.toContain('');
});
