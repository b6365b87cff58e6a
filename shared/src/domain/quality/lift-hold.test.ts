import { currentChecks } from '../call-off/call-off.fixture.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { theProduct } from '../people/person.ts';
import { decideProvider } from './decide-provider.ts';
import { type Hold, hasSafeguardingPause } from './hold.ts';
import { type ProviderFacts, type ProviderStanding, type RecordedCheck, unmoved } from './provider-standing.ts';
import { ada, aPassedCheck, ben, byHand, cyd, providerFacts, refusalOf, stateAfter, today, worksOf } from './quality.fixture.ts';

const others = currentChecks.filter(({ standard }) => standard !== 'insurance');
const placedAt = '2026-11-23T09:00:00Z';
const forLapse: Hold = { ref: 'H1', cause: 'check-lapsed', about: 'Q-INS', standard: 'insurance', placedBy: theProduct, placedAt };
const forConcern: Hold = { ref: 'H2', cause: 'concern', about: 'C-1', placedBy: ada, placedAt };
const held = (...holds: readonly Hold[]): ProviderStanding => ({
  ...unmoved('P-0001', 'suspended'),
  before: 'active',
  holds,
});
const lift = (present: ProviderStanding, told: Partial<ProviderFacts> = {}, holdRef = 'H1', by = cyd, reason = 'Seen and in order.') =>
  decideProvider(present, { ...byHand(by), kind: 'lift-hold', holdRef, reason }, providerFacts(told));
const insurance = (told: Partial<RecordedCheck> = {}): RecordedCheck => ({
  ...aPassedCheck('insurance', 'Q-INS2'),
  evidence: { recordedBy: ben, recordedAt: placedAt },
  ...told,
});
const checksWith = (check: RecordedCheck) => ({ checks: [...others, check] });

describe('R19: what clears a hold for a check', () => {
  test('a check of its standard that holds today, its last day included', () => {
    expect(stateAfter(lift(held(forLapse), checksWith(insurance({ expiresOn: today })))).status).toBe('active');
    expect(refusalOf(lift(held(forLapse), checksWith(insurance({ expiresOn: addDays(today, -1) })))).code).toBe('hold-not-cleared');
    expect(refusalOf(lift(held(forLapse), { checks: others })).code).toBe('hold-not-cleared');
  });

  test('a waiver, and then not by whoever asked for it', () => {
    const lapsed = { outcome: 'lapsed', expiresOn: localDate('2026-11-22'), evidence: undefined } as const;
    const waiver = { requestedBy: ben } as NonNullable<RecordedCheck['waiver']>;
    const waived = insurance({ ...lapsed, waiver, waivedUntil: today });
    expect(refusalOf(lift(held(forLapse), checksWith(waived), 'H1', ben)).code).toBe('second-person-required');
    expect(stateAfter(lift(held(forLapse), checksWith(waived))).holds[0]?.lifted?.clearedBy).toEqual([ben]);
  });

  test('whoever recorded the evidence does not lift it; whoever only asked for a waiver does', () => {
    const waiver = { requestedBy: cyd } as NonNullable<RecordedCheck['waiver']>;
    const asked = checksWith(insurance({ waiver }));
    expect(refusalOf(lift(held(forLapse), asked, 'H1', ben)).code).toBe('second-person-required');
    expect(stateAfter(lift(held(forLapse), asked)).holds[0]?.lifted?.clearedBy).toEqual([ben]);
    const approved = checksWith(insurance({ waiver, waivedUntil: today }));
    expect(refusalOf(lift(held(forLapse), approved)).code).toBe('second-person-required');
    expect(stateAfter(lift(held(forLapse), approved, 'H1', ada)).holds[0]?.lifted?.clearedBy).toEqual([ben, cyd]);
  });

  test('a waiver of which nobody knows who asked for it clears as the evidence does', () => {
    expect(stateAfter(lift(held(forLapse), checksWith(insurance({ waivedUntil: today })))).holds[0]?.lifted?.clearedBy).toEqual([ben]);
  });

  test('not a check of which nobody knows who recorded it', () => {
    expect(refusalOf(lift(held(forLapse), checksWith(insurance({ evidence: undefined })))).code).toBe('hold-not-cleared');
  });
});

describe('R19: what clears a hold for a concern', () => {
  test.each<[string, ProviderFacts['concerns']]>([
    ['is still open', [{ ref: 'C-1', status: 'open', pausedBy: ada }]],
    ['was closed by nobody', [{ ref: 'C-1', status: 'closed', pausedBy: ada }]],
    ['is not there', []],
    ['is another', [{ ref: 'C-2', status: 'closed', pausedBy: ada, closedBy: ben }]],
  ])('not one that %s', (_, concerns) => {
    expect(refusalOf(lift(held(forConcern), { concerns }, 'H2')).code).toBe('hold-not-cleared');
  });

  test('its closing, and then not by whoever closed it', () => {
    const concerns = [{ ref: 'C-1', status: 'closed', pausedBy: ada, closedBy: ben }] as const;
    expect(refusalOf(lift(held(forConcern), { concerns }, 'H2', ben)).code).toBe('second-person-required');
    expect(stateAfter(lift(held(forConcern), { concerns }, 'H2')).status).toBe('active');
  });
});

test('R19: while one hold of several stands, the provider stays out and no live order is released', () => {
  const lifted = lift(held(forLapse, forConcern), checksWith(insurance()));
  expect(stateAfter(lifted)).toMatchObject({ status: 'suspended', before: 'active' });
  expect(worksOf(lifted)).toEqual([
    { kind: 'refresh-directory', providerRef: 'P-0001' },
    { kind: 'tell-commissioners', news: 'hold-lifted' },
    expect.objectContaining({ kind: 'record-audit', action: 'hold-lifted' }),
  ]);
  expect(hasSafeguardingPause(stateAfter(lifted).holds)).toBe(true);
  expect(refusalOf(lift(stateAfter(lifted), checksWith(insurance())))).toMatchObject({ code: 'hold-not-found', field: '/holdRef' });
});

test('R19: a hold is lifted with a reason', () => {
  expect(refusalOf(lift(held(forLapse), checksWith(insurance()), 'H1', cyd, ' ')).field).toBe('/reason');
});

test('a hold for a concern is a safeguarding pause, whatever else stands beside it', () => {
  expect(hasSafeguardingPause([forLapse, forConcern])).toBe(true);
  expect(hasSafeguardingPause([forLapse])).toBe(false);
  expect(hasSafeguardingPause([{ ...forConcern, lifted: { by: ben, at: placedAt, reason: 'Closed.', clearedBy: [] } }])).toBe(false);
});
