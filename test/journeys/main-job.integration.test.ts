import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';
import { walkMainJob } from './main-job.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, timersByHand);
});
afterAll(() => stack?.stop(), 60_000);

test('a SENCO searches, asks; the head approves by card; the order is numbered at the frozen price; the provider is told; the list shows it', async () => {
  const said: string[] = [];
  const report = await walkMainJob(stack.people, (line) => said.push(line));
  expect(said.length).toBeGreaterThan(10);
  expect(report.unitsForSearch).toBe(0);
  expect(report.callOff.orderState).toBe('awaiting-provider');
});
