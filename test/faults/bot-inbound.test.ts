import { head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { itemOf, submits } from '../ports/people.ts';
import { type SignedBot, botServiceUrl as serviceUrl, signedBot } from '../support/signed-bot.ts';

// The whole way in, with tokens that are really signed: what an activity says of its tenant counts only where it says so twice alike.

/** The bot's one tenant is where the head teacher signs in. */
const ownTenant = head.tenantId;
const otherTenant = '33333333-3333-4333-8333-333333333333';

let sender: SignedBot;
beforeAll(async () => {
  sender = await signedBot();
});
afterAll(() => sender.close());

const bot = (world: World) => (activity: object) => sender.send(world, activity, ownTenant);

/** An activity of the head teacher; a tenant that is not told stays away. */
const activity = (ref: string, told: { channel?: string; conversation?: string }, more: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:1', aadObjectId: head.objectId },
  conversation: { id: 'a:1', ...(told.conversation === undefined ? {} : { tenantId: told.conversation }) },
  channelData: told.channel === undefined ? {} : { tenant: { id: told.channel } },
  value: { action: { type: 'Action.Execute', verb: 'approve', data: { ref, round: 1, step: 0, commandKey: 'key-of-a-card-000001' } } },
  ...more,
});

test("a click of the bot's own tenant, told twice alike, decides", async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  const answer = await bot(world)(activity(ref, { channel: ownTenant, conversation: ownTenant.toUpperCase() }));
  expect(answer.status).toBe(200);
  expect((await itemOf(world, ref)).callOff.approvals[0]).toMatchObject({ state: 'decided', by: head });
});

describe.each<[string, { channel?: string; conversation?: string }, string]>([
  ['another tenant in its conversation', { channel: ownTenant, conversation: otherTenant }, 'tenants-differ'],
  ['another tenant in its channel', { channel: otherTenant, conversation: ownTenant }, 'tenants-differ'],
  ['no tenant in its conversation', { channel: ownTenant }, 'tenants-differ'],
  ['no tenant in its channel', { conversation: ownTenant }, 'tenants-differ'],
  ['another tenant in both', { channel: otherTenant, conversation: otherTenant }, 'other-tenant'],
  ['no tenant at all', {}, 'other-tenant'],
])('an activity with a good token and %s', (_what, told, why) => {
  test.each<[string, object]>([
    ['a click', {}],
    ['a click of an older client', { type: 'message', name: undefined, replyToId: '1', value: { verb: 'approve', ref: 'CO-1' } }],
    ['a message', { type: 'message', name: undefined, value: undefined, text: 'Hello' }],
    ['an installation', { type: 'installationUpdate', name: undefined, value: undefined }],
  ])('is refused, and nothing is done or sent: %s', async (_kind, more) => {
    const world = memoryWorld();
    const ref = await submits(world, { by: senco });
    expect((await bot(world)(activity(ref, told, more))).status).toBe(401);
    expect(world.log.filter(({ name }) => name === 'bot-refused')).toEqual([{ name: 'bot-refused', ids: { why } }]);
    expect((await itemOf(world, ref)).callOff.version).toBe(1);
    expect([world.cards, world.updates]).toEqual([[], []]);
  });
});
