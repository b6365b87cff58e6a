import { mentions, unmentioned } from './mentions.ts';

const fields = {
  Title: 'P-0042',
  ProviderRef: 'P-0042',
  Note: 'We asked about p-0042, and about P-00421 and AP-0042.',
  Version: 3,
  State: JSON.stringify({ ref: 'P-0042', providerRef: 'P-0042', reason: 'P-0042', history: [{ what: 'Entered', comment: 'for P-0042.' }] }),
};

test('a reference is taken out of words, and left where it is a key of ours that looks the same', () => {
  const clean = unmentioned(fields, 'P-0042');
  expect(clean).toMatchObject({
    Title: 'P-0042',
    ProviderRef: 'P-0042',
    Note: 'We asked about (erased), and about P-00421 and AP-0042.',
    Version: 3,
  });
  expect(JSON.parse(String(clean.State))).toEqual({
    ref: 'P-0042',
    providerRef: 'P-0042',
    reason: '(erased)',
    history: [{ what: 'Entered', comment: 'for (erased).' }],
  });
});

test('a row mentions a pupil by its words only', () => {
  expect(mentions(fields, 'P-0042')).toBe(true);
  expect(mentions(unmentioned(fields, 'P-0042'), 'P-0042')).toBe(false);
  expect(mentions({ Title: 'P-0042', State: '{"ref":"P-0042"}' }, 'P-0042')).toBe(false);
  expect(mentions({ Roles: ['requester', 'approver'] }, 'Y9/23')).toBe(false);
  expect(mentions({ Note: 'Y9/23 asked' }, 'Y9/23')).toBe(true);
});
