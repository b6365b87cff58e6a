import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { ApiError } from '@ap/shared/contract/client';
import { financialYearOf } from '@ap/shared/domain/ledgers/financial-year';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { listEditor } from '../support/list-editor.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';

// Many approvals at the same moment over the real API and the local tenant, which counts and throttles.

const writers = 50;
const bears = 20;
let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

const codeOf = async (act: () => Promise<unknown>): Promise<string> => {
  for (let tries = 0; tries < 40; tries += 1)
    try {
      await act();
      return 'ordered';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Busy: nothing was changed, and the same key comes again.
      if (error.problem.status !== 503 && error.problem.status !== 429) return error.problem.code;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  return 'never answered';
};

test('R35: of 50 approvals at the same moment as many become orders as the budget bears, and the sums are exact', async () => {
  const [senco, head] = [stack.people.as('senco'), stack.people.as('head-teacher')];
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
  const refs: string[] = [];
  for (let index = 0; index < writers; index += 10)
    refs.push(
      ...(await Promise.all(
        Array.from({ length: 10 }, async (_, at) => {
          const body = { request: { ...request, pupilRef: `P-${1000 + index + at}` }, shownGross: price.gross };
          const key = randomUUID();
          for (;;)
            try {
              return (await senco.submitCallOff({ body, key })).ref;
            } catch (error) {
              if (!(error instanceof ApiError) || error.problem.status !== 503) throw error;
            }
        }),
      )),
    );
  const outcomes = await Promise.all(
    refs.map((ref) => {
      const key = randomUUID();
      return codeOf(() => head.decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key }));
    }),
  );
  expect(outcomes.filter((outcome) => outcome === 'ordered')).toHaveLength(bears);
  expect(outcomes.filter((outcome) => outcome === 'over-budget')).toHaveLength(writers - bears);
  const row = await listEditor(stack, 'administrator').fields('Ledgers', `BU-${sampleSchoolRef}-${year}`);
  expect(row).toMatchObject({ Used: (price.net * bears) / 100, Live: bears });
  const value = (await stack.people.commissioning('commissioner').listLimits({})).limits.find(({ kind }) => kind === 'framework-value');
  expect(value).toMatchObject({ taken: price.net * bears, liveOrders: bears, standing: 'ok' });
}, 240_000);
