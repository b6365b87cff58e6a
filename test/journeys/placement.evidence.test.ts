import { runningStack, type TestStack } from '../support/running-stack.ts';
import { walkPlacement } from './placement-walk.ts';

// What `npm run walkthrough -- placement` walks, kept true by the tests.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

test('a placement runs from its request to its outcome, to its last invoice, and another one by a competition', async () => {
  const said: string[] = [];
  await walkPlacement(stack, (line) => said.push(line));
  // Every step was reached, in its order.
  expect(said.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual(Array.from({ length: 21 }, (_, index) => String(index + 1)));
});
