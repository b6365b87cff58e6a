import { aMembership, councilTenant, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { Membership } from '@ap/shared/domain/people/membership';
import { personKey } from '@ap/shared/domain/people/person';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { answerChangeCard } from '../../functions/src/provider-changes/answer-change-card.ts';
import { sendProviderLink } from '../../functions/src/provider-changes/profile-link.ts';
import { proposeProviderChange, viewProfile } from '../../functions/src/provider-changes/propose.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// A provider without an account changes its entry: what a link may do, and what becomes of what was sent.

const helen = {
  tenantId: councilTenant,
  objectId: '00000000-0000-4000-8000-0000000000c1',
  name: 'Helen Strand',
  email: 'h@council.example',
};
const commissioner: Membership = aMembership(helen, ['commissioner'], { buyerRef: 'CD-SEND' });

const started = (): World => {
  const world = memoryWorld();
  world.facts.officers = [...world.facts.officers, commissioner];
  return world;
};
const providerOf = (world: World) => {
  const { provider, service } = world.facts.listing;
  if (!provider || !service) throw new Error('The sample has no provider.');
  return { provider, service };
};

/** A commissioner sends the link; the provider reads it in its mail. */
const linkIn = async (world: World): Promise<{ linkId: string; secret: string }> => {
  const caller = { person: helen } as Parameters<ReturnType<typeof sendProviderLink>>[0]['caller'];
  const send = sendProviderLink(world.ports, (id, secret) => `https://pages.example/links/#${id}.${secret}`);
  await send({ caller, params: { providerRef: providerOf(world).provider.ref }, query: undefined, body: undefined, key: '' });
  const [linkId = '', secret = ''] = /#([\w-]+)\.([\w-]+)"/.exec(world.mails.at(-1)?.html ?? '')?.slice(1) ?? [];
  return { linkId, secret };
};
const view = (world: World, link: { linkId: string; secret: string }) => viewProfile(world.ports)({ body: { link }, key: '' });
const propose = (world: World, link: { linkId: string; secret: string }, profile = { phone: '01305 555 020' }, free = 1) =>
  proposeProviderChange(world.ports)({
    key: '',
    body: {
      link,
      proposal: { name: 'Pat Green', role: 'manager', profile, places: [{ serviceRef: providerOf(world).service.ref, free }] },
    },
  });
const dataOf = (card: AdaptiveCard, title: string) => {
  const action = card.actions?.find((each) => each.title === title);
  if (action?.type !== 'Action.Execute') throw new Error(`There is no ${title}`);
  return action.data;
};
const lastCard = (world: World): AdaptiveCard => {
  const card = world.cards.at(-1)?.card;
  if (!card) throw new Error('There is no card.');
  return card;
};

describe('the link', () => {
  test('goes to the address of the register; the mail has the secret, and nothing else keeps it', async () => {
    const world = started();
    const { secret } = await linkIn(world);
    expect(world.mails.map(({ to }) => to)).toEqual([providerOf(world).provider.email]);
    expect(secret).toHaveLength(43);
    expect(JSON.stringify([world.log, world.audit, world.effects.queue])).not.toContain(secret);
  });

  test('a new one takes the earlier one back', async () => {
    const world = started();
    const first = await linkIn(world);
    const second = await linkIn(world);
    expect(await codeOf(view(world, first))).toBe('link-not-open');
    expect(await codeOf(view(world, second))).toBe('done');
  });

  test('looking changes nothing, however often a scanner looks', async () => {
    const world = started();
    const link = await linkIn(world);
    for (let look = 0; look < 10; look += 1) await view(world, link);
    expect(await codeOf(propose(world, link))).toBe('done');
  });

  test('a wrong secret, another id and a link that is over are answered alike', async () => {
    const world = started();
    const link = await linkIn(world);
    const wrong = await view(world, { ...link, secret: 'x'.repeat(43) }).catch((error: unknown) => error);
    const unknown = await view(world, { ...link, linkId: '6f9619ff-8b86-4011-b42d-00c04fc964ff' }).catch((error: unknown) => error);
    world.clock.now = '2030-01-01T00:00:00.000Z';
    const over = await view(world, link).catch((error: unknown) => error);
    expect(new Set([wrong, unknown, over].map((error) => JSON.stringify(error))).size).toBe(1);
    expect(wrong).toMatchObject({ code: 'link-not-open' });
  });

  test('is used once: two windows at once make one record, and the second of other content is refused', async () => {
    const world = started();
    const link = await linkIn(world);
    const answers = await Promise.all([codeOf(propose(world, link)), codeOf(propose(world, link))]);
    expect(answers.filter((answer) => answer === 'done').length).toBeGreaterThan(0);
    expect(await world.ports.providerChanges.known()).toHaveLength(1);
    expect(['idempotency-mismatch', 'link-used']).toContain(await codeOf(propose(world, link, { phone: '01305 555 099' })));
    expect(await world.ports.providerChanges.known()).toHaveLength(1);
  });

  test('what is refused uses nothing up', async () => {
    const world = started();
    const link = await linkIn(world);
    expect(await codeOf(propose(world, link, { phone: 'none' }))).toBe('text-required');
    expect(await codeOf(propose(world, link))).toBe('done');
  });
});

describe('what was sent', () => {
  const sent = async () => {
    const world = started();
    await propose(world, await linkIn(world));
    await drain(world);
    return world;
  };
  const answer = (world: World, verb: 'accept-change' | 'ask-refuse-change' | 'refuse-change', data: object, by = helen) =>
    answerChangeCard(world.ports, () => 'a-new-key-of-a-click')({ verb, data, by });

  test('changes nothing before a commissioner accepts it', async () => {
    const world = await sent();
    expect(providerOf(world).provider.phone).not.toBe('01305 555 020');
    expect(world.cards.map(({ to }) => to)).toEqual([personKey(helen)]);
  });

  test('accepted on the card, it stands in the register, the card says so, and the provider is told', async () => {
    const world = await sent();
    const { card } = await answer(world, 'accept-change', dataOf(lastCard(world), 'Accept'));
    expect(card.actions).toEqual([]);
    await drain(world);
    await drain(world);
    expect(providerOf(world)).toMatchObject({ provider: { phone: '01305 555 020' }, service: { placesFree: 1 } });
    expect(world.updates).toHaveLength(1);
    expect(world.mails.at(-1)?.subject).toBe('Your entry in the directory was changed');
    expect(world.effects.queue).toEqual([]);
  });

  test('refused, nothing is written and the provider reads why', async () => {
    const world = await sent();
    const data = dataOf(lastCard(world), 'Refuse');
    expect((await answer(world, 'refuse-change', data)).card.body[0]).toMatchObject({ color: 'Attention' });
    await answer(world, 'refuse-change', { ...data, commandKey: 'another-key-of-a-click', comment: 'The number does not answer.' });
    await drain(world);
    expect(providerOf(world).provider.phone).not.toBe('01305 555 020');
    expect(world.mails.at(-1)?.html).toContain('The number does not answer.');
  });

  test('somebody who is no commissioner learns nothing from a card and decides nothing', async () => {
    const world = await sent();
    const told = await answer(world, 'accept-change', dataOf(lastCard(world), 'Accept'), senco).catch((error: unknown) => error);
    expect(told).toMatchObject({ code: 'not-allowed' });
    expect((await world.ports.providerChanges.known())[0]?.state.state).toBe('proposed');
  });

  test('where the register was changed between the decision and the writing, nothing is overwritten and the provider is told nothing untrue', async () => {
    const world = await sent();
    await answer(world, 'accept-change', dataOf(lastCard(world), 'Accept'));
    const { provider } = providerOf(world);
    world.facts.listing = { ...world.facts.listing, provider: { ...provider, phone: '01305 555 777' } };
    await drain(world);
    await drain(world);
    expect(providerOf(world).provider.phone).toBe('01305 555 777');
    expect(world.mails.map(({ subject }) => subject)).not.toContain('Your entry in the directory was changed');
    expect(world.effects.allReceipts().filter(({ state }) => state === 'stuck')).toHaveLength(2);
  });

  test('every accepted step is one event of the audit, without a gap', async () => {
    const world = await sent();
    await answer(world, 'accept-change', dataOf(lastCard(world), 'Accept'));
    await drain(world);
    const events = world.audit.filter(({ subject }) => subject.startsWith('PC-'));
    expect(events.map(({ action, subjectVersion }) => [action, subjectVersion])).toEqual([
      ['provider-change-proposed', 1],
      ['provider-change-accepted', 2],
    ]);
  });
});
