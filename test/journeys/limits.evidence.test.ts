import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { CallOffRequestInput } from '@ap/shared/contract/call-offs';
import { addDays } from '@ap/shared/domain/days/local-date';
import { financialYearOf } from '@ap/shared/domain/ledgers/financial-year';
import type { Pence } from '@ap/shared/domain/money/money';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { fourSchools } from '../support/four-schools.ts';
import { listEditor } from '../support/list-editor.ts';
import { outcomeOf } from '../support/outcome-of.ts';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// Many approvals at the same moment over the real API and the local tenant, which counts and throttles.

const writers = 50;
const bears = 20;
let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, guardByHand);
});
afterAll(() => stack?.stop(), 60_000);

interface Side {
  readonly asks: string;
  readonly approves: string;
  readonly request: CallOffRequestInput;
  readonly shownGross: Pence;
}

/** Fifty requests of as many pupils, sent at the same moment, then approved at the same moment: how each approval ended. */
const crowd = async (sides: readonly [Side, ...Side[]]): Promise<readonly string[]> => {
  const side = (at: number): Side => sides[at % sides.length] ?? sides[0];
  const refs = await Promise.all(
    Array.from({ length: writers }, async (_, at) => {
      const { asks, request, shownGross } = side(at);
      const body = { request: { ...request, pupilRef: `P-${1000 + at}` }, shownGross };
      return (await stack.people.as(asks).submitCallOff({ body, key: randomUUID() })).ref;
    }),
  );
  await throttle();
  return Promise.all(
    refs.map((ref, at) => {
      const body = { verdict: 'approve' as const, seen: { round: 1, step: 0 } };
      return outcomeOf(() => stack.people.as(side(at).approves).decideApproval({ params: { ref }, body, key: randomUUID() }));
    }),
  );
};

/** Graph throttles writes of ledgers and call-offs, so that some must wait whatever the machine can do. */
const throttle = (): Promise<unknown> =>
  stack.people.fault(
    { method: 'PATCH', path: '/lists/(Ledgers|CallOffs)/items/\\d+/fields$' },
    { status: 429, code: 'activityLimitReached', retryAfter: 3 },
    20,
  );

/** Whoever had to wait was answered 202, and later what became of it: nobody was told to try again. */
const nobodyWasSentAway = (): void => {
  expect(stack.people.statuses.get(202)).toBeGreaterThan(0);
  expect([...stack.people.statuses.keys()].filter((status) => status >= 500 || status === 429)).toEqual([]);
};

test('R35: of 50 approvals at the same moment as many become orders as the budget bears, and the sums are exact', async () => {
  const senco = stack.people.as('senco');
  const { service, basis } = await aService(senco);
  // One day, so that one pupil more is never near the threshold and all of it lies in one year.
  const request = aRequest(sampleSchoolRef, service, basis, { pattern: { days: ['tue'], sessions: 'both', hoursPerDay: 5 } });
  const { price } = await quoteOf(senco, request);
  const year = financialYearOf(nextMonday());
  await listEditor(stack, 'commissioner').add('Budgets', {
    Title: `${sampleSchoolRef} ${year}`,
    BuyerRef: sampleSchoolRef,
    Year: year,
    Allocated: (price.net * bears) / 100,
  });
  const outcomes = await crowd([{ asks: 'senco', approves: 'head-teacher', request, shownGross: price.gross }]);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(bears);
  expect(outcomes.filter((outcome) => outcome === '409 over-budget')).toHaveLength(writers - bears);
  const row = await listEditor(stack, 'administrator').fields('Ledgers', `BU-${sampleSchoolRef}-${year}`);
  expect(row).toMatchObject({ Used: (price.net * bears) / 100, Live: bears });
  const value = (await stack.people.commissioning('commissioner').listLimits({})).limits.find(({ kind }) => kind === 'framework-value');
  expect(value).toMatchObject({ taken: price.net * bears, liveOrders: bears, standing: 'ok' });
  nobodyWasSentAway();
});

test('R12: of 50 approvals of two schools at the same moment four full-time pupils are ordered for, and the fifth is refused', async () => {
  const [, ...schools] = await fourSchools(stack);
  const [first, second] = schools;
  const service = await aFullTimeService(first.asks);
  const sideOf = async ({ asks, approves, buyerRef }: (typeof schools)[number]): Promise<Side> => {
    const request = aRequest(buyerRef, service, service.basis, {
      pattern: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], sessions: 'both', hoursPerDay: 5 },
      endDate: addDays(nextMonday(), 4),
    });
    return { asks, approves, request, shownGross: (await quoteOf(stack.people.as(asks), request)).price.gross };
  };
  const outcomes = await crowd([await sideOf(first), await sideOf(second)]);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(4);
  expect(outcomes.filter((outcome) => outcome === '409 registration-threshold')).toHaveLength(writers - 4);
  nobodyWasSentAway();
});

/** A service that may be had full time, of a provider that is no registered school. */
const aFullTimeService = async (asks: string) => {
  const api = stack.people.as(asks);
  const { items } = await api.searchDirectory({ query: { unit: 'day', modes: 'off-site', sort: 'price' } });
  for (const { serviceRef } of items) {
    const { provider, permittedBases, ageFrom } = await api.getService({ params: { serviceRef } });
    if (provider.registeredSchool) continue;
    await listEditor(stack, 'administrator').edit('Services', serviceRef, { HoursPerWeekMax: 25 });
    await eventually('the hours', async () => (await api.getService({ params: { serviceRef } })).hoursPerWeekMax === 25 || undefined);
    return { serviceRef, ageFrom, basis: permittedBases[0] ?? '' };
  }
  throw new Error('The sample has no service of a provider that is no registered school');
};
