import { type PersonId, samePerson } from '../people/person.ts';
import { blockMachine } from './block-machine.ts';
import { type BlockPurchase, isOpen, pledgeOf } from './block-purchase.ts';
import type { BlockRole } from './block-role.ts';

/** What people of a buyer or a commissioner give; the rest is the clock's, the provider's or an effect's. */
export const schoolBlockCommands = [
  'amend-block',
  'open-block',
  'pledge',
  'approve-pledge',
  'refuse-pledge',
  'withdraw-pledge',
  'cancel-block',
  'stop-offer',
  'offer-transfer',
  'accept-transfer',
  'refuse-transfer',
  'withdraw-transfer',
] as const;
export type SchoolBlockCommand = (typeof schoolBlockCommands)[number];

const beforeClosing: readonly SchoolBlockCommand[] = ['pledge', 'approve-pledge', 'refuse-pledge', 'withdraw-pledge', 'cancel-block'];

/** Whether there is anything of this buyer's that the command could be about. The decision is the truth; this only says what to offer. */
const hasObject = (block: BlockPurchase, person: PersonId, buyerRef: string | undefined, command: SchoolBlockCommand): boolean => {
  const pledge = buyerRef === undefined ? undefined : pledgeOf(block, buyerRef);
  const isMember = block.shares.some((share) => share.buyerRef === buyerRef);
  switch (command) {
    case 'pledge':
      return block.kind === 'joint' || buyerRef === block.leadBuyerRef;
    case 'approve-pledge':
    case 'refuse-pledge':
      return pledge?.state === 'waiting' && !samePerson(pledge.pledgedBy, person);
    case 'withdraw-pledge':
      return pledge !== undefined && isOpen(pledge);
    case 'offer-transfer':
      return isMember && block.shares.length > 1;
    case 'accept-transfer':
    case 'refuse-transfer':
      return block.transfers.some(({ taker }) => taker === buyerRef);
    case 'withdraw-transfer':
      return block.transfers.some(({ giver }) => giver === buyerRef);
    default:
      return true;
  }
};

/** What somebody in these roles can do for a buyer now. `now` is an ISO instant. */
export const blockActsOf = (
  block: BlockPurchase,
  person: PersonId,
  buyerRef: string | undefined,
  roles: readonly BlockRole[],
  now: string,
): readonly SchoolBlockCommand[] => {
  const isClosed = block.status === 'gathering' && Date.parse(now) >= Date.parse(block.statement.closesAt);
  return schoolBlockCommands.filter(
    (command) =>
      !(isClosed && beforeClosing.includes(command)) &&
      blockMachine.moves.some(
        (move) => move.command === command && move.from.includes(block.status) && move.by.some((role) => roles.includes(role)),
      ) &&
      hasObject(block, person, buyerRef, command),
  );
};
