import { runningStack, type TestStack } from '../support/running-stack.ts';
import { walkTender } from './tender-walk.ts';

// What `npm run walkthrough -- tender` walks, kept true by the tests.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

test('a round runs from its opening to a provider in the directory; its insurance lapses, and two people let it take orders again', async () => {
  const said: string[] = [];
  await walkTender(stack, (line) => said.push(line));
  // Every step was reached, in its order.
  expect(said.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual(Array.from({ length: 19 }, (_, index) => String(index + 1)));
});
