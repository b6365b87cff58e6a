import { stateRoom } from '../call-off/call-off-room.ts';
import { addDays } from '../days/local-date.ts';
import type { Concern, ConcernCommand, OtherConcern } from './concern.ts';
import { decideConcern } from './decide-concern.ts';
import { ada, ben, byClock, byHand, commissioners, now, refusalOf, stateAfter, today, worksOf } from './quality.fixture.ts';

/** A concern that was reported to begin with; what is told says where it stands by now. */
const aConcern = (told: Partial<Concern> = {}): Concern => ({
  ref: 'C-00002',
  version: 1,
  history: [],
  outbox: [],
  lastCommands: [],
  providerRef: 'P-0001',
  status: 'open',
  category: 'site-not-safe',
  severity: 'serious',
  text: 'A door to the road was left open.',
  reportedBy: ben,
  reportedAt: '2026-11-23T09:00:00Z',
  rung: [],
  joined: [],
  ...told,
});
const another = (told: Partial<OtherConcern> = {}): OtherConcern => ({
  ref: 'C-00001',
  providerRef: 'P-0001',
  status: 'open',
  reportedAt: '2026-11-20T09:00:00Z',
  ...told,
});
const decide = (present: Concern, command: ConcernCommand, ...others: readonly OtherConcern[]) =>
  decideConcern(present, command, { councilMembers: commissioners, others });
const audit = (action: string) => expect.objectContaining({ kind: 'record-audit', action });
const told = { kind: 'tell-commissioners', news: 'concern-reported' };
const nothingToJoin = 'nothing-to-join';

describe('joining', () => {
  const join = (present: Concern, ...others: readonly OtherConcern[]) => decide(present, { ...byClock(), kind: 'join' }, ...others);

  test('the later of two belongs to the earlier, which is told to take it in', () => {
    expect(stateAfter(join(aConcern(), another()))).toMatchObject({ status: 'joined', leadRef: 'C-00001' });
    expect(worksOf(join(aConcern(), another()))).toEqual([{ kind: 'take-in-concern', leadRef: 'C-00001' }, audit('concern-joined')]);
  });

  test('of two that were reported at the same moment the lower number leads', () => {
    const same = aConcern().reportedAt;
    expect(join(aConcern(), another({ reportedAt: same })).ok).toBe(true);
    expect(refusalOf(join(aConcern(), another({ ref: 'C-00003', reportedAt: same }))).code).toBe(nothingToJoin);
  });

  test.each<[string, Concern, readonly OtherConcern[]]>([
    ['about which nothing else was reported', aConcern(), []],
    ['of which the other came later', aConcern(), [another({ reportedAt: '2026-11-23T09:00:01Z' })]],
    ['of which the other is closed', aConcern(), [another({ status: 'closed' })]],
    ['of which the other belongs to a third itself', aConcern(), [another({ status: 'joined' })]],
    ['about another provider', aConcern(), [another({ providerRef: 'P-0002' })]],
    ['that leads others on', aConcern({ joined: ['C-00003'] }), [another()]],
  ])('one %s is joined to nothing', (_, present, others) => {
    expect(refusalOf(join(present, ...others)).code).toBe(nothingToJoin);
  });
});

describe('taking in', () => {
  const later = another({ ref: 'C-00003', status: 'joined', leadRef: 'C-00002' });
  const takeIn = (present: Concern, ...others: readonly OtherConcern[]) =>
    decide(present, { ...byClock(), kind: 'take-in', joinedRef: 'C-00003' }, ...others);

  test('marks the concern that leads, whichever others there are, and a commissioner hears of it', () => {
    const taken = takeIn(aConcern({ joined: ['C-00004'] }), another(), later);
    expect(stateAfter(taken).joined).toEqual(['C-00004', 'C-00003']);
    expect(worksOf(taken)).toEqual([told, audit('concern-taken-in')]);
  });

  test.each<[string, readonly OtherConcern[], string]>([
    ['that is not there', [another()], nothingToJoin],
    ['that is not joined', [{ ...later, status: 'open' }], nothingToJoin],
    ['that belongs to another', [{ ...later, leadRef: 'C-00001' }], nothingToJoin],
  ])('not one %s', (_, others, code) => {
    expect(refusalOf(takeIn(aConcern(), ...others)).code).toBe(code);
  });

  test('each once', () => {
    expect(refusalOf(takeIn(aConcern({ joined: ['C-00003'] }), later)).code).toBe('already-recorded');
  });
});

test('an enquiry is begun by a commissioner, by name, and nobody is told', () => {
  const begun = decide(aConcern(), { ...byHand(ada), kind: 'start-enquiry' });
  expect(stateAfter(begun)).toMatchObject({ status: 'under-enquiry', enquiryBy: ada });
  expect(worksOf(begun)).toEqual([audit('concern-enquiry-started')]);
  expect(refusalOf(decide(aConcern(), { ...byClock(), kind: 'start-enquiry' })).code).toBe('not-a-person');
});

test('R19: a pause holds the provider and takes it out of the directory, and is marked with who did it', () => {
  const paused = decide(aConcern(), { ...byHand(ada), kind: 'pause-orders' });
  expect(stateAfter(paused).pausedBy).toEqual(ada);
  expect(worksOf(paused)).toEqual([
    { kind: 'place-hold', providerRef: 'P-0001', cause: 'concern', about: 'C-00002' },
    { kind: 'refresh-directory', providerRef: 'P-0001' },
    audit('concern-orders-paused'),
  ]);
});

describe('R17: the referral to the designated officer (LADO)', () => {
  const refer = (given: { on?: typeof today; reference?: string } = {}, present = aConcern()) =>
    decide(present, { ...byHand(ada), kind: 'record-lado-referral', on: today, ...given });

  test('is its day and who recorded it, with their own reference where there is one', () => {
    expect(stateAfter(refer()).ladoReferral).toStrictEqual({ on: today, reference: undefined, recordedBy: ada });
    expect(stateAfter(refer({ reference: ' LADO/26-114 ' })).ladoReferral?.reference).toBe('LADO/26-114');
    expect(stateAfter(refer({ reference: ' ' })).ladoReferral?.reference).toBeUndefined();
    expect(worksOf(refer())).toEqual([audit('concern-lado-referral-recorded')]);
  });

  test('was made today at the latest', () => {
    expect(refusalOf(refer({ on: addDays(today, 1) }))).toMatchObject({ code: 'dates-not-allowed', field: '/on' });
  });

  test.each([
    ['of 30 characters', 'A'.repeat(30), undefined],
    ['of 31', 'A'.repeat(31), 'text-too-long'],
    ['that says more than a number', 'LADO/26 Jack', 'text-too-long'],
  ])('a reference %s', (_, reference, code) => {
    const referred = refer({ reference });
    expect(referred.ok ? undefined : refusalOf(referred)).toEqual(code && expect.objectContaining({ code, field: '/reference' }));
  });

  test('is recorded once', () => {
    const ladoReferral = { on: today, recordedBy: ben };
    expect(refusalOf(refer({}, aConcern({ ladoReferral }))).code).toBe('already-recorded');
  });
});

describe('closing', () => {
  const close = (present: Concern, text = 'The door has a closer now.') =>
    decide(present, { ...byHand(ada), kind: 'close', outcome: 'put-right', text });
  const underEnquiry = aConcern({ status: 'under-enquiry', joined: ['C-00003', 'C-00004'] });

  test('says how the enquiry ended, and closes each concern that it had taken in', () => {
    const outcomeText = 'The door has a closer now.';
    expect(stateAfter(close(underEnquiry))).toMatchObject({ status: 'closed', outcome: 'put-right', outcomeText, closedBy: ada });
    expect(stateAfter(close(underEnquiry)).history).toEqual([{ at: now, by: 'Ada Marsh', what: 'Closed', comment: outcomeText }]);
    expect(worksOf(close(underEnquiry))).toEqual([
      { kind: 'close-joined-concern', concernRef: 'C-00003' },
      { kind: 'close-joined-concern', concernRef: 'C-00004' },
      audit('concern-closed'),
    ]);
    expect(refusalOf(close(underEnquiry, ' '))).toMatchObject({ code: 'reason-required', field: '/text' });
  });

  test('comes after an enquiry, not before it', () => {
    expect(refusalOf(close(aConcern()))).toMatchObject({ code: 'not-in-this-state', detail: 'Not possible while this concern is open.' });
    const twice = close(stateAfter(close(underEnquiry)));
    expect(refusalOf(twice).detail).toBe('Not possible while this concern is closed.');
    const early = decide(underEnquiry, { ...byHand(ada), kind: 'start-enquiry' });
    expect(refusalOf(early).detail).toBe('Not possible while this concern is under enquiry.');
  });
});

describe('a concern that was looked into with another', () => {
  const joined = aConcern({ status: 'joined', leadRef: 'C-00001' });
  const lead = another({ status: 'closed', outcome: 'put-right', closedBy: ben, joined: ['C-00002'] });
  const unasked = another({ ref: 'C-00009', status: 'closed', outcome: 'no-further-action', closedBy: ada, joined: ['C-00002'] });
  const closeJoined = (present: Concern, ...others: readonly OtherConcern[]) =>
    decide(present, { ...byClock(), kind: 'close-joined' }, ...others);
  const part = (present: Concern, ...others: readonly OtherConcern[]) => decide(present, { ...byClock(), kind: 'part' }, ...others);

  test('is closed as the one that leads was, by whoever closed that, and by no third', () => {
    const closed = closeJoined(joined, unasked, lead);
    expect(stateAfter(closed)).toMatchObject({ status: 'closed', outcome: 'put-right', closedBy: ben });
    expect(worksOf(closed)).toEqual([audit('concern-closed')]);
  });

  test.each<[string, OtherConcern | undefined]>([
    ['is not there', undefined],
    ['is open still', { ...lead, status: 'under-enquiry' }],
    ['had not taken it in', { ...lead, joined: ['C-00003'] }],
    ['had taken in none', { ...lead, joined: undefined }],
    ['ended in no known way', { ...lead, outcome: undefined }],
    ['was closed by nobody', { ...lead, closedBy: undefined }],
  ])('stays where the one that leads %s', (_, leading) => {
    expect(refusalOf(closeJoined(joined, ...(leading ? [leading] : []))).code).toBe('not-in-this-state');
  });

  test('R17: is not closed before its own referral is recorded, where an adult may have harmed a child', () => {
    const adult = { ...joined, category: 'adult-may-have-harmed' as const };
    expect(refusalOf(closeJoined(adult, lead)).code).toBe('lado-referral-required');
    expect(closeJoined({ ...adult, ladoReferral: { on: today, recordedBy: ada } }, lead).ok).toBe(true);
  });

  test('is open again, and told of, where the one that should have led was closed without it', () => {
    const without = { ...lead, joined: [] };
    const parted = part(joined, { ...unasked, joined: undefined }, without);
    expect(stateAfter(parted)).toMatchObject({ status: 'open', leadRef: undefined });
    expect(worksOf(parted)).toEqual([told, audit('concern-parted')]);
    expect(part(joined, unasked, without).ok).toBe(true);
    for (const leading of [lead, { ...without, status: 'open' as const }])
      expect(refusalOf(part(joined, leading)).code).toBe('not-in-this-state');
    expect(refusalOf(part(joined, unasked)).code).toBe('not-in-this-state');
  });
});

test('in a full record what protects a child has room still, and nothing else has', () => {
  const full = (given: Partial<Concern>): Concern => aConcern({ outcomeText: 'x'.repeat(stateRoom - 20_000), ...given });
  const joined = another({ ref: 'C-00003', status: 'joined', leadRef: 'C-00002' });
  const closed = another({ status: 'closed' });
  expect(decide(full({}), { ...byClock(), kind: 'join' }, another()).ok).toBe(true);
  expect(decide(full({}), { ...byClock(), kind: 'take-in', joinedRef: 'C-00003' }, joined).ok).toBe(true);
  expect(decide(full({}), { ...byHand(ada), kind: 'pause-orders' }).ok).toBe(true);
  expect(decide(full({}), { ...byHand(ada), kind: 'record-lado-referral', on: today }).ok).toBe(true);
  expect(decide(full({ status: 'joined', leadRef: 'C-00001' }), { ...byClock(), kind: 'part' }, closed).ok).toBe(true);
  expect(refusalOf(decide(full({}), { ...byHand(ada), kind: 'start-enquiry' })).code).toBe('record-full');
});
