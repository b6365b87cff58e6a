import type { BlockAction } from '@ap/shared/domain/block-purchases/block-action';
import type { BlockAudience, BlockWork } from '@ap/shared/domain/block-purchases/block-effect';
import { type BlockPurchase, pledgeOf } from '@ap/shared/domain/block-purchases/block-purchase';
import { decideBlockPurchase } from '@ap/shared/domain/block-purchases/decide-block-purchase';
import { maximumCostOf } from '@ap/shared/domain/block-purchases/pledging';
import { formatInstant } from '@ap/shared/domain/days/local-date';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import { formatMoney } from '@ap/shared/domain/money/money';
import { answerDeadline } from '@ap/shared/domain/orders/offer';
import { commissionersOf, membersOf } from '@ap/shared/domain/people/membership';
import { type Person, personKey, theProduct } from '@ap/shared/domain/people/person';
import { providerName } from '@ap/shared/domain/register/provider';
import { blocksHome } from '../commands/blocks-home.ts';
import { renewLink } from '../commands/renew-link.ts';
import { runOnRecord } from '../commands/run-record.ts';
import { settleBlockLedgers } from '../commands/settle-ledgers.ts';
import type { Outbox } from '../effects/outbox.ts';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import { recordOutbox } from '../effects/record-outbox.ts';
import { type News, tellPeople } from '../effects/tell-people.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import { termsFacts } from './block-facts.ts';
import { headingOf, newsFor } from './block-news.ts';
import { blockOfferScope } from './block-offer.ts';

/** Where readers go on: the page of a purchase, for one buyer of theirs where it is about that buyer's part; the provider's page for its link. */
export interface BlockLinks {
  readonly onCard: (ref: string, buyerRef?: string) => string;
  readonly inMail: (ref: string, buyerRef?: string) => string;
  readonly offer: (linkId: string, secret: string) => string;
}

const linkTo = ({ onCard, inMail }: BlockLinks, text: string, ref: string, buyerRef?: string): News['link'] => ({
  text,
  onCard: onCard(ref, buyerRef),
  inMail: inMail(ref, buyerRef),
});

const tellBuyer = async (
  ports: Ports,
  block: BlockPurchase,
  effect: PendingEffect,
  { buyerRef, news }: { readonly buyerRef: string; readonly news: BlockAction },
  links: BlockLinks,
) => {
  const members = await ports.buyers.members(buyerRef, 'known');
  const people = membersOf(members.filter(({ roles }) => roles.includes('requester') || roles.includes('approver')));
  const part = { id: `${effect.id}-${buyerRef}`, kind: effect.kind };
  const link = linkTo(links, 'Open the block purchase', block.ref, buyerRef);
  return tellPeople(ports, block.ref, part, people, { title: headingOf(news), paragraphs: newsFor(block, buyerRef, news), link });
};

const tellProvider = async (ports: Ports, block: BlockPurchase, news: BlockAction, links: BlockLinks): Promise<Performed> => {
  const { provider } = await ports.providers.provider(block.statement.providerRef, 'known');
  if (!provider) return { state: 'stuck', reason: 'no-provider' };
  if (news === 'block-offered' && block.status !== 'offered') return { state: 'superseded' };
  // Decided before a hold or before a check ran out, it does not leave after it (I14, I15): the operator sees it, and sends it when it may go.
  if (news === 'block-offered' && !(await termsFacts(ports, block, 'product')).terms?.orderable)
    return { state: 'stuck', reason: 'provider-not-orderable' };
  const link = news === 'block-offered' ? await renewLink(ports, blockOfferScope, block.ref, ports.clock.now()) : undefined;
  const until = block.respondBy === undefined ? '' : `Your answer is due by ${formatInstant(block.respondBy)}.`;
  await ports.mail.send({
    to: provider.email,
    subject: `${headingOf(news)}: ${block.ref}`,
    html: mailHtml({
      greeting: `Dear ${providerName(provider)}`,
      paragraphs: [`Block purchase ${block.ref}, by ${block.shares.length} buyers.`, ...(link ? [until] : [])],
      ...(link && { link: { text: 'Accept or decline', url: links.offer(link.link.linkId, link.secret) } }),
    }),
  });
  return { state: 'done' };
};

/** Tells each of an audience: buyers whose pledge stands or waits of their own part only. */
const tell = async (
  ports: Ports,
  block: BlockPurchase,
  effect: PendingEffect,
  { audience, news }: { readonly audience: BlockAudience; readonly news: BlockAction },
  links: BlockLinks,
): Promise<Performed> => {
  const pledged = block.pledges.filter(({ state }) => state === 'approved' || state === 'waiting').map(({ buyerRef }) => buyerRef);
  const tellBuyers = async (told: readonly string[]): Promise<Performed> => {
    for (const buyerRef of told) await tellBuyer(ports, block, effect, { buyerRef, news }, links);
    return { state: 'done' };
  };
  switch (audience) {
    case 'provider':
      return tellProvider(ports, block, news, links);
    case 'commissioners': {
      const people = commissionersOf(await ports.buyers.councilMembers('known'));
      const link = linkTo(links, 'Open the block purchase', block.ref);
      return tellPeople(ports, block.ref, effect, people, { title: headingOf(news), paragraphs: [`Block purchase ${block.ref}.`], link });
    }
    case 'buyers':
      return tellBuyers(pledged);
    case 'lead':
      // A lead that pledged is told as a buyer.
      return tellBuyers([block.leadBuyerRef].filter((ref) => !pledged.includes(ref)));
  }
};

const personOf = async (ports: Ports, buyerRef: string, key: string): Promise<readonly Person[]> =>
  membersOf(await ports.buyers.members(buyerRef, 'known')).filter((person) => personKey(person) === key);

/** Asks one approver about a pledge as it is in this round; one that was changed, decided or withdrawn since asks nobody. */
const askForPledge = async (
  ports: Ports,
  block: BlockPurchase,
  effect: PendingEffect & { readonly to: string; readonly buyerRef: string; readonly round: number },
  links: BlockLinks,
): Promise<Performed> => {
  const pledge = pledgeOf(block, effect.buyerRef);
  if (!pledge || pledge.round !== effect.round || pledge.state !== 'waiting' || block.status !== 'gathering')
    return { state: 'superseded' };
  return tellPeople(ports, block.ref, effect, await personOf(ports, effect.buyerRef, effect.to), {
    title: `${pledge.buyerName} asks you to approve a pledge`,
    paragraphs: [
      `Block purchase ${block.ref}: ${pledge.units} units at no more than ${formatMoney(pledge.cap)} each, ex VAT. It costs at most ${bothTotals(maximumCostOf(block, pledge))}.`,
      block.statement.unused === 'pay' ? 'Units that nobody uses are paid for.' : 'Units that nobody uses are not paid for.',
      `Only what is approved by ${formatInstant(block.statement.closesAt)} counts.`,
    ],
    link: linkTo(links, 'Approve or refuse the pledge', block.ref, effect.buyerRef),
  });
};

const askForTransfer = async (
  ports: Ports,
  block: BlockPurchase,
  effect: PendingEffect & { readonly to: string; readonly transfer: number },
  links: BlockLinks,
): Promise<Performed> => {
  const transfer = block.transfers.find(({ number }) => number === effect.transfer);
  if (!transfer) return { state: 'superseded' };
  return tellPeople(ports, block.ref, effect, await personOf(ports, transfer.taker, effect.to), {
    title: 'Units are offered to your school',
    paragraphs: [`Block purchase ${block.ref}: ${transfer.units} units, which your school would owe.`],
    link: linkTo(links, 'Take or refuse the units', block.ref, transfer.taker),
  });
};

/** Gives a command as the product, once for each effect. What was overtaken meanwhile is left. */
const asProduct = async (
  ports: Ports,
  { ref }: BlockPurchase,
  effect: PendingEffect,
  act: { readonly kind: 'offer-block'; readonly respondBy: string } | { readonly kind: 'note-orders' },
): Promise<Performed> => {
  try {
    await runOnRecord(ports, blocksHome(ports), { ref, by: theProduct, key: effect.id, content: act.kind }, async (present, command) => {
      const given =
        act.kind === 'offer-block'
          ? act
          : { kind: act.kind, orders: present.shares.map(({ buyerRef }, at) => ({ buyerRef, orderRef: `${ref}-${at + 1}` })) };
      return decideBlockPurchase(present, { ...command, ...given }, await termsFacts(ports, present, 'product'), command.now);
    });
    return { state: 'done' };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.code === 'not-in-this-state' ? { state: 'superseded' } : { state: 'stuck', reason: error.code };
  }
};

/** The outbox of block purchases. Cards about pledges and transfers carry no buttons, and each buyer's order is its share, so that both are never stale. */
export const blockOutbox = (ports: Ports, links: BlockLinks): Outbox =>
  recordOutbox<BlockWork, BlockPurchase>(
    blocksHome(ports),
    {
      'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
      tell: ({ state }, effect) => tell(ports, state, effect, effect, links),
      'tell-buyer': ({ state }, effect) => tellBuyer(ports, state, effect, effect, links),
      'ask-pledge-approval': ({ state }, effect) => askForPledge(ports, state, effect, links),
      'ask-transfer-approval': ({ state }, effect) => askForTransfer(ports, state, effect, links),
      'offer-to-provider': async ({ state }, effect) => {
        const { answerWorkingDays } = await ports.policies.blockPolicy();
        return asProduct(ports, state, effect, { kind: 'offer-block', respondBy: answerDeadline(ports.clock.now(), answerWorkingDays) });
      },
      'make-orders': ({ state }, effect) => asProduct(ports, state, effect, { kind: 'note-orders' }),
      'settle-ledgers': async ({ state }) => {
        await settleBlockLedgers(ports, state);
        return { state: 'done' };
      },
    },
    ports.log,
  );
