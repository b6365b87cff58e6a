import { blockMachine } from '@ap/shared/domain/block-purchases/block-machine';
import { blockRoleNames } from '@ap/shared/domain/block-purchases/block-role';
import { machineSection } from './machine-documentation.ts';

const introduction = `# How units are bought in a block

Generated from the table in \`shared/src/domain/block-purchases\` by \`npm run docs\`. Do not edit: change the table or \`block-documentation.ts\`, then generate it again.

One buyer alone, or several together, buy units of one service of one lot at the price of the volume that they reach (rows 51-54). The whole purchase,
with its pledges, price, transfers and draw-downs, is one record and one list item.

## What is stated first

The lead buyer states the service, the fewest units, the closing time, the days on which units may be used, and what becomes of units that nobody used:
they are paid, or they lapse. Rate, bands, unit and VAT are taken from the register. From opening on nothing of it changes, so every buyer pledges on what
it has read. The days of use lie after closing, and within the period for which the price is fixed.

## Pledges

A buyer pledges whole units at no more than a cap, ex VAT. One of its own approvers approves units and cap before closing, within their limit on the maximum
cost: units at the cap, with VAT, and a penny more where VAT is charged, because VAT on the total is split. Whoever pledged does not approve. Pledged anew, it
is approved anew. Only approved pledges count. What is refused or withdrawn may be pledged anew. Who stands in for an approver today is
asked beside them and decides within their limit (decision 41).

The approval takes the most that the pledge may cost, ex VAT, of the buyer's budgets and of the framework's value before it is written, and is refused where a
limit is reached; from closing on the share at the one price is held, and what was pledged anew, withdrawn, dropped out, lapsed or declined holds nothing. Budgets
are divided over the school days on which units may be used. A transfer takes of the taker's budget before it is accepted.

Only the clock closes, at the stated time: a lead who could close early would choose the price, and shut out whoever relied on the time. However late the
clock is noticed, nothing joins, changes or leaves after that time.

## The price

All approved pledges together reach a band. Those whose cap is below its price drop out for good; those who are left reach a band of their own; and so on until
nobody drops. That is the greatest fixed point: it contains every other set of pledges that could stand, it is the same in any order, it ends after as many
rounds as there are pledges at most, one pledge more never makes it dearer for others, and nobody pays above the cap. Everybody pays that one price for all
units. Below the fewest units the purchase lapses.

For example, at £45.00 an hour, £42.00 from 50 and £40.00 from 100: four schools pledge 40, 30, 12 and 10 hours, the last at no more than £41.00. Their 92 hours
reach £42.00, so the last drops out; the 82 hours of the others still reach £42.00, and they buy at that price.

The provider has five working days to answer, until five in the afternoon; a row \`block-policy\` in Settings says otherwise. A purchase that it declines, or does
not answer in time, is over, and nobody owes anything.

Each buyer has its own order and owes its own share to the provider; no money passes through the lead. VAT is reckoned on the total and split by largest
remainder, of equal remainders to the first reference, so that the shares add up to the penny.

## Use, transfer, settlement

A request names the purchase that it draws on, from its draft on. It is priced as its units were bought, whatever the register says by then, and its buyer
pays: nobody else's money buys units that are owed already. Its last approval draws the units before the order is written, and is refused where fewer are left;
so is a change that needs more of them. A draw names the state of the call-off over which it was decided, so that a write that never came gives back what was
drawn for it. Approver, page and order say through what it is paid. It takes nothing of budget or framework value a second time, and its place at the provider
like any other (R12 to R14). A provider that declines it is the last one asked: the units are of that provider.

A call-off draws units of its own buyer, as many as its own record says, within the days of use, and never more than the buyer has free. It draws in
quarters of a unit, and what it does not use is given back, also after the last day until the purchase is settled. Bought is always used + promised + free.

After closing nobody leaves but by a transfer of free units to another member. They are put aside until an approver of the taker takes on their cost. Giver and
taker owe the same together as before, and nobody else's share moves by a penny. One that nobody answered by the last day ends with it.

The purchase is settled after the last day, when no call-off that drew units still runs. Where unused units are paid, each buyer owes its share; where they lapse,
the price of what it used, rounded once for all and split, with VAT on that total.

## What could be bought together

Open requests of several schools are suggested as a joint purchase where they are of one lot, within ten miles of the middle one, and where their days overlap its own. A request is
open while it waits or was handed back, or where no provider took it. The group of the most schools comes first; each request is in one suggestion at most, and the same requests
make the same suggestions. A commissioner sees them all, with which schools ask; a requester those that a request of their own school is among, and of the others how many there are, in whole
months, where at least three schools ask: of two, each would know the other (decision 78). One step opens the draft of a joint purchase with those months and units; nobody pledges by it.

## Who sees what

| | before closing | after closing |
| --- | --- | --- |
| its own pledge, cap and maximum cost | its buyer alone | its buyer alone |
| units of the others | two totals, approved and waiting; neither who nor how much each | members, the provider once it is offered, commissioners: who bought how much |
| who dropped out at its cap | | that buyer alone |
| draws, transfers, order of a member | | that member; the provider and commissioners see how many units it has used |
| the price | of the band that the approved units reach | the one price |

A draft is seen by its lead, an individual purchase by its buyer, both by commissioners too. The total may fall at closing, which says that somebody dropped out
but not who; in a purchase of two, each can reckon the other's units from the total. The list itself is sealed: a commissioner may be a buyer as well, and
the state holds every cap.

## Room

The record keeps at most 60,000 characters, of which the last 8,000 are for closing, answers, orders, giving back, expiry and settlement. 40 buyers may
pledge. With a few buyers more than 550 call-offs can draw, with forty more than 100. Then draws and offers of units are refused, and nothing that leads to the end.
`;

/** Block purchases in Markdown: the rules in words, a drawing and the table of transitions. */
export const blockDocumentation = (): string => [introduction, ...machineSection(blockMachine, blockRoleNames)].join('\n');
