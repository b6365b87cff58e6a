import { councilTenantId, runtimeClientId } from '@ap/local/sample/ids';
import { register } from '@ap/shared/lists/register';
import { listEditor } from '../support/list-editor.ts';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A tenant that lets the product subscribe to its lists. No timer runs by itself: what is seen soon was seen by a notification.

interface Webhooks {
  readonly subscriptions: readonly { readonly id: string; readonly expiresAt: string; readonly resource: string }[];
  readonly counts: { readonly delivered: number; readonly lost: number };
}

let stack: TestStack;
let commissioner: ReturnType<typeof listEditor>;
beforeAll(async () => {
  const timers = { ...guardByHand, 'AzureWebJobs.renewSubscriptions.Disabled': 'true' };
  stack = await runningStack(undefined, undefined, timers, true);
  commissioner = listEditor(stack, 'commissioner');
  await stack.runTimer('guardLists');
  await stack.runTimer('renewSubscriptions');
});
afterAll(() => stack?.stop(), 60_000);

const webhooks = () => stack.people.control<Webhooks>('GET', '/_local/webhooks');
const mishandle = (how: { lose?: number; delayMs?: number }) => stack.people.control('POST', '/_local/webhooks/mishandle', how);
const asTheProduct = async (method: string, path: string, json?: object) => {
  const token = (
    await stack.people.control<{ access_token: string }>('POST', '/_local/tokens', {
      kind: 'app',
      tenantId: councilTenantId,
      clientId: runtimeClientId,
    })
  ).access_token;
  return stack.people.tenant(method, `/v1.0/subscriptions/${path}`, { token, ...(json ? { json } : {}) });
};

/** Types another price into an approved rate; answers how to ask whether it is put back. */
const typePrice = async () => {
  const row = await commissioner.anyRow('RateCards', "fields/Status eq 'approved'");
  const key = String(row.fields.Title);
  await commissioner.edit('RateCards', key, { Price: Number(row.fields.Price) + 1 });
  return async () => ((await commissioner.fields('RateCards', key)).Price === row.fields.Price ? true : undefined);
};

// First of all: a notification of an earlier edit of the same list would find this one too.
test('a notification that is lost loses nothing: the timer finds the edit', async () => {
  const before = (await webhooks()).counts.lost;
  await mishandle({ lose: 1 });
  const isPutBack = await typePrice();
  await eventually('the notification to be lost', async () => ((await webhooks()).counts.lost > before ? true : undefined));
  expect(await isPutBack()).toBeUndefined();
  await stack.runTimer('guardLists');
  expect(await isPutBack()).toBe(true);
});

test('every list has a subscription of four weeks, and an edit is judged as soon as its notification comes', async () => {
  const { subscriptions } = await webhooks();
  expect(subscriptions).toHaveLength(register.length);
  const isPutBack = await typePrice();
  expect(await eventually('the price to be put back', isPutBack)).toBe(true);
});

test('what a commissioner changes of a service is found by the words of the change, and a provider that is suspended in its list is not found any more', async () => {
  const senco = stack.people.as('senco');
  const search = async (text: string) => (await senco.searchDirectory({ query: { text } })).items;
  const row = await commissioner.anyRow('Services', "fields/Status eq 'offered'");
  const serviceRef = String(row.fields.Title);
  expect((await search('otterhound')).map((item) => item.serviceRef)).not.toContain(serviceRef);
  await commissioner.edit('Services', serviceRef, { Name: 'Otterhound mornings' });
  const item = await eventually('the service to be found', async () =>
    (await search('otterhound')).find((each) => each.serviceRef === serviceRef),
  );
  await commissioner.edit('Providers', item.providerRef, { Status: 'suspended', StatusReason: 'Found at a visit' });
  const isGone = async () => ((await search('otterhound')).length === 0 ? true : undefined);
  expect(await eventually('its provider to be gone', isGone)).toBe(true);
});

test('a forged notification is answered like any other', async () => {
  const [subscription] = (await webhooks()).subscriptions;
  expect(await stack.people.control('POST', '/_local/webhooks/forge', { subscriptionId: subscription?.id })).toEqual({ outcome: 202 });
  expect(await stack.people.control('POST', '/_local/webhooks/forge', { subscriptionId: subscription?.id, clientState: null })).toEqual({
    outcome: 202,
  });
});

test('a subscription that ends soon is renewed, one that has ended is made again, and the others stay', async () => {
  const before = (await webhooks()).subscriptions;
  const [soon, ended, ...others] = before;
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  expect((await asTheProduct('PATCH', soon?.id ?? '', { expirationDateTime: inAnHour })).status).toBe(200);
  expect((await asTheProduct('DELETE', ended?.id ?? '')).status).toBe(204);
  await stack.runTimer('renewSubscriptions');
  const after = (await webhooks()).subscriptions;
  expect(after).toHaveLength(before.length);
  expect(Date.parse(after.find(({ id }) => id === soon?.id)?.expiresAt ?? '')).toBeGreaterThan(Date.now() + 28 * 86_400_000);
  expect(after.some(({ id }) => id === ended?.id)).toBe(false);
  expect(after.some(({ resource }) => resource === ended?.resource)).toBe(true);
  expect(others.every(({ id, expiresAt }) => after.some((each) => each.id === id && each.expiresAt === expiresAt))).toBe(true);
  expect(await eventually('an edit to be put back', await typePrice())).toBe(true);
});
