import * as React from 'react';
import { type BlockPage, blockPlace } from '../../../contract/block-place.ts';
import type { BlockReply } from '../../../contract/block-purchases.ts';
import { localDate } from '../../../domain/days/local-date.ts';
import { pence } from '../../../domain/money/money.ts';
import { BlockPurchasesPage } from '../../block-purchases/BlockPurchasesPage.tsx';
import { meAs, membership, service } from '../../forms/testing/samples.ts';
import { approver, asker, blockReply, commissioner, leader, memberOf, sampleBlocks } from '../sample-blocks.ts';
import { aJointSuggestion } from '../sample-joint-suggestions.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const at = (page: BlockPage) => ({ screen: <BlockPurchasesPage />, place: blockPlace(page) });
const all = at({ at: 'all' });
const one = at({ at: 'one', ref: 'BP-0001' });
const fresh = at({ at: 'new', serviceRef: 'S-0001' });

const volumeBands = [
  { fromUnits: 20, unitPrice: pence(9_025) },
  { fromUnits: 50, unitPrice: pence(8_550) },
];

const common: Answers = {
  getMe: () => meAs(memberOf('ASH', 'requester', 'approver')),
  listCallOffs: () => ({ callOffs: [] }),
  listJointSuggestions: () => ({ suggestions: [] }),
  listBlockInterest: () => ({
    buyers: [
      { ref: 'BEECH', name: 'Beech School', interest: 'interested', saidOn: localDate('2027-03-02') },
      { ref: 'CEDAR', name: 'Cedar School', interest: 'possibly', saidOn: localDate('2027-03-03') },
    ],
  }),
};
const told = (reply: BlockReply): Answers => ({ ...common, getBlock: () => reply });
const listed = (...blocks: BlockReply[]): Answers => ({ ...common, listBlocks: () => ({ blocks }) });

const { draft, gathering, priced, offered, lapsed, used, promised, settled, cancelled } = sampleBlocks;

/** Block purchases: their list, a draft, and one of them in each of its states as different people see it. */
export const blockExhibits: readonly Exhibit[] = [
  {
    name: 'block purchases',
    ...all,
    answers: listed(
      blockReply(gathering, { school: 'BEECH', roles: approver }),
      blockReply(used, { school: 'ASH', roles: leader }),
      blockReply(gathering, { school: 'CEDAR', roles: asker }),
      blockReply(settled, { school: 'ASH', roles: leader }),
    ),
    shows: 'Open for you to join',
  },
  {
    name: 'block purchases, what could be bought together',
    ...all,
    answers: { ...listed(), listJointSuggestions: () => ({ suggestions: [aJointSuggestion()] }) },
    shows: 'Could be bought together',
  },
  {
    name: 'block purchases, what could be bought together, for commissioners',
    ...all,
    answers: {
      ...listed(),
      getMe: () => ({ ...meAs(memberOf('ASH', 'approver')), commissioner: true }),
      listJointSuggestions: () => ({
        suggestions: [
          aJointSuggestion({ own: undefined, names: ['Ash Lane School', 'Beech School', 'Cedar School'] }),
          aJointSuggestion({ key: 'L-2', services: [] }),
        ],
      }),
    },
    shows: 'A requester of a school or department can begin',
  },
  { name: 'block purchases, none', ...all, answers: listed(), shows: 'There is no block purchase that you can join' },
  ...waitingAndFailing({ name: 'block purchases', ...all, answers: listed() }, 'listBlocks', 'Loading block purchases'),
  {
    name: 'block purchases, of commissioners',
    ...all,
    answers: listed(blockReply(used, { roles: commissioner })),
    shows: 'Led by Ash Lane School',
  },
  {
    name: 'block purchase, new',
    ...fresh,
    answers: { ...common, getMe: () => meAs(membership()), getService: () => ({ ...service, volumeBands }) },
    shows: 'Save the draft',
  },
  {
    name: 'block purchase, new, of a service without volume prices',
    ...fresh,
    answers: { ...common, getService: () => service },
    shows: 'This service cannot be bought in a block',
  },
  {
    name: 'block purchase, new, no access',
    ...fresh,
    answers: { ...common, getMe: () => meAs(), getService: () => ({ ...service, volumeBands }) },
    shows: 'You cannot begin a block purchase',
  },
  {
    name: 'block purchase, draft',
    ...one,
    answers: told(blockReply(draft, { school: 'ASH', roles: leader })),
    press: 'Open it for pledges',
    shows: 'nothing of what is stated changes',
  },
  {
    name: 'block purchase, changing the draft',
    ...one,
    answers: told(blockReply(draft, { school: 'ASH', roles: leader })),
    press: 'Change the draft',
    shows: 'Fewest hours',
  },
  {
    name: 'block purchase, pledging',
    ...one,
    answers: told(blockReply(gathering, { school: 'CEDAR', roles: asker })),
    shows: '10 hours more would bring the price to £42.00.',
  },
  {
    name: 'block purchase, nothing entered in a pledge',
    ...one,
    answers: told(blockReply(gathering, { school: 'CEDAR', roles: asker })),
    press: 'Pledge',
    shows: 'Enter the most that you would pay',
  },
  {
    name: 'block purchase, deciding a pledge',
    ...one,
    answers: told(blockReply(gathering, { school: 'BEECH', roles: approver })),
    shows: 'Your decision',
  },
  {
    name: 'block purchase, own pledge',
    ...one,
    answers: told(blockReply(gathering, { school: 'ASH', roles: leader })),
    press: 'Change your pledge',
    shows: 'With your 40 hours',
  },
  {
    name: 'block purchase, closed by the clock, no price yet',
    ...one,
    answers: told(blockReply(gathering, { school: 'ASH', roles: leader, pledgesClosed: true })),
    shows: 'The price is being worked out',
  },
  {
    name: 'block purchase, priced',
    ...one,
    answers: told(blockReply(priced, { school: 'ASH', roles: leader })),
    shows: 'Here 82 hours stayed',
  },
  {
    name: 'block purchase, dropped out',
    ...one,
    answers: told(blockReply(priced, { school: 'DOGWOOD', roles: asker })),
    shows: 'above the most that you would pay, so you buy nothing',
  },
  {
    name: 'block purchase, with the provider, as a commissioner sees it',
    ...one,
    answers: told(blockReply(offered, { roles: commissioner })),
    press: 'Stop the offer to the provider',
    shows: 'Why is the offer stopped?',
  },
  { name: 'block purchase, lapsed', ...one, answers: told(blockReply(lapsed, { school: 'ASH', roles: leader })), shows: 'It lapsed' },
  {
    name: 'block purchase, cancelled',
    ...one,
    answers: told(blockReply(cancelled, { school: 'BEECH', roles: asker })),
    shows: 'It was cancelled',
  },
  {
    name: 'block purchase, in use',
    ...one,
    answers: told(blockReply(used, { school: 'ASH', roles: leader })),
    press: 'Offer free units to another buyer',
    shows: 'You have 27.5 hours free',
  },
  {
    name: 'block purchase, units that were offered',
    ...one,
    answers: told(blockReply(promised, { school: 'BEECH', roles: approver })),
    shows: 'offers you 10 hours',
  },
  {
    name: 'block purchase, units on offer to another',
    ...one,
    answers: told(blockReply(promised, { school: 'ASH', roles: leader })),
    shows: 'You offered 10 hours to Beech Grove Academy',
  },
  { name: 'block purchase, settled', ...one, answers: told(blockReply(settled, { school: 'ASH', roles: leader })), shows: 'It is settled' },
  {
    name: 'block purchase, settled, as a commissioner sees it',
    ...one,
    answers: told(blockReply(settled, { roles: commissioner })),
    shows: 'Owed in the end',
  },
  ...waitingAndFailing(
    { name: 'block purchase', ...one, answers: told(blockReply(gathering, { school: 'CEDAR', roles: asker })) },
    'getBlock',
    'Loading the block purchase',
  ),
  {
    name: 'block purchase, order of a share',
    ...at({ at: 'order', ref: 'BP-0001', buyerRef: 'ASH' }),
    answers: told(blockReply(used, { school: 'ASH', roles: leader })),
    shows: 'Print this order',
  },
  {
    name: 'block purchase, no order yet',
    ...at({ at: 'order', ref: 'BP-0001', buyerRef: 'ASH' }),
    answers: told(blockReply(priced, { school: 'ASH', roles: leader })),
    shows: 'There is no order yet',
  },
];
