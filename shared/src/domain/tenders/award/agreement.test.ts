import { aProvider } from '../../call-off/call-off.fixture.ts';
import { pence } from '../../money/money.ts';
import { samePerson } from '../../people/person.ts';
import { someTerms } from '../framework/framework.fixture.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { commissioner, given } from '../tender.fixture.ts';
import {
  afterStandstill,
  anAwardThatIs,
  aReservedBook,
  beginStandstill,
  countersign,
  decidedAt,
  noticeDay,
  proposeAward,
  send,
  signature,
  tryAward,
  withFramework,
} from './award.fixture.ts';
import { carriedOut } from './carried-out.fixture.ts';

const setAside = { ...given(commissioner), kind: 'set-aside-award', reason: 'Challenged in the standstill.' } as const;

describe('R32: nothing is sent or signed in the standstill', () => {
  const standing = anAwardThatIs('standstill');
  const book = aReservedBook(standing);

  test('R32: it begins with the published notice and lasts as the framework says', () => {
    expect(standing.standstill).toEqual({ noticePublishedOn: '2027-02-01', workingDays: 8, lastDay: '2027-02-10' });
    expect(refusedTender(tryAward(anAwardThatIs('approved'), beginStandstill(), {}, decidedAt)).code).toBe('dates-not-allowed');
    const none = withFramework({ terms: someTerms({ standstillWorkingDays: 0 }) });
    const { state } = acceptedTender(tryAward(anAwardThatIs('approved'), beginStandstill(), none, noticeDay));
    expect(state.standstill?.lastDay).toBeUndefined();
    expect(tryAward(state, send('2027-02-01'), { book }, noticeDay).ok).toBe(true);
  });

  test('R32: those who applied to the same round are told, for the standstill is theirs', () => {
    const told = (approved: Parameters<typeof tryAward>[0]) =>
      acceptedTender(tryAward(approved, beginStandstill(), {}, noticeDay)).effects.flatMap((effect) =>
        effect.kind === 'tell' ? [effect.audience] : [],
      );
    expect(told(anAwardThatIs('approved', proposeAward()))).toEqual(['provider', 'all-applicants']);
    expect(told(anAwardThatIs('approved'))).toEqual(['provider']);
  });

  test('R32: the agreement goes out the day after its last day, and not before', () => {
    expect(refusedTender(tryAward(standing, send('2027-02-10'), { book }, afterStandstill))).toMatchObject({
      code: 'standstill-not-over',
      detail: 'The standstill lasts until the end of Wednesday 10 February 2027. Nothing is sent or signed before.',
      field: '/sentOn',
    });
    expect(tryAward(standing, send('2027-02-11'), { book }, afterStandstill).ok).toBe(true);
    expect(refusedTender(tryAward(standing, send('2027-02-12'), { book }, afterStandstill))).toMatchObject({
      code: 'dates-not-allowed',
      field: '/sentOn',
    });
  });

  test('R32: commissioners are told once that it is over, and not on its last day', () => {
    const over = { ...given(commissioner), kind: 'note-standstill-over' } as const;
    expect(refusedTender(tryAward(standing, over, {}, '2027-02-10T23:00:00Z')).code).toBe('standstill-not-over');
    const { state, effects } = acceptedTender(tryAward(standing, over, {}, '2027-02-11T00:00:00Z'));
    expect(state).toMatchObject({ status: 'standstill', standstillOver: true });
    expect(effects).toMatchObject([{ action: 'award-standstill-over' }, { kind: 'tell', audience: 'commissioners' }]);
    expect(refusedTender(tryAward(state, { ...over, id: 'again' }, {}, afterStandstill)).code).toBe('already-made');
  });

  test('an award that is challenged is set aside, and its prices are free again; a countersigned one is not', () => {
    for (const status of ['approved', 'standstill', 'agreement-sent', 'signed'] as const) {
      const { state, effects } = acceptedTender(tryAward(anAwardThatIs(status), setAside));
      expect(state.status).toBe('set-aside');
      expect(effects).toMatchObject([
        {},
        { kind: 'release-prices', bookRef: 'PB-AP-2027-P-0042' },
        { kind: 'note-outcomes' },
        { kind: 'tell' },
      ]);
    }
    for (const status of ['proposed', 'countersigned'] as const)
      expect(refusedTender(tryAward(anAwardThatIs(status), setAside)).code).toBe('not-in-this-state');
  });
});

describe('the agreement', () => {
  test('does not go out before its prices are reserved, as they were awarded', () => {
    const standing = anAwardThatIs('standstill');
    const dearer = aReservedBook({ ...standing, prices: standing.prices.map((line) => ({ ...line, price: pence(line.price + 1) })) });
    for (const book of [undefined, dearer])
      expect(refusedTender(tryAward(standing, send(), { book }, afterStandstill)).code).toBe('prices-not-reserved');
  });

  test.each([
    ['before it was sent', signature('2027-02-10'), 'dates-not-allowed', '/signedOn'],
    ['tomorrow', signature('2027-02-12'), 'dates-not-allowed', '/signedOn'],
    ['by nobody', { ...signature(), signatory: { name: '', position: 'Director' } }, 'text-required', '/signatory/name'],
    ['without a copy', { ...signature(), signedUrl: '' }, 'link-not-allowed', '/signedUrl'],
  ])('is not signed %s', (_what, command, code, field) => {
    expect(refusedTender(tryAward(anAwardThatIs('agreement-sent'), command, {}, afterStandstill))).toMatchObject({ code, field });
  });

  test('is countersigned while the framework lasts, and then its lots and prices are to be entered: one step, one record of it', () => {
    const signed = anAwardThatIs('signed');
    const book = aReservedBook(signed);
    expect(refusedTender(tryAward(signed, countersign(), { book, ...withFramework({ status: 'cancelled' }) }, afterStandstill)).code).toBe(
      'framework-not-taking-awards',
    );
    expect(refusedTender(tryAward(signed, countersign(), {}, afterStandstill)).code).toBe('prices-not-reserved');
    for (const provider of [undefined, aProvider({ status: 'removed' })])
      expect(refusedTender(tryAward(signed, countersign(), { book, provider }, afterStandstill)).code).toBe('provider-not-known');
    const { state, effects } = acceptedTender(tryAward(signed, countersign(), { book }, afterStandstill));
    expect(state).toMatchObject({ status: 'countersigned', agreement: { countersignedOn: '2027-02-11' } });
    expect(effects.map(({ kind }) => kind)).toEqual([
      'record-audit',
      'confirm-prices',
      'admit-provider',
      'enter-services',
      'confirm-in-force',
      'tell',
    ]);
  });
});

test('in force means that the lists say so', () => {
  const done = carriedOut();
  const countersigned = anAwardThatIs('countersigned');
  const confirm = { ...given(commissioner), kind: 'confirm-in-force' } as const;
  expect(refusedTender(tryAward(countersigned, confirm, { ...done, rates: done.rates.slice(1) })).code).toBe('writes-not-done');
  expect(refusedTender(tryAward(countersigned, confirm, { ...done, provider: { ...done.provider, lotKeys: ['AP-2027-1'] } })).code).toBe(
    'writes-not-done',
  );
  expect(refusedTender(tryAward(countersigned, confirm, { ...done, provider: { ...done.provider, status: 'prospective' } })).code).toBe(
    'writes-not-done',
  );
  expect(refusedTender(tryAward(countersigned, confirm, { ...done, provider: undefined })).code).toBe('writes-not-done');
  expect(acceptedTender(tryAward(countersigned, confirm, done)).state.status).toBe('in-force');
  expect(samePerson(countersigned.proposedBy, commissioner)).toBe(true);
});
