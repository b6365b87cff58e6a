import { createHash } from 'node:crypto';
import { defaultApprovalPolicy } from '@ap/shared/domain/approval-policy';
import type { AuditEvent } from '@ap/shared/domain/audit-event';
import { aBuyer, aListing, councilTenant, now, officers, schoolMembers } from '@ap/shared/domain/call-off.fixture';
import { personKey, samePerson } from '@ap/shared/domain/person';
import { rateContent } from '@ap/shared/domain/rate-card';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import type { Ports } from '../../functions/src/ports.ts';
import { memoryDirectory } from './memory-directory.ts';
import { memoryDrafts } from './memory-drafts.ts';
import { type MemoryEffects, memoryEffects } from './memory-effects.ts';
import { type MemoryRegister, memoryRegister } from './memory-register.ts';

export interface SentCardRecord {
  readonly to: string;
  readonly card: AdaptiveCard;
  readonly summary: string;
}

/** Everything outside the product, in memory: what the register says can be changed, and what left is kept to be looked at. */
export interface World {
  readonly ports: Ports;
  readonly callOffs: MemoryRegister;
  readonly effects: MemoryEffects;
  /** What the lists say at the moment. */
  readonly facts: { listing: ReturnType<typeof aListing>; buyer: ReturnType<typeof aBuyer>; members: typeof schoolMembers };
  readonly clock: { now: string };
  readonly cards: SentCardRecord[];
  readonly updates: SentCardRecord[];
  readonly mails: { readonly to: string; readonly subject: string; readonly html: string }[];
  readonly audit: AuditEvent[];
  readonly log: { readonly name: string; readonly ids: Readonly<Record<string, string | number | undefined>> }[];
  /** What fails at the moment; and whether people of other tenants than the council's get no cards. */
  readonly down: { cards: boolean; mail: boolean; foreignTenants: boolean };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const nothing = (): Promise<never> => Promise.reject(new Error('This world has no such part.'));

export const memoryWorld = (): World => {
  const callOffs = memoryRegister();
  const effects = memoryEffects();
  const world: Omit<World, 'ports'> = {
    callOffs,
    effects,
    facts: { listing: aListing(), buyer: aBuyer(), members: schoolMembers },
    clock: { now },
    cards: [],
    updates: [],
    mails: [],
    audit: [],
    log: [],
    down: { cards: false, mail: false, foreignTenants: false },
  };
  const { facts, down } = world;
  const ports: Ports = {
    clock: { now: () => world.clock.now },
    callOffs,
    effects,
    providers: { facts: async () => ({ ...facts.listing, site: undefined }) },
    buyers: {
      all: async () => [facts.buyer],
      membershipsOf: async (person) => facts.members.filter((member) => samePerson(member.person, person)),
      buyer: async (ref) => (ref === facts.buyer.ref ? facts.buyer : undefined),
      members: async () => facts.members,
      councilMembers: async () => officers,
      setMembership: nothing,
    },
    policies: { approvalPolicy: async () => defaultApprovalPolicy },
    cards: {
      send: async (to, card, summary) => {
        if (down.cards) throw new Error('The connector is down');
        if (down.foreignTenants && to.tenantId !== councilTenant) return { ok: false, why: 'other-tenant' };
        world.cards.push({ to: personKey(to), card, summary });
        return {
          ok: true,
          conversationId: personKey(to),
          activityId: String(world.cards.length),
          serviceUrl: 'https://smba.trafficmanager.net/uk/',
        };
      },
      update: async (sent, card, summary) => {
        if (down.cards) throw new Error('The connector is down');
        world.updates.push({ to: sent.conversationId, card, summary });
      },
    },
    mail: {
      send: async (message) => {
        if (down.mail) throw new Error('The mailbox is down');
        world.mails.push(message);
      },
    },
    // Appending a known event again changes nothing, as the chain does.
    audit: {
      append: async (event) => {
        if (!world.audit.some(({ id }) => id === event.id)) world.audit.push(event);
      },
    },
    directory: memoryDirectory(
      () => facts.listing,
      () => world.clock.now,
    ),
    drafts: memoryDrafts(),
    hashes: { rate: (rate) => sha256(rateContent(rate)), text: sha256 },
    log: { event: (_level, name, ids) => world.log.push({ name, ids }) },
  };
  return { ...world, ports };
};
