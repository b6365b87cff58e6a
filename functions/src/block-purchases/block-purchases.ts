import type {
  commandBlock as commandDeclared,
  draftBlock as draftDeclared,
  getBlock as getDeclared,
  listBlocks as listDeclared,
} from '@ap/shared/contract/block-purchases';
import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type { BlockFacts } from '@ap/shared/domain/block-purchases/block-command';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { blockRolesOf } from '@ap/shared/domain/block-purchases/block-role';
import { decideBlockPurchase } from '@ap/shared/domain/block-purchases/decide-block-purchase';
import { isLocalDate, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { PersonId } from '@ap/shared/domain/people/person';
import { blocksHome } from '../commands/blocks-home.ts';
import { createRecord, runOnRecord } from '../commands/run-record.ts';
import { freeBlockReservations, freeQuietly } from '../commands/settle-ledgers.ts';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { peopleFacts } from './block-facts.ts';
import { buyersOf, toReply, viewerOf } from './block-view.ts';
import { reserveForBlock } from './reserve-for-block.ts';

type Act = BodyOf<typeof commandDeclared>;

/** A missing purchase and one that is not theirs to see are answered alike. */
const noSuchBlock = (): ProblemError => new ProblemError('not-found', 'There is no such block purchase, or it is not yours to see.');

/** Every purchase once for each buyer that may see it; for a commissioner also those that none of their own departments sees. */
export const listBlocks =
  (ports: Ports) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const known = await ports.blockPurchases.known();
    const blocks = await Promise.all(
      known.map(async ({ state }) => {
        const own = await Promise.all(buyersOf(caller).map((buyerRef) => toReply(ports, state, caller, { kind: 'buyer', buyerRef })));
        const seen = own.flatMap((reply) => reply ?? []);
        if (seen.length > 0 || !caller.commissioner) return seen;
        return [await toReply(ports, state, caller, { kind: 'commissioner' })].flatMap((reply) => reply ?? []);
      }),
    );
    return { blocks: blocks.flat() };
  };

const replyTo = async (ports: Ports, block: BlockPurchase, caller: Caller, buyerRef?: string): Promise<ReplyOf<typeof getDeclared>> => {
  const viewer = viewerOf(block, caller, buyerRef);
  const reply = viewer && (await toReply(ports, block, caller, viewer));
  if (!reply) throw noSuchBlock();
  return reply;
};

export const getBlock =
  (ports: Ports) =>
  async ({ caller, params, query }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    const found = await ports.blockPurchases.find(params.ref);
    if (!found) throw noSuchBlock();
    return replyTo(ports, found.state, caller, query.buyer);
  };

/** The facts, with the roles in which this person acts by the lists as they are now. */
const withRoles = async (
  ports: Ports,
  caller: Caller,
  facts: Omit<BlockFacts, 'roles'>,
  buyerRef: string,
  leadBuyerRef: string,
): Promise<BlockFacts> => {
  // Only who is one by their sign-in is looked up: a guest is no commissioner, whatever the list says.
  const councilMembers = caller.commissioner ? await ports.buyers.councilMembers('fresh') : [];
  const { members } = facts;
  const today = toLondonDate(ports.clock.now());
  return { ...facts, roles: blockRolesOf({ person: caller.person, buyerRef, leadBuyerRef, members, councilMembers, today }) };
};

/** The day by whose rate a plan is priced: today where it names no real one, which its decision refuses. */
const priceDay = (ports: Ports, day: LocalDate): LocalDate => (isLocalDate(day) ? day : toLondonDate(ports.clock.now()));

/** Row 51: drafts a purchase of one service. The same key makes one. */
export const draftBlock =
  (ports: Ports) =>
  async ({ caller, body, key }: Call<typeof draftDeclared>): Promise<ReplyOf<typeof draftDeclared>> => {
    const { purchase, leadBuyerRef, serviceRef, plan } = body;
    const given = { by: caller.person, key, content: { kind: 'draft-block', ...body } };
    const { state } = await createRecord(ports, blocksHome(ports), 'BP', given, async (ref, command) => {
      const about = { serviceRef, priceOn: priceDay(ports, plan.usableFrom), buyerRefs: [leadBuyerRef] as const };
      const facts = await withRoles(ports, caller, await peopleFacts(ports, about), leadBuyerRef, leadBuyerRef);
      return decideBlockPurchase(undefined, { ...command, kind: 'draft-block', ref, purchase, leadBuyerRef, plan }, facts, command.now);
    });
    return replyTo(ports, state, caller, leadBuyerRef);
  };

/** The buyer for which a command acts, and the other one of a transfer. */
const buyersIn = (act: Act, block: BlockPurchase): readonly [string, ...string[]] => {
  switch (act.kind) {
    case 'pledge':
    case 'approve-pledge':
    case 'refuse-pledge':
    case 'withdraw-pledge':
      return [act.buyerRef];
    case 'offer-transfer':
      return [act.giver, act.taker];
    case 'accept-transfer':
    case 'refuse-transfer':
    case 'withdraw-transfer': {
      const transfer = block.transfers.find(({ number }) => number === act.transfer);
      const own = act.kind === 'withdraw-transfer' ? transfer?.giver : transfer?.taker;
      return [own ?? block.leadBuyerRef];
    }
    default:
      return [block.leadBuyerRef];
  }
};

/** Who commits more by a command that approves a cost, and whoever asked for it. */
const askedBy = (act: Act, { pledges, transfers }: BlockPurchase): PersonId | undefined => {
  if (act.kind === 'approve-pledge') return pledges.find(({ buyerRef }) => buyerRef === act.buyerRef)?.pledgedBy;
  return act.kind === 'accept-transfer' ? transfers.find(({ number }) => number === act.transfer)?.offeredBy : undefined;
};

/**
 * Gives one command of a person about a purchase. One that approves a cost takes it of the buyer's budget and of the framework's value before it is written,
 * and is refused where a limit is reached; what was taken for a write that did not happen is freed.
 */
export const commandBlock =
  (ports: Ports) =>
  async ({ caller, params, body, key }: Call<typeof commandDeclared>): Promise<ReplyOf<typeof commandDeclared>> => {
    const given = { ref: params.ref, by: caller.person, key, content: { ref: params.ref, ...body } };
    let actedFor: string | undefined;
    let reservedFor: BlockPurchase | undefined;
    const run = runOnRecord(ports, blocksHome(ports), given, async (present, command, eTag) => {
      if (!viewerOf(present, caller)) throw noSuchBlock();
      const [buyerRef, ...others] = buyersIn(body, present);
      actedFor = buyerRef;
      const { statement, leadBuyerRef } = present;
      const priceOn = body.kind === 'amend-block' ? priceDay(ports, body.plan.usableFrom) : statement.usableFrom;
      const about = { serviceRef: statement.serviceRef, priceOn, buyerRefs: [buyerRef, leadBuyerRef, ...others] as const };
      const facts = await withRoles(ports, caller, await peopleFacts(ports, about), buyerRef, leadBuyerRef);
      const decision = decideBlockPurchase(present, { ...command, ...body }, facts, command.now);
      const requester = askedBy(body, present);
      if (!decision.ok || !requester) return decision;
      reservedFor = present;
      const more = { buyerName: facts.buyer?.name ?? buyerRef, requester };
      return (await reserveForBlock(ports, present, eTag, decision.state, more)) ?? decision;
    });
    const { state } = await run.catch(async (error: unknown) => {
      const block = reservedFor;
      // Busy is no refusal: the same command comes again, and what was taken for it waits.
      if (block && error instanceof ProblemError) await freeQuietly(ports, block.ref, () => freeBlockReservations(ports, block));
      throw error;
    });
    return replyTo(ports, state, caller, actedFor !== undefined && buyersOf(caller).includes(actedFor) ? actedFor : undefined);
  };
