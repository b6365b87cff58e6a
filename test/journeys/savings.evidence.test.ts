import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';
import { walkSavings } from './savings-walk.ts';

// What `npm run walkthrough -- insight` walks of money, kept true by the tests.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, timersByHand);
});
afterAll(() => stack?.stop(), 60_000);

test('rows 69 and 70: the savings ledger is reckoned again from the rows of the lists, costs no request, and is the same when counted from nothing', async () => {
  const said: string[] = [];
  await walkSavings(stack, (line) => said.push(line));
  expect(said.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual(['1', '2', '3', '4', '5']);
}, 240_000);
