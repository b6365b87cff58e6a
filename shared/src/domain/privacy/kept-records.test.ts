import { senco } from '../call-off/call-off.fixture.ts';
import { localDate, toLondonDate } from '../days/local-date.ts';
import { type EnquiryStatus, enquiryStatuses } from '../enquiries/enquiry.ts';
import { accepts, entered, taughtOrder, typedInvoice } from '../invoices/invoice.fixture.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { Concern } from '../quality/concern.ts';
import { byHand, stateAfter } from '../quality/quality.fixture.ts';
import { type ReportConcern, reportConcern } from '../quality/report-concern.ts';
import { aSubmitted } from '../tenders/application/application.fixture.ts';
import { anAwardThatIs, proposeAward } from '../tenders/award/award.fixture.ts';
import type { Award } from '../tenders/award/award.ts';
import { aLotApplication, closedRound } from '../tenders/evaluation/evaluation.fixture.ts';
import type { LotApplication } from '../tenders/evaluation/lot-application.ts';
import { type KeptApplicationFacts, keptApplication, keptConcern, keptEnquiry, keptInvoice } from './kept-records.ts';

const order = taughtOrder();
const invoiceOf = (decision: ReturnType<typeof entered>): Invoice => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};
const waiting = invoiceOf(entered(typedInvoice(), order));
const paid = invoiceOf(accepts(waiting, order));
const refused: Invoice = { ...waiting, ref: 'IV-2', status: 'refused' };

const elsewhere = { ...(paid.lines[0] as Invoice['lines'][number]), callOffRef: 'CO-0000-0000' };

describe('an enquiry', () => {
  const enquiry = (status: EnquiryStatus) => ({ ref: 'EN-1', status, keepUntil: localDate('2027-11-30') });

  test('that is over goes by its own day; one that waits for answers stays', () => {
    expect(keptEnquiry(enquiry('closed'), [])).toStrictEqual({ kind: 'enquiry', ref: 'EN-1', keepUntil: '2027-11-30', needed: undefined });
    expect(enquiryStatuses.map((status) => [status, keptEnquiry(enquiry(status), []).needed])).toEqual([
      ['sent', 'it is sent.'],
      ['partly-replied', 'it is partly-replied.'],
      ['replied', 'it is replied.'],
      ['closed', undefined],
      ['converted', undefined],
      ['ended', undefined],
    ]);
  });

  test('that the council holds stays', () => expect(keptEnquiry(enquiry('ended'), ['EN-1']).needed).toMatch(/held by the council/));
});

describe('an invoice', () => {
  test.each<[string, Invoice, readonly Invoice[], readonly string[], RegExp | undefined]>([
    ['that is accepted may go by its date', paid, [], [], undefined],
    ['that waits to be accepted is needed', waiting, [], [], /BV 1001 waits to be accepted/],
    ['that was refused and not answered is in dispute', refused, [refused], [], /in dispute/],
    ['that was refused and answered by another is not', refused, [refused, paid], [], undefined],
    [
      'that was refused and answered by one that also charges another',
      refused,
      [refused, { ...paid, lines: [...paid.lines, elsewhere] }],
      [],
      undefined,
    ],
    ['that was refused, where another answered for another', refused, [refused, { ...paid, lines: [elsewhere] }], [], /in dispute/],
    ['is held with a call-off that it charges', paid, [], [order.callOff.ref], /held by the council/],
  ])('%s', (_what, invoice, others, held, why) => {
    const kept = keptInvoice(invoice, others, held);
    expect(kept).toMatchObject({ kind: 'invoice', lastDay: '2027-02-01' });
    if (why) expect((kept as { needed?: string }).needed).toMatch(why);
    else expect((kept as { needed?: string }).needed).toBeUndefined();
  });
});

describe('a concern', () => {
  const reported = (told: Partial<ReportConcern> = {}): Concern => {
    const command = { ...byHand(senco), ref: 'CN-1', providerRef: 'P-0001', ringFirstRead: true, rung: ['999', 'mash', 'lado'] } as const;
    const report: ReportConcern = { ...command, category: 'other', severity: 'serious', text: 'No heating.', ...told };
    return stateAfter(reportConcern(report, { others: [] }));
  };
  const closed = (concern: Concern): Concern => ({
    ...concern,
    status: 'closed',
    history: [...concern.history, { ...(concern.history[0] as Concern['history'][number]), at: '2027-02-01T23:30:00Z' }],
  });

  test('that is not closed stays, whatever its age', () => {
    expect(keptConcern(reported(), [])).toMatchObject({ kind: 'concern', needed: 'it is open.' });
  });

  test('is kept from the day in London on which it was closed', () => {
    expect(keptConcern(closed(reported()), [])).toMatchObject({ kind: 'concern', lastDay: '2027-02-01', needed: undefined });
  });

  test.each<[string, Concern]>([
    ['that an adult may have harmed a child', closed(reported({ category: 'adult-may-have-harmed' }))],
    ['that a child may be harmed', closed(reported({ category: 'child-may-be-harmed' }))],
    ['of danger now', closed(reported({ severity: 'danger-now' }))],
    ['that was told to the LADO', { ...closed(reported()), ladoReferral: { on: localDate('2027-01-20'), recordedBy: senco } }],
  ])('%s is about harm, and kept the longest', (_what, concern) => {
    expect(keptConcern(concern, [])).toMatchObject({ kind: 'harm' });
  });
});

describe('an application', () => {
  const application = aSubmitted();
  const lot = (status: LotApplication['status']): LotApplication => ({ ...aLotApplication(), status });
  const award = (status: Award['status'], told: Partial<Award> = {}): Award => ({
    ...anAwardThatIs('proposed', proposeAward()),
    status,
    history: [{ ...(application.history[0] as Award['history'][number]), at: '2027-02-20T10:00:00Z' }],
    ...told,
  });
  const another = { source: { kind: 'round', roundRef: 'RD-2027', applicationRef: 'AP-RD-2027-P-0099' } } as const;
  const judge = (told: Partial<KeptApplicationFacts>, held: readonly string[] = []) =>
    keptApplication(
      application,
      { round: closedRound(), awards: [], lots: [lot('not-recommended')], frameworkEnds: localDate('2031-03-31'), ...told },
      held,
    );

  test('that won is kept from the end of its framework', () => {
    expect(judge({ awards: [award('in-force')] })).toMatchObject({ kind: 'awarded-application', lastDay: '2031-03-31', needed: undefined });
    expect(judge({ awards: [award('countersigned')] })).toMatchObject({ kind: 'awarded-application' });
    expect(judge({ awards: [award('in-force')], frameworkEnds: undefined })).toMatchObject({
      lastDay: '1970-01-01',
      needed: expect.stringContaining('no row says'),
    });
  });

  test('that won nothing is kept from the last award of its round, or from its close', () => {
    expect(judge({ awards: [award('in-force', another)] })).toMatchObject({ kind: 'unsuccessful-application', lastDay: '2027-02-20' });
    expect(judge({ awards: [award('rejected')] })).toMatchObject({ kind: 'unsuccessful-application', lastDay: '2027-02-20' });
    expect(judge({})).toMatchObject({ kind: 'unsuccessful-application', lastDay: '2026-12-31', needed: undefined });
  });

  test('is over where every award of its round is signed, in force, rejected or set aside, and where no row tells of its round', () => {
    for (const status of ['countersigned', 'in-force', 'rejected', 'set-aside'] as const)
      expect(judge({ awards: [award(status, another)] })).toMatchObject({ needed: undefined });
    expect(judge({ round: undefined })).toEqual({
      kind: 'unsuccessful-application',
      ref: application.ref,
      lastDay: toLondonDate(application.history.at(-1)?.at ?? ''),
      needed: undefined,
    });
  });

  test('stays while an award of its round, or one of its lots, is not decided, or the round takes applications', () => {
    const undecided = { needed: expect.stringContaining('not decided yet') };
    expect(judge({ awards: [award('standstill', another)] })).toMatchObject(undecided);
    expect(judge({ lots: [lot('moderated')] })).toMatchObject(undecided);
    expect(judge({ lots: [lot('not-recommended'), lot('moderated')] })).toMatchObject(undecided);
    for (const status of ['draft', 'published', 'open'] as const)
      expect(judge({ round: { ...closedRound(), status } })).toMatchObject(undecided);
    expect(judge({}, [application.ref])).toMatchObject({ needed: expect.stringContaining('held by the council') });
  });
});
