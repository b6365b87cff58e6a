import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { openPlayground, type PlaygroundRun } from '@ap/local/playground/playground';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { Browser } from 'playwright-core';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { launchChromium } from '../support/chromium.ts';
import { patience } from '../support/patience.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';

let stack: TestStack;
let browser: Browser;
let playground: PlaygroundRun;
beforeAll(async () => {
  stack = await runningStack();
  browser = await launchChromium();
  playground = await openPlayground({
    personKey: 'head-teacher',
    tenantUrl: stack.tenant,
    caPath: stack.caPath,
    stateDir: path.dirname(path.dirname(stack.caPath)),
  });
});
afterAll(async () => {
  await playground?.stop();
  await browser?.close();
  await stack?.stop();
});

test("a head teacher approves a request in Microsoft's own chat client, and is asked once more before it counts", async () => {
  const senco = stack.people.as('senco');
  const { service, basis } = await aService(senco);
  const request = aRequest(sampleSchoolRef, service, basis);
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(playground.url);
  await page.getByText(`Approve ${ref}?`).waitFor();
  await page.getByRole('button', { name: 'Approve', exact: true }).last().click();
  await page.getByRole('button', { name: /^Approve £/ }).click();
  await page.getByText(new RegExp(`${ref} was approved: order AP-\\d{6}`)).waitFor();
  expect((await senco.getCallOff({ params: { ref } })).status).toBe('ordered');
});
