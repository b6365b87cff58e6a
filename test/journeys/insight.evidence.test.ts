import { runningStack, type TestStack } from '../support/running-stack.ts';
import { walkInsight } from './insight-walk.ts';

// What `npm run walkthrough -- insight` walks, in its order on its one stack, kept true by the tests.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

test('rows 65 to 68: a notice reaches its audience, each once; a survey is answered to the percentages of the report, and interest becomes a block purchase; the last place of an event goes to one of two, and whoever booked or came is written to', async () => {
  const said: string[] = [];
  await walkInsight(stack, (line) => said.push(line));
  expect(said.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual([
    ...['1', '2', '3', '4', '5', '6', '7'],
    ...['1', '2', '3', '4', '5', '6', '7'],
    ...['1', '2', '3', '4', '5', '6'],
  ]);
}, 400_000);
