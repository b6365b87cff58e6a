import { runningStack, type TestStack } from '../support/running-stack.ts';
import { walkSurvey } from './survey-walk.ts';

// What `npm run walkthrough -- insight` walks, kept true by the tests.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

test('rows 67 and 68: schools answer the survey of the sample to the percentages of the report, and interest becomes a block purchase', async () => {
  const said: string[] = [];
  await walkSurvey(stack, (line) => said.push(line));
  expect(said.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
}, 180_000);
