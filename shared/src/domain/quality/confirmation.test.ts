import { type Confirmation, longestValidity, neededConfirmations } from './confirmation.ts';
import { type QaStandard, qaStandards } from './standard.ts';

// What somebody must have seen to before a standard is passed, as R12 and R16 to R18 say it.
const needed: readonly [QaStandard, readonly Confirmation[]][] = [
  [
    'staff-checks',
    [
      'enhanced-dbs-with-barred-list',
      'identity',
      'right-to-work',
      'qualifications',
      'medical-fitness',
      'prohibition-orders',
      'section-128',
      'agency-staff',
      'single-central-record',
    ],
  ],
  ['barred-list-dbs', ['enhanced-dbs-with-barred-list']],
  ['section-128', ['section-128']],
  ['registration', ['registration-position']],
  ['safeguarding-lead', ['lead-named', 'lead-trained', 'lado-route-known']],
  ['policies', ['policies-reviewed']],
  ['insurance', ['public-liability', 'employers-liability']],
];

test.each(needed)('%s is passed when all of this is confirmed', (standard, confirmations) => {
  expect(neededConfirmations(standard, false)).toEqual(confirmations);
});

test('R18: who offers therapy needs professional indemnity as well, and nothing else', () => {
  for (const [standard, confirmations] of needed)
    expect(neededConfirmations(standard, true)).toEqual(
      standard === 'insurance' ? [...confirmations, 'professional-indemnity'] : confirmations,
    );
});

test('every other standard is confirmed by the words of whoever passes it', () => {
  const known = new Set(needed.map(([standard]) => standard));
  for (const standard of qaStandards.filter((each) => !known.has(each))) expect(neededConfirmations(standard, true)).toEqual([]);
});

test('R17: training of the lead holds for two years, a review of policies for one; nothing else rests on such a day', () => {
  expect(longestValidity).toStrictEqual({ 'safeguarding-lead': 24, policies: 12 });
});
