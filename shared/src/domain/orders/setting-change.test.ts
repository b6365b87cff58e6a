import { currentChecks, type SettingChange, staffChecksToRenew } from './setting-change.ts';

const told = (change: Partial<SettingChange>): SettingChange => ({
  number: 1,
  kind: 'staff',
  from: '2027-01-18' as never,
  by: 'provider',
  toldAt: '2027-01-18T09:00:00Z',
  ...change,
});
const confirmed = (recordedAt: string) => ({
  'staff-checks-confirmed': { on: '2027-01-11' as never, recordedBy: 'Sana Brook', recordedAt },
});

test('R2: other staff ask for a new confirmation, another place does not', () => {
  const checks = confirmed('2027-01-11T09:00:00Z');
  expect(staffChecksToRenew({ settingChanges: [told({})], checks })).toBe(true);
  expect(staffChecksToRenew({ settingChanges: [told({ kind: 'place' })], checks })).toBe(false);
  expect(staffChecksToRenew({ settingChanges: [told({})], checks: confirmed('2027-01-18T10:00:00Z') })).toBe(false);
});

test('R2: where nothing was ever confirmed, other staff ask for it too', () => {
  expect(staffChecksToRenew({ settingChanges: [told({})], checks: {} })).toBe(true);
  expect(currentChecks({ checks: {} })).toStrictEqual({});
});
