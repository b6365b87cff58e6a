import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { SubmitFacts } from '@ap/shared/domain/call-off/submit-call-off';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { reserveShare } from '@ap/shared/domain/ledgers/hold-share';
import { holdsNothing, type Ledger, type LedgerId, ledgerRef } from '@ap/shared/domain/ledgers/ledger';
import type { Limit, LimitFacts } from '@ap/shared/domain/ledgers/share-rules';
import { type HeldOf, ledgerSharesOf } from '@ap/shared/domain/ledgers/shares-of-call-off';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { Refusal } from '@ap/shared/domain/refusal';
import { ServiceBusy } from '../http/service-busy.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/records.ts';
import { beginLedger } from './begin-ledger.ts';
import { type HolderNeeds, shareFacts, stateMark } from './holders.ts';
import { inTurn } from './in-turn.ts';

export type LedgerNeeds = HolderNeeds & Pick<Ports, 'ledgers' | 'budgets' | 'log'>;

/** What says where the limits lie, read from the lists now. */
export interface LimitSources {
  readonly listing: Pick<SubmitFacts['listing'], 'framework' | 'provider'>;
  readonly buyer: SubmitFacts['buyer'];
  /** Before anybody's override. */
  readonly threshold: SubmitFacts['registration']['policy'];
}

const limitOf = async ({ budgets }: Pick<Ports, 'budgets'>, id: LedgerId, sources: LimitSources): Promise<Limit | undefined> => {
  switch (id.kind) {
    case 'framework-value':
      return { kind: 'framework-value', max: sources.listing.framework?.maxValue };
    case 'registration-load':
      return { kind: id.kind, registeredSchool: sources.listing.provider?.registeredSchool ?? false, policy: sources.threshold };
    case 'budget': {
      const allocated = await budgets.allocated(id.of, id.year, 'fresh');
      return allocated === undefined ? undefined : { kind: 'budget', allocated, buyerName: sources.buyer.name, year: id.year };
    }
  }
};

/** A write that is about to be made, for which shares are taken. */
export interface Reserving {
  /** The record that holds them, by its reference, and the state over which the write is decided. */
  readonly subject: string;
  readonly over: string;
  readonly requester: PersonId;
}

/**
 * Takes shares of limits before the write that is to hold them. The refusal of the first limit that is reached; `undefined` when all was taken. What was taken
 * before a refusal is for the caller to settle. Throws ServiceBusy when contended.
 */
export const reserveHeld = async (
  ports: LedgerNeeds,
  reserving: Reserving,
  shares: readonly HeldOf[],
  limitOf: (id: LedgerId) => Promise<Limit | undefined>,
): Promise<Refusal | undefined> => {
  // The threshold that protects children is asked first, then what belongs to one buyer, then what all share.
  const inOrder = (['registration-load', 'budget', 'framework-value'] as const).flatMap((kind) =>
    shares.filter(({ id }) => id.kind === kind),
  );
  for (const share of inOrder) {
    if (holdsNothing(share.holding)) continue;
    const limit = await limitOf(share.id);
    const { requester } = reserving;
    const refusal = limit && (await reserveIn(ports, reserving, share, { limit, requester, today: toLondonDate(ports.clock.now()) }));
    if (refusal) return refusal;
  }
  return undefined;
};

/** Takes what a call-off would hold after a write that is decided over `present`, in every ledger that it touches, before that write. */
export const reserveShares = async (
  ports: LedgerNeeds,
  present: StoredCallOff,
  next: CallOff,
  sources: LimitSources,
): Promise<Refusal | undefined> =>
  reserveHeld(
    ports,
    { subject: present.callOff.ref, over: stateMark(ports, present), requester: next.requester },
    ledgerSharesOf(next, await shareFacts(ports, next.request.buyerRef)),
    (id) => limitOf(ports, id, sources),
  );

const maxTries = 5;

/** A ledger as last known, which costs no request: good enough to decide a write over it, which conflicts where it is out of date, and nothing else. */
export const lastKnownLedger = async ({ ledgers }: Pick<Ports, 'ledgers'>, ref: string): Promise<Stored<Ledger> | undefined> =>
  (await ledgers.known()).find(({ state }) => state.ref === ref);

/**
 * One ledger, one conditional write: a rival's write and no answer both mean to read it again and to decide again. The first look is at what is last known;
 * whatever does not end in a write is decided by the ledger as it is now.
 */
const reserveIn = (
  ports: LedgerNeeds,
  { subject, over }: Reserving,
  { id, holding }: HeldOf,
  facts: LimitFacts,
): Promise<Refusal | undefined> => {
  const ref = ledgerRef(id);
  return inTurn(ports, `Ledgers/${ref}`, async () => {
    let retryAfter = 2;
    for (let tries = 0; tries < maxTries; tries += 1) {
      const known = tries === 0 ? await lastKnownLedger(ports, ref) : undefined;
      const stored = known ?? (await ports.ledgers.find(ref));
      const ledger = stored?.state ?? (await beginLedger(ports, id));
      const held = reserveShare(ledger, { subject, wanted: holding, over }, facts);
      if (known && (!held.ok || held.ledger === ledger)) continue;
      if (!held.ok) return held;
      if (held.ledger === ledger && stored) return undefined;
      const written = await (stored ? ports.ledgers.save(stored, held.ledger) : ports.ledgers.add(held.ledger));
      if (written.ok) return undefined;
      retryAfter = written.retryAfterSeconds ?? retryAfter;
      ports.log.event('info', 'write-repeated', { turn: ref, why: written.why, tries });
    }
    throw new ServiceBusy('register', 412, retryAfter);
  });
};
