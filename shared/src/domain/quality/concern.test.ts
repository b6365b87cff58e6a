import { chair, head, senco } from '../call-off/call-off.fixture.ts';
import { theProduct } from '../people/person.ts';
import { type Concern, type ConcernCommand, type ConcernFacts, leadOf, type OtherConcern } from './concern.ts';
import { concernForBuyers, concernForCommissioners, concernForReporter } from './concern-view.ts';
import { decideConcern } from './decide-concern.ts';
import { decideProvider } from './decide-provider.ts';
import { unmoved } from './provider-standing.ts';
import { ada, ben, byClock, byHand, commissioners, refusalOf, stateAfter, today, worksOf } from './quality.fixture.ts';
import { type ReportConcern, reportConcern } from './report-concern.ts';
import { linesFor, linesWithoutPhone, whomToRing } from './whom-to-ring.ts';

const facts = (others: readonly OtherConcern[] = []): ConcernFacts => ({ councilMembers: commissioners, others });
const aReport = (told: Partial<ReportConcern> = {}): ReportConcern => ({
  ...byHand(senco),
  ref: 'C-00002',
  providerRef: 'P-0001',
  ringFirstRead: true,
  rung: ['mash'],
  category: 'child-may-be-harmed',
  severity: 'serious',
  text: 'A door to the road was left open twice this week.',
  ...told,
});
const report = (told: Partial<ReportConcern> = {}, others: readonly OtherConcern[] = []) => reportConcern(aReport(told), facts(others));
const open = (told: Partial<ReportConcern> = {}): Concern => stateAfter(report(told));
const decide = (present: Concern, command: ConcernCommand, others: readonly OtherConcern[] = []) =>
  decideConcern(present, command, facts(others));
const enquiry = (present = open()): Concern => stateAfter(decide(present, { ...byHand(ada), kind: 'start-enquiry' }));
const close = (present: Concern, by = ada) =>
  decide(present, { ...byHand(by), kind: 'close', outcome: 'put-right', text: 'The door has a closer now.' });

describe('R17: whom to ring comes first', () => {
  test('999, MASH and the LADO with the numbers of Settings; a number that is missing is known to be missing', () => {
    const phones = { mash: '01305 000001', lado: ' ' };
    expect(whomToRing(phones).map(({ line, phone }) => [line, phone])).toEqual([
      ['999', '999'],
      ['mash', '01305 000001'],
      ['lado', ' '],
    ]);
    expect(linesWithoutPhone(phones)).toEqual(['lado']);
    expect(linesWithoutPhone({})).toEqual(['mash', 'lado']);
    const named = whomToRing({ mashName: 'First Response', ladoName: 'Allegations Officer', mashOutOfHours: '01305 000002' });
    expect(named.map(({ name, outOfHours }) => [name, outOfHours])).toEqual([
      ['Police and ambulance', undefined],
      ['First Response', '01305 000002'],
      ['Allegations Officer', undefined],
    ]);
    expect(whomToRing({}).map(({ name }) => name)).toEqual([
      'Police and ambulance',
      'Multi-agency safeguarding hub (MASH)',
      'Local authority designated officer (LADO)',
    ]);
  });

  test('which lines a concern calls for', () => {
    expect(linesFor('adult-may-have-harmed', 'serious')).toEqual(['lado']);
    expect(linesFor('child-may-be-harmed', 'danger-now')).toEqual(['999', 'mash']);
    expect(linesFor('site-not-safe', 'danger-now')).toEqual(['999', 'mash']);
    expect(linesFor('poor-provision', 'less-serious')).toEqual([]);
  });

  test('nothing is taken before it was read and, where it must be, done', () => {
    expect(refusalOf(report({ ringFirstRead: false }))).toMatchObject({ code: 'ring-first', field: '/ringFirstRead' });
    expect(refusalOf(report({ rung: [], category: 'adult-may-have-harmed', severity: 'danger-now' })).detail).toBe(
      'Ring 999 and the designated officer (LADO) now. Then say here that you did.',
    );
    expect(refusalOf(report({ rung: [] }))).toMatchObject({
      code: 'ring-not-recorded',
      field: '/rung',
      detail: 'Ring the multi-agency safeguarding hub (MASH) now. Then say here that you did.',
    });
    expect(open({ rung: [], category: 'poor-provision' }).status).toBe('open');
  });
});

describe('a concern', () => {
  test.each(['', 'About Jack Smith in year 9.', 'x'.repeat(2_001)])('R40: its text is there, short, and names no pupil: %#', (text) => {
    expect(refusalOf(report({ text })).field).toBe('/text');
  });

  test('is taken from whoever has signed in, and from nothing else', () => {
    for (const told of [byClock(), byHand(theProduct), byHand(senco, { channel: 'link' })])
      expect(refusalOf(report(told)).code).toBe('not-a-person');
  });

  test('about a provider with an earlier one that is open is joined to it, and both are marked', () => {
    const first: OtherConcern = { ref: 'C-00001', providerRef: 'P-0001', status: 'under-enquiry', reportedAt: '2026-11-20T09:00:00Z' };
    const second = report({}, [first]);
    expect(stateAfter(second)).toMatchObject({ status: 'joined', leadRef: 'C-00001' });
    expect(worksOf(second)).toContainEqual({ kind: 'take-in-concern', leadRef: 'C-00001' });
    const lead = enquiry(open({ ref: 'C-00001' }));
    const joined = { ...stateAfter(second) };
    const takeIn = { ...byClock(), kind: 'take-in', joinedRef: 'C-00002' } as const;
    const marked = stateAfter(decide(lead, takeIn, [joined]));
    expect(marked.joined).toEqual(['C-00002']);
    expect(refusalOf(decide(marked, { ...takeIn, id: 'twice' }, [joined])).code).toBe('already-recorded');
    // Closing the one that leads closes both; what it has not taken in is open again instead.
    const closed = close(marked);
    expect(worksOf(closed)).toContainEqual({ kind: 'close-joined-concern', concernRef: 'C-00002' });
    const closeJoined = { ...byClock(), kind: 'close-joined' } as const;
    expect(stateAfter(decide(joined, closeJoined, [stateAfter(closed)]))).toMatchObject({
      status: 'closed',
      outcome: 'put-right',
      closedBy: ada,
    });
    const unseen = stateAfter(close(lead));
    expect(refusalOf(decide(joined, closeJoined, [unseen])).code).toBe('not-in-this-state');
    expect(stateAfter(decide(joined, { ...byClock(), kind: 'part' }, [unseen]))).toMatchObject({ status: 'open', leadRef: undefined });
    expect(refusalOf(decide(joined, { ...byClock(), kind: 'part' }, [stateAfter(closed)])).code).toBe('not-in-this-state');
  });

  test('reported at the same moment as another is joined to it by the sweep, the later to the earlier, never both', () => {
    const one = open({ ref: 'C-00001' });
    const two = open({ ref: 'C-00002' });
    expect(leadOf([two, one], 'P-0001')?.ref).toBe('C-00001');
    const join = { ...byClock(), kind: 'join' } as const;
    expect(stateAfter(decide(two, join, [one])).leadRef).toBe('C-00001');
    expect(refusalOf(decide(one, join, [two])).code).toBe('nothing-to-join');
    expect(refusalOf(decide(two, join, [open({ ref: 'C-00001', providerRef: 'P-0002' })])).code).toBe('nothing-to-join');
  });

  test('R19: one person pauses new orders with one action', () => {
    const pause = (present: Concern, by = ada) => decide(present, { ...byHand(by), kind: 'pause-orders' });
    expect(worksOf(pause(open()))).toContainEqual({ kind: 'place-hold', providerRef: 'P-0001', cause: 'concern', about: 'C-00002' });
    expect(refusalOf(pause(open(), senco)).code).toBe('not-a-commissioner');
    expect(refusalOf(pause(stateAfter(pause(open())), ben)).code).toBe('hold-already-placed');
  });

  test('R17: where an adult may have harmed a child it is not closed before the LADO was told', () => {
    const present = enquiry(open({ category: 'adult-may-have-harmed', rung: ['lado'] }));
    expect(refusalOf(close(present)).code).toBe('lado-referral-required');
    const refer = (told: object) => decide(present, { ...byHand(ada), kind: 'record-lado-referral', on: today, ...told });
    expect(refusalOf(refer({ on: '2026-11-25' })).field).toBe('/on');
    expect(refusalOf(refer({ reference: 'about Jack Smith' })).field).toBe('/reference');
    expect(stateAfter(close(stateAfter(refer({ reference: 'LADO/26-114' }))))).toMatchObject({ status: 'closed', closedBy: ada });
  });
});

describe('who sees what of a concern', () => {
  const paused = stateAfter(decide(enquiry(), { ...byHand(ada), kind: 'pause-orders' }));
  const held = stateAfter(
    decideProvider(
      unmoved('P-0001', 'active'),
      { ...byHand(ada), kind: 'place-hold', cause: 'concern', about: paused.ref },
      {
        councilMembers: commissioners,
        checks: [],
        concerns: [paused],
        agreementCountersigned: true,
        liveRate: true,
        debarmentClear: true,
      },
    ),
  );

  test('other schools: a fixed sentence while the provider is held, nothing else', () => {
    expect(concernForBuyers(held, '01305 000000')).toEqual({
      providerRef: 'P-0001',
      sentence: 'Paused for new orders. Phone the commissioning team on 01305 000000.',
    });
    expect(concernForBuyers(unmoved('P-0001', 'active'), '01305 000000')).toBeUndefined();
  });

  test('nothing of the reporter or of the text is in any view, nor in what waits to be done', () => {
    const seen = JSON.stringify([
      concernForBuyers(held, undefined),
      concernForReporter(paused),
      concernForCommissioners(paused),
      paused.outbox.filter(({ kind }) => kind !== 'record-audit'),
      held.outbox,
    ]);
    for (const secret of [senco.name, senco.email, senco.objectId, 'door', head.name, chair.name]) expect(seen).not.toContain(secret);
  });

  test('the reporter: that it arrived and where it stands', () => {
    expect(concernForReporter(open()).status).toBe('received');
    expect(concernForReporter(paused).status).toBe('being-looked-into');
    expect(concernForReporter(stateAfter(close(paused))).status).toBe('closed');
  });
});
