import type { CheckRecord } from '@ap/shared/domain/quality/check-record';
import type { ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import type { QualityEffectWork } from '@ap/shared/domain/quality/quality-effect';
import type { Outbox } from '../effects/outbox.ts';
import { type RecordPerformers, recordOutbox } from '../effects/record-outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { type PassportLinks, tellOfCheck, tellOfStanding } from './commissioner-news.ts';
import { holdLiveOrders, liveOrdersOf, refreshApprovals, releaseLiveOrders } from './live-orders.ts';
import { type OrderLinks, tellOfRemoval } from './order-hold-effects.ts';
import { placeHoldFor } from './place-hold-for.ts';
import { askForEvidence, remindProvider, tellWhatToDo } from './provider-mail.ts';
import { checksHome, standingsHome } from './quality-homes.ts';
import { everyListPerforms } from './quality-performers.ts';

/** Where people are led: schools to their order, commissioners to a provider's passport. */
export interface QualityLinks {
  readonly orders: OrderLinks;
  readonly passports: PassportLinks;
}

const checkPerformers = (ports: Ports, { passports }: QualityLinks): RecordPerformers<CheckRecord, QualityEffectWork> => ({
  ...everyListPerforms(ports),
  'ask-provider-for-evidence': ({ state }) => askForEvidence(ports)(state),
  'remind-provider': ({ state }) => remindProvider(ports)(state),
  'tell-provider-what-to-do': ({ state }) => tellWhatToDo(ports)(state),
  'tell-commissioners': ({ state }, effect) => tellOfCheck(ports, passports, state, effect),
  'place-hold': (_stored, effect) => placeHoldFor(ports, effect),
});

const standingPerformers = (ports: Ports, { orders, passports }: QualityLinks): RecordPerformers<ProviderStanding, QualityEffectWork> => ({
  ...everyListPerforms(ports),
  'refresh-approvals': (_stored, { id, providerRef }) => refreshApprovals(ports, providerRef, id),
  'hold-live-orders': (_stored, { providerRef, holdRef }) => holdLiveOrders(ports, providerRef, holdRef),
  'release-live-orders': (_stored, { providerRef }) => releaseLiveOrders(ports, providerRef),
  'tell-buyers-of-removal': async ({ state }, { id }) => tellOfRemoval(ports, orders, state.ref, id, await liveOrdersOf(ports, state.ref)),
  'tell-commissioners': ({ state }, effect) => tellOfStanding(ports, passports, state, effect),
});

/** The outboxes of checks and standings, each with a performer for every kind of work. */
export const qualityOutboxes = (ports: Ports, links: QualityLinks): readonly Outbox[] => [
  recordOutbox(checksHome(ports), checkPerformers(ports, links), ports.log),
  recordOutbox(standingsHome(ports), standingPerformers(ports, links), ports.log),
];
