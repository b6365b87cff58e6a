import { aCheck, accepted, aFramework, aListing, aLot, aProvider, aRate, aService, refusal } from '../call-off/call-off.fixture.ts';
import { submit } from '../call-off/submission.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { mandatoryStandards } from '../quality/standard.ts';
import { frameworkIsLive } from '../register/framework.ts';
import { lotIsLive } from '../register/lot.ts';
import { listingOf } from '../register/service-may-be-ordered.ts';
import { admitProvider } from '../tenders/award/enablement.ts';
import { extendOrder, pauseOrder, resumeOrder, varyOrder } from './change-order.ts';
import { endOrder } from './end-order.ts';
import { recipientOf } from './may-send-order.ts';
import { acceptedOrder, lifeFacts, on, readyOrder, runningOrder } from './order.fixture.ts';
import { presentTotals } from './order-plan.ts';
import { startOrder } from './start-order.ts';

// A framework ends while placements run that were ordered under it, and the next begins with other lots. R28, R29: nothing new under the old one; what was ordered runs on.

const day = localDate;
const ending = day('2027-01-31');
const oldOne = aFramework({ ref: 'AP-2026', name: 'Alternative provision 2026', expiresOn: ending });
const nextOne = aFramework({
  ref: 'AP-2027',
  name: 'Alternative provision 2027',
  liveFrom: day('2027-02-01'),
  expiresOn: day('2031-01-31'),
});
const oldLot = aLot({ key: 'AP-2026-1', frameworkRef: 'AP-2026', name: 'Engagement' });
const nextLot = aLot({ key: 'AP-2027-3', frameworkRef: 'AP-2027', number: 3, name: 'Belonging' });
/** A provider of the old framework to whom the next one is awarded as well. */
const onBoth = admitProvider(aProvider({ lotKeys: [oldLot.key] }), {
  lots: [{ lotKey: nextLot.key, qualityPoints: 0, pricePoints: 0, total: 0, rank: 1 }] as never,
});
const checks = mandatoryStandards.map((standard) => aCheck(standard));
const oldOffer = aListing({ framework: oldOne, lot: oldLot, provider: onBoth, qaChecks: checks });
const nextOffer = aListing({
  framework: nextOne,
  lot: nextLot,
  provider: onBoth,
  qaChecks: checks,
  service: aService({ ref: 'S-00002', lotKey: nextLot.key }),
  rates: [aRate({ ref: 'R-00002', serviceRef: 'S-00002', lotKey: nextLot.key, price: pence(9_000), effectiveFrom: day('2027-02-01') })],
});
const afterEnd = '2027-02-02';
const ended = lifeFacts({ framework: { ...oldOne, status: 'expired' }, lot: { ...oldLot, status: 'closed' } });

describe('on either side of the day', () => {
  test('a provider on both is listed in each, in turn, by the dates of the frameworks alone', () => {
    expect(onBoth.lotKeys).toEqual(['AP-2026-1', 'AP-2027-3']);
    const listed = (on: string) => [oldOffer, nextOffer].map((offer) => listingOf(offer, day(on)).ok);
    expect(listed('2027-01-31')).toEqual([true, false]);
    expect(listed('2027-02-01')).toEqual([false, true]);
  });

  test('who finds the old service is told when it ended, what becomes of placements, and where to look; who comes early, from when', () => {
    const told = (offer: typeof oldOffer, on: string) => refusal(listingOf(offer, day(on)) as never).detail;
    expect(told(oldOffer, afterEnd)).toBe(
      'Alternative provision 2026 ended on 31 January 2027. Placements that were ordered under it run on at their price. Search the directory for what can be requested now.',
    );
    expect(told(nextOffer, '2027-01-31')).toBe('Alternative provision 2027 does not take requests before 1 February 2027.');
    const early = aListing({ framework: aFramework(), lot: aLot({ expiresOn: day('2026-12-31') }) });
    expect(told(early, afterEnd)).toMatch(/^The lot Engagement ended on 31 December 2026\./);
    expect(told(aListing({ framework: { ...oldOne, status: 'cancelled' } }), '2026-12-01')).toBe(
      'Alternative provision 2026 is not open for requests.',
    );
  });

  test('a new request is made of the next framework, at its own price, and of the old one no more', () => {
    const request = { startDate: day('2027-02-08'), endDate: day('2027-03-18') };
    const at = { now: `${afterEnd}T09:00:00Z` };
    expect(refusal(submit({ listing: oldOffer }, request, at)).code).toBe('framework-not-live');
    const made = accepted(
      submit({ listing: nextOffer }, { ...request, serviceRef: 'S-00002' }, { ...at, shownGross: pence(90_000) }),
    ).state;
    expect([made.lotKey, made.price.unitPrice]).toEqual(['AP-2027-3', 9_000]);
  });

  test('a request under the old framework plans nothing past its last day', () => {
    const late = { startDate: day('2027-01-12'), endDate: day('2027-03-18') };
    expect(refusal(submit({ listing: oldOffer }, late))).toMatchObject({ code: 'dates-not-allowed', field: '/endDate' });
  });
});

describe('an order that was made in time, where the framework or its lot ended before the placement does', () => {
  test('is still sent, and begins', () => {
    const provider = ended.provider;
    expect(recipientOf(acceptedOrder(), provider, day(afterEnd)).ok).toBe(true);
    const started = startOrder(readyOrder(), { ...on('2027-02-02'), startedOn: day('2027-01-12') }, ended);
    expect(accepted(started).state.order?.state).toBe('active');
  });

  test('runs on at its frozen price: varied, paused, taken up and ended as if nothing had happened', () => {
    const running = runningOrder();
    const tuesdays = { days: ['tue'], sessions: 'both', hoursPerDay: 5 } as const;
    const varied = accepted(
      varyOrder(running, { ...on(afterEnd), from: day('2027-02-09'), pattern: tuesdays, reason: 'Fewer days.' }, ended),
    ).state;
    expect(varied.price.unitPrice).toBe(running.price.unitPrice);
    expect(presentTotals(varied).gross).toBeLessThan(presentTotals(running).gross);
    const paused = accepted(pauseOrder(varied, { ...on('2027-02-10'), from: day('2027-02-11'), reason: 'Illness.' }, ended)).state;
    const resumed = accepted(resumeOrder(paused, { ...on('2027-02-23'), on: day('2027-02-23') }, ended)).state;
    expect(accepted(endOrder(resumed, { ...on('2027-03-16'), lastDay: day('2027-03-16'), reason: 'agreed-with-provider' }, ended)).ok).toBe(
      true,
    );
  });

  test('is not made longer: what goes on is requested of the next framework', () => {
    const longer = extendOrder(runningOrder(), { ...on(afterEnd), endDate: day('2027-03-25'), reason: 'Going well.' }, ended);
    expect(refusal(longer)).toMatchObject({ code: 'dates-not-allowed', field: '/endDate' });
  });
});

test('a lot may end on its own day, before its framework and after the next one began', () => {
  const short = { ...oldLot, expiresOn: day('2026-12-31') };
  expect([lotIsLive(short, oldOne, day('2026-12-31')), lotIsLive(short, oldOne, day('2027-01-01'))]).toEqual([true, false]);
  expect(frameworkIsLive(oldOne, day('2027-01-01'))).toBe(true);
});
