import { aBlockInUse } from '../block-purchases/block.fixture.ts';
import { type BlockStatus, blockStatuses } from '../block-purchases/block-purchase.ts';
import { localDate } from '../days/local-date.ts';
import { anAwardThatIs, proposeAward } from '../tenders/award/award.fixture.ts';
import type { Award } from '../tenders/award/award.ts';
import { awardStatuses } from '../tenders/award/award-status.ts';
import { closedRound } from '../tenders/evaluation/evaluation.fixture.ts';
import { aBook } from '../tenders/prices/price-book.fixture.ts';
import { roundStatuses } from '../tenders/round/round-status.ts';
import { type ContractFacts, keptAward, keptBlockPurchase, keptPriceBook, keptRound } from './kept-contracts.ts';

const facts = (told: Partial<ContractFacts> = {}): ContractFacts => ({ restingOnIt: [], frameworkEnds: localDate('2031-03-31'), ...told });
const at = (day: string) => ({ at: `${day}T10:00:00Z`, by: 'Ada Marsh', what: 'It' });
const noEnd = 'no row says when its framework ends.';

describe('a block purchase', () => {
  // Its last day of use is 16 July 2027.
  const block = (status: BlockStatus, changedOn: string) => ({ ...aBlockInUse(), status, history: [at(changedOn)] });

  test('that was bought is kept from its last day of use, or from its settlement where that came later', () => {
    const { ref } = aBlockInUse();
    const kept = { kind: 'block-purchase', ref, needed: undefined };
    expect(keptBlockPurchase(block('settled', '2027-08-02'), [], [])).toStrictEqual({ ...kept, lastDay: '2027-08-02' });
    expect(keptBlockPurchase(block('settled', '2027-05-02'), [], [])).toStrictEqual({ ...kept, lastDay: '2027-07-16' });
  });

  test('that came to nothing is kept from that day on, and one that goes on stays', () => {
    expect(
      blockStatuses.map((status) => {
        const { kind, lastDay, needed } = keptBlockPurchase(block(status, '2027-01-05'), [], []) as { lastDay: string } & ReturnType<
          typeof keptBlockPurchase
        >;
        return [status, kind === 'block-purchase' ? 'bought' : kind === 'lapsed-block-purchase' ? 'not bought' : kind, lastDay, needed];
      }),
    ).toEqual([
      ...['draft', 'gathering', 'closed'].map((status) => [status, 'not bought', '2027-01-05', `it is ${status}.`]),
      ...['lapsed', 'cancelled'].map((status) => [status, 'not bought', '2027-01-05', undefined]),
      ['offered', 'not bought', '2027-01-05', 'it is offered.'],
      ['declined', 'not bought', '2027-01-05', undefined],
      ...['confirmed', 'drawing', 'exhausted', 'expired'].map((status) => [status, 'not bought', '2027-01-05', `it is ${status}.`]),
      ['settled', 'bought', '2027-07-16', undefined],
    ]);
  });

  test('stays while a call-off that draws on it is kept, and where the council holds it', () => {
    const settled = block('settled', '2027-08-02');
    expect(keptBlockPurchase(settled, ['CO-1'], []).needed).toBe('CO-1 rests on it.');
    expect(keptBlockPurchase(settled, ['CO-1', 'CO-2', 'CO-3'], []).needed).toBe('CO-1 and 2 more rest on it.');
    expect(keptBlockPurchase(settled, ['CO-1'], [settled.ref]).needed).toMatch(/held by the council/);
  });
});

const award = (status: Award['status'], decidedOn = '2027-02-20'): Award => ({
  ...anAwardThatIs('proposed', proposeAward()),
  status,
  history: [at('2027-01-28'), at(decidedOn)],
});

describe('an award', () => {
  test('that both signed is kept from the end of its framework, one of which nothing came from that day on, and any other stays', () => {
    expect(
      awardStatuses.map((status) => {
        const { kind, lastDay, needed } = keptAward(award(status), facts(), []) as { lastDay: string } & ReturnType<typeof keptAward>;
        return [status, kind, lastDay, needed];
      }),
    ).toEqual([
      ['proposed', 'unsuccessful-award', '2027-02-20', 'it is proposed.'],
      ['approved', 'unsuccessful-award', '2027-02-20', 'it is approved.'],
      ['rejected', 'unsuccessful-award', '2027-02-20', undefined],
      ['standstill', 'unsuccessful-award', '2027-02-20', 'it is standstill.'],
      ['agreement-sent', 'unsuccessful-award', '2027-02-20', 'it is agreement-sent.'],
      ['signed', 'unsuccessful-award', '2027-02-20', 'it is signed.'],
      ['countersigned', 'award', '2031-03-31', undefined],
      ['in-force', 'award', '2031-03-31', undefined],
      ['set-aside', 'unsuccessful-award', '2027-02-20', undefined],
    ]);
  });

  test('stays where no row says when its framework ends; of one of which nothing came that is not asked', () => {
    expect(keptAward(award('in-force'), facts({ frameworkEnds: undefined }), [])).toMatchObject({ lastDay: '1970-01-01', needed: noEnd });
    expect(keptAward(award('set-aside'), facts({ frameworkEnds: undefined }), []).needed).toBeUndefined();
  });

  test('stays while its application, or an order that it priced, is kept, and where the council holds it', () => {
    expect(keptAward(award('in-force'), facts({ restingOnIt: ['CO-1'] }), []).needed).toBe('CO-1 rests on it.');
    expect(keptAward(award('rejected'), facts({ restingOnIt: ['AP-1'] }), []).needed).toBe('AP-1 rests on it.');
    expect(keptAward(award('in-force'), facts(), [award('in-force').ref]).needed).toMatch(/held by the council/);
  });
});

describe('a price book', () => {
  // Its prices are fixed until 31 August 2030.
  const book = aBook();

  test('is kept from the end of its framework, or of its prices where these stand longer', () => {
    expect(keptPriceBook(book, facts(), [])).toStrictEqual({ kind: 'price-book', ref: book.ref, lastDay: '2031-03-31', needed: undefined });
    expect(keptPriceBook(book, facts({ frameworkEnds: localDate('2029-03-31') }), [])).toMatchObject({ lastDay: '2030-08-31' });
  });

  test('stays while its prices are reviewed, where its framework has no end, while what it priced is kept, and where it is held', () => {
    expect(keptPriceBook({ ...book, status: 'in-review' }, facts(), []).needed).toBe('it is under a price review.');
    expect(keptPriceBook(book, facts({ frameworkEnds: undefined }), [])).toMatchObject({ lastDay: '2030-08-31', needed: noEnd });
    expect(keptPriceBook(book, facts({ restingOnIt: ['AW-1'] }), []).needed).toBe('AW-1 rests on it.');
    expect(keptPriceBook(book, facts(), [book.ref]).needed).toMatch(/held by the council/);
  });
});

describe('a round', () => {
  // It closed on 31 December 2026.
  const round = { ...closedRound(), history: [at('2026-12-31')] };

  test('out of which nobody won is kept from its close, or from the last decision about it', () => {
    const kept = { kind: 'round', ref: round.ref, needed: undefined };
    expect(keptRound(round, [], facts({ frameworkEnds: undefined }), [])).toStrictEqual({ ...kept, lastDay: '2026-12-31' });
    expect(keptRound({ ...round, status: 'cancelled', history: [at('2027-01-05')] }, [], facts(), [])).toStrictEqual({
      ...kept,
      lastDay: '2027-01-05',
    });
    expect(keptRound(round, [award('rejected', '2027-03-01'), award('set-aside')], facts(), [])).toStrictEqual({
      ...kept,
      lastDay: '2027-03-01',
    });
  });

  test('out of which somebody won is kept from the end of its framework', () => {
    const kept = { kind: 'awarded-round', ref: round.ref, lastDay: '2031-03-31', needed: undefined };
    expect(keptRound(round, [award('rejected'), award('countersigned')], facts(), [])).toStrictEqual(kept);
    expect(keptRound(round, [award('in-force')], facts({ frameworkEnds: undefined }), [])).toStrictEqual({
      ...kept,
      lastDay: '1970-01-01',
      needed: noEnd,
    });
  });

  test('that may still take applications stays; so does one of which an application or an award is kept, or that is held', () => {
    expect(roundStatuses.map((status) => [status, keptRound({ ...round, status }, [], facts(), []).needed])).toEqual([
      ['draft', 'it is draft.'],
      ['published', 'it is published.'],
      ['open', 'it is open.'],
      ['closed', undefined],
      ['cancelled', undefined],
    ]);
    expect(keptRound(round, [], facts({ restingOnIt: ['AP-1', 'AW-1'] }), []).needed).toBe('AP-1 and 1 more rest on it.');
    expect(keptRound(round, [], facts(), [round.ref]).needed).toMatch(/held by the council/);
  });
});
