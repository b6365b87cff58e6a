import { localDate } from '../days/local-date.ts';
import { eventStatuses } from '../events/council-event.ts';
import { aPublishedEvent } from '../events/event.fixture.ts';
import { published } from '../notices/notice.fixture.ts';
import { noticeStatuses } from '../notices/notice.ts';
import { aPurchase } from '../off-framework/off-framework.fixture.ts';
import type { ProviderChange } from '../provider-changes/provider-change.ts';
import type { OwnCheck } from '../quality/own-check.ts';
import { ada, byHand, commissioners, stateAfter } from '../quality/quality.fixture.ts';
import { planVisit, type Visit, visitStatuses } from '../quality/visit.ts';
import { opened } from '../surveys/survey.fixture.ts';
import { surveyStatuses } from '../surveys/survey.ts';
import { keptEvent, keptNotice, keptOffFramework, keptOwnCheck, keptProviderChange, keptSurvey, keptVisit } from './kept-oversight.ts';
import type { KeptPlacement } from './kept-placement.ts';

describe('a visit', () => {
  const planned = stateAfter(
    planVisit(
      { ...byHand(ada), ref: 'V-1', providerRef: 'P-0001', plannedFor: localDate('2026-12-01') },
      { councilMembers: commissioners },
    ),
  );
  // Closed at half past eleven in the evening of British Summer Time: the day after in London.
  const line = { at: '2027-06-30T23:30:00Z', by: ada.name, what: 'Visit closed' };
  const visit = (told: Partial<Visit> = {}): Visit => ({ ...planned, status: 'closed', history: [...planned.history, line], ...told });

  test('is kept from the day in London on which it was closed or cancelled; one that was cancelled before its day, from that day', () => {
    expect(keptVisit(visit(), [], [])).toStrictEqual({ kind: 'visit', ref: 'V-1', lastDay: '2027-07-01', needed: undefined });
    expect(keptVisit({ ...planned, status: 'cancelled' }, [], [])).toMatchObject({ lastDay: '2026-12-01', needed: undefined });
  });

  test('that is planned, or held and not closed, stays whatever its age', () => {
    expect(visitStatuses.map((status) => [status, keptVisit(visit({ status }), [], []).needed])).toEqual([
      ['planned', 'it is planned.'],
      ['held', 'it is held.'],
      ['closed', undefined],
      ['cancelled', undefined],
    ]);
  });

  test('stays while a concern about its provider is open, and where the council holds it', () => {
    const concern = (providerRef: string, status: 'open' | 'closed') => ({ providerRef, status });
    expect(keptVisit(visit(), [concern('P-0001', 'closed'), concern('P-0002', 'open')], []).needed).toBeUndefined();
    expect(keptVisit(visit(), [concern('P-0001', 'closed'), concern('P-0001', 'open')], []).needed).toBe('a concern about P-0001 is open.');
    expect(keptVisit(visit(), [], ['V-1']).needed).toMatch(/^V-1 is held by the council/);
  });
});

describe("a school's own check of a provider", () => {
  const check = { ref: 'OC-113800-P-0001', reviewOn: localDate('2027-07-20') } as OwnCheck;
  const placement = (lastDay: string, told: Partial<KeptPlacement> = {}): KeptPlacement => ({
    kind: 'placement',
    ref: 'CO-1',
    lastDay: localDate(lastDay),
    pupilErased: false,
    needed: undefined,
    ...told,
  });

  test('is kept from the day on which its review was due', () => {
    expect(keptOwnCheck(check, [], [])).toStrictEqual({ kind: 'own-check', ref: check.ref, lastDay: '2027-07-20', needed: undefined });
  });

  test.each<[string, readonly KeptPlacement[], string]>([
    ['of the last placement there, where that is later', [placement('2027-06-01'), placement('2028-03-01')], '2028-03-01'],
    ['of its review, where the placements ended before', [placement('2027-06-01')], '2027-07-20'],
    ['of its review, where a later request came to nothing', [placement('2028-03-01', { kind: 'came-to-nothing' })], '2027-07-20'],
  ])('counts from the day %s', (_what, placements, lastDay) => {
    expect(keptOwnCheck(check, placements, [])).toMatchObject({ lastDay, needed: undefined });
  });

  test('stays while a placement there goes on, and where the council holds it', () => {
    const needed = 'AP-000001: the placement is active.';
    expect(keptOwnCheck(check, [placement('2027-06-01'), placement('2028-03-01', { needed })], []).needed).toBe(needed);
    expect(keptOwnCheck(check, [placement('2028-03-01', { needed })], [check.ref]).needed).toMatch(/held by the council/);
  });
});

describe('what a provider proposed to change', () => {
  const change = (ref: string, decidedAt: string | undefined, told: Partial<ProviderChange> = {}): ProviderChange =>
    ({
      ref,
      state: 'accepted',
      proposedAt: '2027-01-10T09:00:00Z',
      history: decidedAt === undefined ? [] : [{ at: '2027-01-10T09:00:00Z' }, { at: '2027-01-11T09:00:00Z' }, { at: decidedAt }],
      ...told,
    }) as ProviderChange;
  const states = (...serviceRefs: readonly string[]): Partial<ProviderChange> => ({
    vat: serviceRefs.map((serviceRef) => ({
      serviceRef,
      serviceName: 'Tuition',
      after: 'standard-rated' as const,
      statedBy: 'Pat Green',
      statedOn: localDate('2027-01-10'),
    })),
  });

  test('is kept from the day on which it was decided; one that waits stays', () => {
    const decided = { kind: 'provider-change', ref: 'PC-1', lastDay: '2027-01-12', needed: undefined };
    expect(keptProviderChange(change('PC-1', '2027-01-12T10:00:00Z'), [], [])).toStrictEqual(decided);
    expect(keptProviderChange(change('PC-1', '2027-01-12T10:00:00Z', { vat: [] }), [], [])).toStrictEqual(decided);
    const refused = change('PC-1', '2027-01-12T10:00:00Z', { state: 'refused', ...states('S-1') });
    expect(keptProviderChange(refused, [], [])).toStrictEqual(decided);
    expect(keptProviderChange(change('PC-1', undefined, { state: 'proposed', ...states('S-1') }), [], [])).toStrictEqual({
      ...decided,
      lastDay: '2027-01-10',
      needed: 'it is not decided yet.',
    });
    expect(keptProviderChange(refused, [], ['PC-1']).needed).toMatch(/held by the council/);
  });

  describe('R38: a statement about VAT that was accepted', () => {
    const first = change('PC-1', '2027-01-12T10:00:00Z', states('S-1', 'S-2'));
    const of = (...others: readonly ProviderChange[]) => keptProviderChange(first, [first, ...others], []);
    const one = change('PC-2', '2028-05-01T10:00:00Z', states('S-1'));
    const other = change('PC-3', '2029-05-01T10:00:00Z', states('S-3', 'S-2'));

    test('is kept from the day on which the last of its services was stated anew', () => {
      expect(of(one, other)).toStrictEqual({ kind: 'vat-statement', ref: 'PC-1', lastDay: '2029-05-01', needed: undefined });
      expect(of(other, one)).toMatchObject({ lastDay: '2029-05-01', needed: undefined });
    });

    test('and as far as it was stated anew where it stands for another of its services', () => {
      expect(of(one)).toMatchObject({ lastDay: '2028-05-01' });
    });

    test('counts to the next statement of a service, not to later ones', () => {
      const later = change('PC-4', '2031-05-01T10:00:00Z', states('S-1', 'S-2'));
      expect(of(later, one, other)).toMatchObject({ lastDay: '2029-05-01' });
    });

    test.each<[string, readonly ProviderChange[], string]>([
      ['nobody stated anything since', [], 'S-1'],
      ['only one of its services was stated anew', [one], 'S-2'],
      ['the next was refused', [one, { ...other, state: 'refused' }], 'S-2'],
      ['the other is older', [one, { ...other, history: [{ at: '2026-05-01T10:00:00Z', by: '', what: '' }] }], 'S-2'],
      ['the other says nothing of VAT', [one, change('PC-5', '2029-05-01T10:00:00Z')], 'S-2'],
    ])('stays where %s', (_what, others, serviceRef) => {
      expect(of(...others).needed).toBe(`it is the last that was said of the VAT of ${serviceRef}.`);
    });

    test('is held by the council', () => {
      expect(keptProviderChange(first, [], ['PC-1']).needed).toMatch(/^PC-1 is held by the council/);
    });
  });
});

describe('a notice', () => {
  const notice = published();
  const over = { ...notice, history: [...notice.history, { at: '2027-01-31T23:30:00Z', by: 'Ada Marsh', what: 'Withdrawn' }] };

  test('that is over is kept from its last day; one that was withdrawn or discarded, from that day', () => {
    expect(keptNotice({ ...over, status: 'expired' }, [])).toStrictEqual({
      kind: 'notice',
      ref: notice.ref,
      lastDay: '2027-03-31',
      needed: undefined,
    });
    for (const status of ['withdrawn', 'discarded'] as const)
      expect(keptNotice({ ...over, status }, [])).toMatchObject({ lastDay: '2027-01-31', needed: undefined });
  });

  test('stays while it is not over, and where the council holds it', () => {
    expect(noticeStatuses.flatMap((status) => keptNotice({ ...notice, status }, []).needed ?? [])).toEqual([
      'it is a draft.',
      'it is waiting for its day.',
      'it is published.',
    ]);
    expect(keptNotice({ ...over, status: 'expired' }, [notice.ref]).needed).toMatch(/is held by the council/);
  });
});

test('a purchase outside the framework counts from the last day of its last month, and stays while the council holds it', () => {
  const purchase = aPurchase({ from: '2026-09', to: '2027-02' });
  expect(keptOffFramework(purchase, [])).toStrictEqual({
    kind: 'off-framework',
    ref: purchase.ref,
    lastDay: '2027-02-28',
    needed: undefined,
  });
  expect(keptOffFramework(purchase, [purchase.ref]).needed).toMatch(/is held by the council/);
});

describe('an event', () => {
  const event = aPublishedEvent();
  const changed = { ...event, history: [...event.history, { at: '2027-01-31T23:30:00Z', by: 'Ada Marsh', what: 'Of 2 bookings 1 came' }] };

  test('is kept from the day on which it was last changed once it is over, cancelled or discarded, and stays until then or while the council holds it', () => {
    expect(keptEvent({ ...changed, status: 'over' }, [])).toStrictEqual({
      kind: 'event',
      ref: event.ref,
      lastDay: '2027-01-31',
      needed: undefined,
    });
    expect(eventStatuses.map((status) => keptEvent({ ...event, status }, []).needed)).toEqual([
      'it is a draft.',
      'it is published.',
      undefined,
      undefined,
      undefined,
    ]);
    expect(keptEvent({ ...changed, status: 'over' }, [event.ref]).needed).toMatch(/is held by the council/);
  });
});

describe('a survey', () => {
  const survey = opened();
  const over = { ...survey, history: [...survey.history, { at: '2027-01-31T23:30:00Z', by: 'Ada Marsh', what: 'Closed' }] };

  test('that is over is kept, with its answers, from the day on which it was closed or discarded', () => {
    for (const status of ['closed', 'discarded'] as const)
      expect(keptSurvey({ ...over, status }, [])).toStrictEqual({
        kind: 'survey',
        ref: survey.ref,
        lastDay: '2027-01-31',
        needed: undefined,
      });
  });

  test('stays while it is not over, and where the council holds it', () => {
    expect(surveyStatuses.flatMap((status) => keptSurvey({ ...survey, status }, []).needed ?? [])).toEqual([
      'it is a draft.',
      'it is open.',
    ]);
    expect(keptSurvey({ ...over, status: 'closed' }, [survey.ref]).needed).toMatch(/is held by the council/);
  });
});
