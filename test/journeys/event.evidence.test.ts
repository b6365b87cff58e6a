import { runningStack, type TestStack } from '../support/running-stack.ts';
import { walkEvent } from './event-walk.ts';

// What `npm run walkthrough -- insight` walks, kept true by the tests: the last place is asked for at the local tenant, over HTTP.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

test('row 66: the last place goes to one of two; whoever booked is told that it is cancelled, and whoever came is written to', async () => {
  const said: string[] = [];
  await walkEvent(stack, (line) => said.push(line));
  expect(said.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual(['1', '2', '3', '4', '5', '6']);
}, 180_000);
