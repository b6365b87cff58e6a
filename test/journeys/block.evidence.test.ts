import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';
import { walkBlock } from './block-walk.ts';

// What `npm run walkthrough -- block` walks, kept true by the tests.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, guardByHand);
});
afterAll(() => stack?.stop(), 60_000);

test('rows 51-54: a joint purchase of four schools, of which one drops out at its cap, runs to its settlement', async () => {
  const said: string[] = [];
  await walkBlock(stack, (line) => said.push(line));
  expect(said.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual(Array.from({ length: 9 }, (_, index) => String(index + 1)));
});
