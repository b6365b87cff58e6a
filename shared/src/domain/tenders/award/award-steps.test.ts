import { aProvider } from '../../call-off/call-off.fixture.ts';
import { localDate } from '../../days/local-date.ts';
import { theProduct } from '../../people/person.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { awardApprover, commissioner, evaluatorA, given } from '../tender.fixture.ts';
import {
  aCheck,
  afterStandstill,
  anAwardThatIs,
  anEvaluation,
  approve,
  aReservedBook,
  awardFacts,
  beginStandstill,
  countersign,
  decidedAt,
  noticeDay,
  proposeAward,
  send,
  signature,
  tryAward,
} from './award.fixture.ts';
import type { Award } from './award.ts';
import type { AwardCommand } from './award-command.ts';
import { carriedOut } from './carried-out.fixture.ts';

const checked = (begin?: Parameters<typeof anAwardThatIs>[1]): Award =>
  acceptedTender(tryAward(anAwardThatIs('proposed', begin), aCheck())).state;
/** What a step asks of the world, without its audit event. */
const asks = (present: Award, command: AwardCommand, told = {}, now = decidedAt): readonly object[] =>
  acceptedTender(tryAward(present, command, told, now))
    .effects.filter(({ kind }) => kind !== 'record-audit')
    .map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work);

describe('what each step of an award asks of the world', () => {
  test('a check that excludes nobody asks whoever may approve, while the award is proposed', () => {
    const asked = [{ kind: 'ask-award-approval', to: expect.stringContaining(awardApprover.objectId) }];
    expect(asks(anAwardThatIs('proposed'), aCheck())).toEqual(asked);
    expect(asks(anAwardThatIs('proposed'), aCheck({ outcome: 'self-cleaned', reason: 'It paid its tax.' }))).toEqual(asked);
    expect(asks(anAwardThatIs('proposed'), aCheck({ outcome: 'excluded', reason: 'Tax.' }))).toEqual([]);
    expect(asks(anAwardThatIs('approved'), aCheck())).toEqual([]);
  });

  test('decisions are told, and an end releases what was reserved', () => {
    const decided = [{ kind: 'note-outcomes' }, { kind: 'refresh-award-cards' }];
    const tell = (audience: string, news: string) => ({ kind: 'tell', audience, news });
    expect(asks(checked(), approve())).toEqual([...decided, tell('commissioners', 'award-approved')]);
    expect(asks(checked(), { ...given(awardApprover), kind: 'reject-award', reason: 'No.' })).toEqual([
      ...decided,
      tell('commissioners', 'award-rejected'),
    ]);
    expect(asks(anAwardThatIs('approved', proposeAward()), beginStandstill(), {}, noticeDay)).toEqual([
      tell('provider', 'award-standstill-begun'),
      tell('all-applicants', 'award-standstill-begun'),
    ]);
    const standing = anAwardThatIs('standstill');
    expect(asks(standing, send(), { book: aReservedBook(standing) }, afterStandstill)).toEqual([{ kind: 'send-agreement' }]);
    expect(asks(anAwardThatIs('agreement-sent'), signature(), {}, afterStandstill)).toEqual([tell('commissioners', 'award-signed')]);
    const signed = anAwardThatIs('signed');
    expect(asks(signed, countersign(), { book: aReservedBook(signed) }, afterStandstill)).toEqual([
      { kind: 'confirm-prices', bookRef: 'PB-AP-2027-P-0042' },
      { kind: 'admit-provider', providerRef: 'P-0042' },
      { kind: 'enter-services' },
      { kind: 'confirm-in-force' },
      tell('provider', 'award-countersigned'),
    ]);
    const done = carriedOut();
    const countersigned = anAwardThatIs('countersigned');
    expect(
      asks(
        countersigned,
        { ...given(theProduct), kind: 'confirm-in-force' },
        { ...done, book: aReservedBook(countersigned) },
        afterStandstill,
      ),
    ).toEqual([tell('commissioners', 'award-in-force')]);
    expect(asks(signed, { ...given(commissioner), kind: 'set-aside-award', reason: 'Challenged.' })).toEqual([
      { kind: 'release-prices', bookRef: 'PB-AP-2027-P-0042' },
      { kind: 'note-outcomes' },
      tell('provider', 'award-set-aside'),
    ]);
  });
});

describe('an approval', () => {
  test('may have a comment: one that is left empty is none, and one that holds a pupil is refused', () => {
    const comments = (comment?: string) => acceptedTender(tryAward(checked(), { ...approve(), comment })).state.history.at(-1);
    expect(comments('Well argued.')).toMatchObject({ what: 'Approved', comment: 'Well argued.' });
    for (const none of [undefined, '']) expect(comments(none)?.comment).toBeUndefined();
    expect(refusedTender(tryAward(checked(), { ...approve(), comment: 'Born 03/04/2014' }))).toMatchObject({
      code: 'text-names-a-pupil',
      field: '/comment',
    });
    expect(refusedTender(tryAward(checked(), { ...approve(), comment: '  ' }))).toMatchObject({ code: 'text-required', field: '/comment' });
  });

  test('row 17: of a closed framework that is live needs that the portal decided before; a round has no such day', () => {
    const live = { framework: { ...awardFacts().framework, status: 'live' as const } };
    expect(tryAward(checked(), approve(), live).ok).toBe(true);
    expect(refusedTender(tryAward(checked(proposeAward()), approve(), live)).code).toBe('framework-not-taking-awards');
  });

  test('needs that every lot of it is still recommended; what a portal decided is asked nothing', () => {
    const lots = (...statuses: readonly ('recommended' | 'withdrawn')[]) => {
      const [lot] = anEvaluation().lots;
      if (!lot) throw new Error('no lot');
      return statuses.map((status, at) => ({ ...lot, status, lotKey: `AP-2027-${at + 1}` }));
    };
    const [one] = checked(proposeAward()).lots;
    if (!one) throw new Error('no lot');
    const two: Award = { ...checked(proposeAward()), lots: [one, { ...one, lotKey: 'AP-2027-2' }] };
    const approving = (present: Award, evaluation: ReturnType<typeof anEvaluation> | undefined) =>
      tryAward(present, approve(), { evaluation });
    expect(approving(two, anEvaluation({ lots: lots('recommended', 'recommended') })).ok).toBe(true);
    for (const evaluation of [
      anEvaluation({ lots: lots('recommended', 'withdrawn') }),
      anEvaluation({ lots: lots('withdrawn', 'recommended') }),
      anEvaluation({ lots: lots('recommended') }),
      undefined,
    ])
      expect(refusedTender(approving(two, evaluation)).code).toBe('not-recommended');
    expect(approving(checked(), undefined).ok).toBe(true);
  });
});

test('an award needs a reason to be rejected or set aside', () => {
  expect(refusedTender(tryAward(checked(), { ...given(awardApprover), kind: 'reject-award', reason: ' ' }))).toMatchObject({
    code: 'text-required',
    field: '/reason',
  });
  expect(refusedTender(tryAward(anAwardThatIs('signed'), { ...given(commissioner), kind: 'set-aside-award', reason: '' }))).toMatchObject({
    code: 'text-required',
    field: '/reason',
  });
});

test('whoever scored or proposed an award learns which of the two keeps them from deciding', () => {
  const deciding = (by: typeof commissioner) => refusedTender(tryAward(checked(), { ...approve(), by })).code;
  expect([deciding(evaluatorA), deciding(commissioner)]).toEqual(['evaluator-cannot-approve', 'proposer-cannot-approve']);
});

describe('the agreement', () => {
  test('that was sent on paper carries its own day: not before the notice, and not without a standstill that was begun', () => {
    const none = { framework: { ...awardFacts().framework, terms: { ...awardFacts().framework.terms, standstillWorkingDays: 0 } } };
    const unkept = acceptedTender(tryAward(anAwardThatIs('approved'), beginStandstill(), none, noticeDay)).state;
    const book = aReservedBook(unkept);
    expect(tryAward(unkept, send('2027-02-01'), { book }, afterStandstill).ok).toBe(true);
    expect(refusedTender(tryAward(unkept, send('2027-01-31'), { book }, afterStandstill)).ok).toBe(false);
    expect(refusedTender(tryAward({ ...unkept, standstill: undefined }, send('2027-02-11'), { book }, afterStandstill))).toMatchObject({
      code: 'standstill-not-over',
      field: '/sentOn',
    });
  });

  test('needs the name and the position of who signed', () => {
    const signing = (signatory: { name: string; position: string }) =>
      refusedTender(tryAward(anAwardThatIs('agreement-sent'), { ...signature(), signatory }, {}, afterStandstill)).field;
    expect(signing({ name: 'Ada Kimmeridge', position: ' ' })).toBe('/signatory/position');
    expect(signing({ name: 'n'.repeat(256), position: 'Director' })).toBe('/signatory/name');
  });

  test('is countersigned until the last day of the framework, and not the day after', () => {
    const signed = anAwardThatIs('signed');
    const terms = { ...awardFacts().framework.terms, expiresOn: localDate('2027-02-11') };
    const on = (now: string, told = {}) =>
      tryAward(
        acceptedTender(tryAward(signed, aCheck({ debarmentListCheckedOn: localDate('2027-02-11') }), {}, afterStandstill)).state,
        countersign(),
        { book: aReservedBook(signed), framework: { ...awardFacts().framework, terms, ...told } },
        now,
      );
    expect(on(afterStandstill).ok).toBe(true);
    expect(refusedTender(on('2027-02-12T09:00:00Z')).code).toBe('framework-not-taking-awards');
    for (const status of ['expired', 'cancelled'] as const)
      expect(refusedTender(on(afterStandstill, { status })).code).toBe('framework-not-taking-awards');
    expect(
      tryAward(signed, countersign(), { book: aReservedBook(signed), provider: aProvider({ ref: 'P-0042', lotKeys: [] }) }, afterStandstill)
        .ok,
    ).toBe(true);
  });
});

test('what a check found stands in the history of the award', () => {
  const found = (outcome: 'clear' | 'self-cleaned' | 'excluded') =>
    acceptedTender(tryAward(anAwardThatIs('proposed'), aCheck({ outcome, reason: 'It did not pay its tax.' }))).state.history.at(-1)?.what;
  expect([found('clear'), found('self-cleaned'), found('excluded')]).toEqual([
    'Not excluded',
    'Not excluded, though a ground applied',
    'Excluded',
  ]);
});

test('a notice of tomorrow and an agreement that lies nowhere are told where they are entered', () => {
  const early = { ...beginStandstill(), noticePublishedOn: localDate('2027-02-02') };
  expect(refusedTender(tryAward(anAwardThatIs('approved'), early, {}, noticeDay))).toMatchObject({
    code: 'dates-not-allowed',
    field: '/noticePublishedOn',
  });
  const standing = anAwardThatIs('standstill');
  const lost = { ...send(), documentUrl: 'in the cupboard' };
  expect(refusedTender(tryAward(standing, lost, { book: aReservedBook(standing) }, afterStandstill))).toMatchObject({
    code: 'link-not-allowed',
    field: '/documentUrl',
  });
});
