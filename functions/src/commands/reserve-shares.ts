import type { CallOff } from '@ap/shared/domain/call-off';
import { reserveShare } from '@ap/shared/domain/ledgers/hold-share';
import { holdsNothing, type LedgerId, ledgerRef } from '@ap/shared/domain/ledgers/ledger';
import type { Limit, LimitFacts } from '@ap/shared/domain/ledgers/share-rules';
import { type HeldOf, ledgerSharesOf } from '@ap/shared/domain/ledgers/shares-of-call-off';
import { toLondonDate } from '@ap/shared/domain/local-date';
import type { Refusal } from '@ap/shared/domain/refusal';
import type { SubmitFacts } from '@ap/shared/domain/submit-call-off';
import { ServiceBusy } from '../http/service-busy.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { beginLedger, shareFacts } from './begin-ledger.ts';
import { inTurn } from './in-turn.ts';

export type LedgerNeeds = Pick<Ports, 'ledgers' | 'budgets' | 'callOffs' | 'buyers' | 'clock' | 'hashes' | 'log'>;

/** What says where the limits lie, read from the lists now. */
export interface LimitSources {
  readonly listing: Pick<SubmitFacts['listing'], 'framework' | 'provider'>;
  readonly buyer: SubmitFacts['buyer'];
  /** Before anybody's override. */
  readonly threshold: SubmitFacts['registration']['policy'];
}

/** The state of a call-off that a write is decided over: its ETag, which never comes again, in few letters. */
export const stateMark = ({ hashes }: Pick<Ports, 'hashes'>, { eTag }: Pick<StoredCallOff, 'eTag'>): string =>
  hashes.text(eTag).slice(0, 10);

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

/**
 * Takes what a call-off would hold after a write that is decided over `present`, in every ledger that it touches, before that write. The refusal of the
 * first limit that is reached; `undefined` when all was taken. What was taken before a refusal is for the caller to settle. Throws ServiceBusy when contended.
 */
export const reserveShares = async (
  ports: LedgerNeeds,
  present: StoredCallOff,
  next: CallOff,
  sources: LimitSources,
): Promise<Refusal | undefined> => {
  const shares = ledgerSharesOf(next, await shareFacts(ports, next.request.buyerRef));
  // The threshold that protects children is asked first, then what belongs to one buyer, then what all share.
  const inOrder = (['registration-load', 'budget', 'framework-value'] as const).flatMap((kind) =>
    shares.filter(({ id }) => id.kind === kind),
  );
  for (const share of inOrder) {
    if (holdsNothing(share.holding)) continue;
    const limit = await limitOf(ports, share.id, sources);
    const refusal =
      limit && (await reserveIn(ports, present, share, { limit, requester: next.requester, today: toLondonDate(ports.clock.now()) }));
    if (refusal) return refusal;
  }
  return undefined;
};

const maxTries = 5;

/** One ledger, one conditional write: a rival's write and no answer both mean to read it again and to decide again. */
const reserveIn = (
  ports: LedgerNeeds,
  present: StoredCallOff,
  { id, holding }: HeldOf,
  facts: LimitFacts,
): Promise<Refusal | undefined> => {
  const ref = ledgerRef(id);
  return inTurn(`Ledgers/${ref}`, async () => {
    let retryAfter = 2;
    for (let tries = 0; tries < maxTries; tries += 1) {
      const stored = await ports.ledgers.find(ref);
      const ledger = stored?.state ?? (await beginLedger(ports, id));
      const held = reserveShare(ledger, { subject: present.callOff.ref, wanted: holding, over: stateMark(ports, present) }, facts);
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
