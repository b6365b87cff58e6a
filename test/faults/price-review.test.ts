import { addDays, localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import type { Person } from '@ap/shared/domain/people/person';
import { awardApprover, commissioner, secondCommissioner } from '@ap/shared/domain/tenders/tender.fixture';
import { listPriceBooks } from '../../functions/src/awards/price-book-view.ts';
import { approvePriceReview, getPriceBook, openPriceReview, proposePrices } from '../../functions/src/awards/price-review.ts';
import { decidedAt, does, expectOneEventForEachVersion, inForce, notice, sign } from '../ports/award-world.ts';
import { callOf, settle, tenderWorld } from '../ports/tender-world.ts';
import { codeOf } from '../support/code-of.ts';

describe('row 6, R29, R38: prices are fixed for their period', () => {
  const book = { frameworkRef: 'AP-2027', providerRef: 'P-0042' };

  test('a change inside the period is refused with the reason; a price that came otherwise is in the way of an award', async () => {
    const world = await inForce();
    const inside = { from: localDate('2028-04-01'), to: localDate('2031-03-31') };
    const opened = openPriceReview(world.ports)(callOf(commissioner, book, { period: inside, reason: 'Wages rose.' }));
    await expect(opened).rejects.toMatchObject({
      code: 'price-fixed',
      message: expect.stringContaining('Prices are fixed until Monday 31 March 2031'),
    });
    const line = { serviceRef: 'S-P-0042-AP-2027-1-1', lotKey: 'AP-2027-1', unit: 'day' as const, price: pence(16_000) };
    expect(await codeOf(proposePrices(world.ports)(callOf(commissioner, book, { lines: [line] })))).toBe('not-in-this-state');
    expect(await codeOf(does.import(world, { noticeId: 'DN-2', prices: notice().prices }))).toBe('already-made');
  });

  test('a review prices the next period: nobody approves what they proposed, and the rows follow', async () => {
    const world = await tenderWorld(decidedAt);
    const known = await world.ports.tenders.frameworks.find('AP-2027');
    if (!known) throw new Error('No framework');
    await world.ports.tenders.frameworks.save(known, { ...known.state, terms: { ...known.state.terms, pricePeriodMonths: 24 } });
    await does.import(world);
    await does.check(world, '2027-01-27');
    await does.decide(world, awardApprover, { verdict: 'approve', version: 2 });
    world.clock.now = '2027-02-01T15:00:00.000Z';
    await does.standstill(world, '2027-02-01');
    world.clock.now = '2027-02-11T09:00:00.000Z';
    await does.send(world, '2027-02-11');
    await settle(world);
    await sign(world);
    await does.countersign(world);
    await settle(world);
    const period = { from: localDate('2029-04-01'), to: localDate('2031-03-31') };
    const read = (by: Person) => getPriceBook(world.ports)(callOf(by, book, undefined));
    expect(await read(commissioner)).toMatchObject({
      providerName: 'Blackmore Vale',
      nextPeriod: period,
      may: ['open-review'],
      lines: [{ serviceName: 'Day programme', state: 'approved' }],
    });
    await openPriceReview(world.ports)(callOf(commissioner, book, { period, reason: 'As the framework says.' }));
    const line = { serviceRef: 'S-P-0042-AP-2027-1-1', lotKey: 'AP-2027-1', unit: 'day' as const, price: pence(16_000) };
    await proposePrices(world.ports)(callOf(commissioner, book, { lines: [line] }));
    expect(await read(commissioner)).toMatchObject({
      review: { proposedBy: ['Cora Winfrith'] },
      may: ['propose-prices', 'abandon-review'],
    });
    expect((await read(secondCommissioner)).may).toContain('approve-review');
    expect(await codeOf(approvePriceReview(world.ports)(callOf(commissioner, book, undefined)))).toBe('approver-cannot-be-proposer');
    await approvePriceReview(world.ports)(callOf(secondCommissioner, book, undefined));
    await settle(world);
    expect(world.facts.listing.rates.map(({ price, effectiveFrom, effectiveTo }) => [price, effectiveFrom, effectiveTo])).toEqual([
      [15_000, '2027-04-01', '2029-03-31'],
      [16_000, '2029-04-01', '2031-03-31'],
    ]);
    const { books, providerName } = await listPriceBooks(world.ports)(callOf(commissioner, { providerRef: 'P-0042' }, undefined));
    expect([providerName, books]).toEqual([
      'Blackmore Vale',
      [{ frameworkRef: 'AP-2027', status: 'fixed', fixedUntil: '2031-03-31', prices: 1 }],
    ]);
    expect(addDays(localDate('2029-03-31'), 1)).toBe('2029-04-01');
    expect(world.mails.map(({ subject }) => subject)).toContain('Your prices under AP-2027 are agreed');
    const state = (await world.ports.tenders.priceBooks.find('PB-AP-2027-P-0042'))?.state;
    expectOneEventForEachVersion(world, 'PB-AP-2027-P-0042', state?.version ?? 0);
  });
});
