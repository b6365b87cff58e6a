import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import { pence } from '@ap/shared/domain/money/money';
import { linkHolder, type Person } from '@ap/shared/domain/people/person';
import { answerBlockOffer } from '../../functions/src/block-purchases/block-offer.ts';
import { commandBlock } from '../../functions/src/block-purchases/block-purchases.ts';
import { prices } from './block-before.ts';
import type { Given } from './commands.ts';
import type { Journal } from './journal.ts';
import { mailedLink } from './mailed-link.ts';
import type { Dice } from './seeded.ts';
import { callerFrom, firstSchool, otherThan, schoolOf, secondSchool } from './two-schools.ts';

type Act = Parameters<ReturnType<typeof commandBlock>>[0]['body'];

/**
 * What people of both schools and the provider do about the purchase, as it stands: the commands that are given at once, or none. `states`: the purchase as it
 * was and is, oldest first: some pages are older than it.
 */
export const blockPeopleOf = (dice: Dice, states: () => readonly BlockPurchase[], journal: Journal): (() => readonly Given[]) => {
  let made = 0;
  const seen = (): BlockPurchase | undefined => {
    const all = states();
    return dice.perMille(150) ? all[dice.int(0, all.length - 1)] : all.at(-1);
  };
  const command = (by: Person, { ref }: BlockPurchase, act: Act): Given => {
    made += 1;
    const key = `${act.kind}-key-${String(made).padStart(12, '0')}`;
    const input = { params: { ref }, query: undefined, body: act, key };
    return {
      kind: act.kind,
      key,
      by,
      looksIn: 'blockPurchases',
      waits: { operation: 'commandBlock', input },
      run: async (ports) => {
        await commandBlock(ports)({ caller: callerFrom(by), ...input } as never);
        return ref;
      },
    };
  };
  const school = () => (dice.perMille(650) ? firstSchool : secondSchool);
  const acts = {
    pledges: () => {
      const block = seen();
      if (block?.status !== 'gathering') return undefined;
      const { ref: buyerRef, asks } = school();
      const cap = pence(dice.pick([prices.alone, prices.alone, prices.together]));
      return command(asks, block, { kind: 'pledge', buyerRef, units: dice.int(10, 60), cap });
    },
    decidesPledge: () => {
      const block = seen();
      const waiting = block?.pledges.filter(({ state }) => state === 'waiting') ?? [];
      if (block?.status !== 'gathering' || waiting.length === 0) return [];
      const { buyerRef, round } = dice.pick(waiting);
      const [one, other] = schoolOf(buyerRef).approvers;
      const decision = (by: Person): Given =>
        command(
          by,
          block,
          dice.perMille(850)
            ? { kind: 'approve-pledge', buyerRef, round }
            : { kind: 'refuse-pledge', buyerRef, round, reason: 'Too many days.' },
        );
      return dice.perMille(350) ? [decision(one), decision(other)] : [decision(dice.pick([one, other]))];
    },
    withdrawsPledge: () => {
      const block = seen();
      if (block?.status !== 'gathering' || block.pledges.length === 0) return undefined;
      const { buyerRef } = dice.pick(block.pledges);
      return command(schoolOf(buyerRef).asks, block, { kind: 'withdraw-pledge', buyerRef });
    },
    passesOn: () => {
      const block = seen();
      if (block?.status !== 'drawing' && block?.status !== 'exhausted') return undefined;
      const { ref: giver, asks } = school();
      return command(asks, block, { kind: 'offer-transfer', giver, taker: otherThan(giver).ref, units: dice.int(1, 6) });
    },
    answersTransfer: () => {
      const block = seen();
      if (!block || block.transfers.length === 0) return undefined;
      const { number: transfer, giver, taker } = dice.pick(block.transfers);
      const kind = dice.pick(['accept-transfer', 'accept-transfer', 'accept-transfer', 'refuse-transfer', 'withdraw-transfer'] as const);
      const by = kind === 'withdraw-transfer' ? schoolOf(giver).asks : dice.pick(schoolOf(taker).approvers);
      return command(by, block, { kind, transfer });
    },
    answersByLink: (): Given | undefined => {
      const link = mailedLink(dice, journal, 'block-offer');
      if (!link) return undefined;
      const { linkId } = link;
      const answer = dice.perMille(850) ? { kind: 'accept' as const } : { kind: 'decline' as const, reason: 'No place is free.' };
      return {
        kind: `block-${answer.kind}`,
        key: `${linkId} ${answer.kind}`,
        sentAs: linkId,
        by: linkHolder(linkId, 'Pat Lane'),
        looksIn: 'blockPurchases',
        run: async (ports) => {
          const body = { link, answer, answerer: { name: 'Pat Lane', position: 'Manager' } };
          await answerBlockOffer(ports)({ body, key: 'the-key-of-the-page' } as never);
          return linkId;
        },
      };
    },
  };
  const one = (given: Given | undefined): readonly Given[] => (given ? [given] : []);
  return () => {
    const status = states().at(-1)?.status;
    const by = dice.int(1, 100);
    if (status === 'gathering') {
      const decided = by <= 50 ? acts.decidesPledge() : [];
      if (decided.length > 0) return decided;
      return one(by <= 92 ? acts.pledges() : acts.withdrawsPledge());
    }
    if (status !== 'drawing' && status !== 'exhausted') return one(acts.answersByLink());
    return one(by <= 25 ? acts.passesOn() : by <= 60 ? acts.answersTransfer() : acts.answersByLink());
  };
};
