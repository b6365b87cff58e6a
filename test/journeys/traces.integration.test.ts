import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { samplePeople, samplePerson } from '@ap/local/sample/people';
import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { type ToldSpan, traceReceiver } from '../support/trace-receiver.ts';
import { walkMainJob } from './main-job.ts';

let receiver: Awaited<ReturnType<typeof traceReceiver>>;
let stack: TestStack;
let ref = '';
beforeAll(async () => {
  receiver = await traceReceiver();
  stack = await runningStack(undefined, undefined, { ...timersByHand, APPLICATIONINSIGHTS_CONNECTION_STRING: receiver.connectionString });
  ref = (await walkMainJob(stack.people, () => undefined)).callOff.ref;
});
afterAll(async () => {
  await stack?.stop();
  await receiver?.stop();
}, 60_000);

const logLines = (): readonly string[] => readFileSync(path.join(stack.stateDir, 'logs/functions.log'), 'utf8').split('\n');
const named = (spans: readonly ToldSpan[], name: string): ToldSpan | undefined => spans.find((span) => span.name === name);

test('one click is one trace: the request, the write of the item, the effect that the queue brings, and the card at the connector', async () => {
  // Two people may approve; the deputy has not installed the app.
  const isSent = ({ name, properties }: ToldSpan): boolean => name === 'effect send-approval-card' && properties['ap.state'] === 'done';
  const trace = await eventually('the whole trace of the request', async () => {
    const spans = receiver.spans();
    const sent = spans.find(isSent);
    const own = spans.filter(({ traceId }) => traceId === sent?.traceId);
    return named(own, 'submitCallOff') && own.some(({ id }) => id === sent?.parentId) ? own : undefined;
  });
  const request = named(trace, 'submitCallOff');
  const write = trace.find(({ name }) => /^(POST|PATCH) \/v1.0\/sites\/\{\}\/lists\/\S+\/items/.test(name));
  const effect = trace.find(isSent);
  const taken = trace.find(({ id }) => id === effect?.parentId);
  const card = trace.find(({ name, parentId }) => name.includes('/conversations') && parentId === effect?.id);
  expect(request).toMatchObject({ success: true, properties: { 'ap.trigger': 'http' } });
  expect(write).toMatchObject({ parentId: request?.id, success: true, properties: { 'ap.client_request_id': expect.any(String) } });
  expect(taken).toMatchObject({ name: 'performEffect', parentId: request?.id, properties: { 'ap.trigger': 'queue' } });
  expect(effect).toMatchObject({ parentId: taken?.id, properties: { 'ap.state': 'done' } });
  expect(card).toMatchObject({ success: true });
  // The line of the log names the item and the trace.
  const line = logLines().find((each) => each.includes('"effect-performed"') && each.includes('send-approval-card') && each.includes(ref));
  expect(line).toContain(`"trace":"${request?.traceId}"`);
});

test('who calls may name the trace; what a person is told of a refusal is its id', async () => {
  const traceId = randomBytes(16).toString('hex');
  const answer = await fetch(`${stack.api}/call-offs/CO-2026-99999`, {
    headers: {
      authorization: `Bearer ${await stack.people.token(samplePerson('senco'))}`,
      traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-00`,
    },
  });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ correlationId: traceId });
  await eventually('its span', async () => receiver.spans().find((span) => span.traceId === traceId && span.name === 'getCallOff'));
});

test('no trace tells of a person: no name, address or id of anybody, no pupil, no token, no path with any of them', async () => {
  const told = receiver
    .spans()
    .map(({ text }) => text)
    .join('\n');
  expect(receiver.spans().length).toBeGreaterThan(50);
  const marks = samplePeople.flatMap((person) => [person.mail, person.surname, person.userId]).filter(Boolean);
  expect(marks.filter((mark) => told.toLowerCase().includes(mark.toLowerCase()))).toEqual([]);
  expect(told).not.toMatch(/P-\d{4}|Bearer|eyJ|@|%40|\?/);
});

test('a timer is traced now and then only', () => {
  expect(receiver.spans().filter(({ properties }) => properties['ap.trigger'] === 'timer').length).toBeLessThan(5);
});
