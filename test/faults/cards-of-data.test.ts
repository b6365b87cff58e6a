import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { aCallOff, aListing, anOrder, aProvider, aService, decided, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { RequesterNews } from '@ap/shared/domain/effect';
import { myRequestsCard, waitingCard } from '../../functions/src/call-offs/request-list-cards.ts';
import { tellRequester } from '../../functions/src/call-offs/tell-requester.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

// Names of services, providers and schools come from lists that people type into: on a card they are words and nothing else.

const hostile = '[Press](https://evil.example) **now** <at>all</at>\n# Heading ‮txet';
const link = (): string => 'https://ap.council.example/requests/CO-1';
const pages = { callOff: link, draft: link, mine: link(), waiting: link() };
const named = (callOff: CallOff): CallOff => ({ ...callOff, serviceName: hostile, providerName: hostile, buyerName: hostile });

/** Unescaped, it would be a link, emphasis, a tag, a second line or text that reads backwards. */
const expectHarmless = (card: object): void => {
  const text = JSON.stringify(card).replaceAll(/\\\\./g, '');
  expect(text).not.toMatch(/\]\(|\*\*now|<at>|‮|\\n/);
};

test.each<[RequesterNews, CallOff]>([
  ['submitted', aCallOff()],
  ['approved-step', decided(aCallOff({ payer: 'council-budget' }), 'approve')],
  ['rejected', decided(aCallOff(), 'reject', { comment: hostile.replace('\n', ' ') })],
  ['returned', decided(aCallOff(), 'return', { comment: 'Fewer days, please.' })],
  ['ordered', anOrder()],
])('E34: the news %p can be shown everywhere, whatever the lists say', async (news, callOff) => {
  const world = memoryWorld();
  const state = named(callOff);
  const effect = { id: 'effect-1', version: state.version, madeAt: state.submittedAt, kind: 'tell-requester' as const, news };
  await tellRequester(world.ports, { onCard: link, inMail: link, others: link })({ itemId: 1, eTag: '"1"', callOff: state }, effect);
  expect(world.cards).toHaveLength(1);
  for (const { card } of world.cards) {
    expect(cardFaults(card)).toEqual([]);
    expectHarmless(card);
  }
});

test('E34: the lists of the bot can be shown everywhere, whatever the lists of the register say', async () => {
  const world = memoryWorld();
  world.facts.listing = aListing({ service: aService({ name: hostile }), provider: aProvider({ tradingName: hostile }) });
  await world.callOffs.add(named(aCallOff()));
  await world.ports.drafts.save(senco, {
    draftId: '33333333-3333-4333-8333-333333333333',
    serviceRef: 'S-00001',
    serviceName: hostile,
    buyerRef: '113800',
    answers: {},
    savedAt: '2026-11-24T10:00:00Z',
  });
  for (const card of [await myRequestsCard(world.ports, pages)(callerOf(senco)), await waitingCard(world.ports, pages)(callerOf(head))]) {
    expect(JSON.stringify(card)).toContain('Press');
    expect(cardFaults(card)).toEqual([]);
    expectHarmless(card);
  }
});
