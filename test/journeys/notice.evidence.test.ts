import { runningStack, type TestStack } from '../support/running-stack.ts';
import { walkNotice } from './notice-walk.ts';

// What `npm run walkthrough -- insight` walks, kept true by the tests.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

test('row 65: the notice of the sample reaches its audience, each once, with a record of how; withdrawn, nobody is shown it', async () => {
  const said: string[] = [];
  await walkNotice(stack, (line) => said.push(line));
  expect(said.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
}, 180_000);
