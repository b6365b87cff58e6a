import { routeOf } from '@ap/shared/domain/call-off/award-route';
import type { CallOffRequest } from '@ap/shared/domain/call-off/call-off';
import type { BudgetShare } from '@ap/shared/domain/ledgers/budget-left';
import { splitByYear } from '@ap/shared/domain/ledgers/financial-year';
import { ledgerRef, takenOf } from '@ap/shared/domain/ledgers/ledger';
import { ledgerSharesOf } from '@ap/shared/domain/ledgers/shares-of-call-off';
import { addPence, type Pence } from '@ap/shared/domain/money/money';
import { paysItself } from '@ap/shared/domain/money/payer';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { shareFacts, sharesOfBlock } from '../commands/holders.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'budgets' | 'ledgers' | 'callOffs' | 'buyers' | 'clock' | 'hashes' | 'blockPurchases'>;

/** What orders have taken of a ledger, as it is known; of one that nobody has begun yet, as the orders themselves say. */
const takenBy = async (ports: Needs, buyerRef: string, ref: string): Promise<Pence> => {
  const ledger = (await ports.ledgers.known()).find(({ state }) => state.ref === ref);
  if (ledger) return takenOf(ledger.state);
  const facts = await shareFacts(ports, buyerRef);
  const held = (await ports.callOffs.known())
    .filter(({ callOff }) => callOff.request.buyerRef === buyerRef)
    .flatMap(({ callOff }) => ledgerSharesOf(callOff, facts).filter(({ id }) => ledgerRef(id) === ref));
  const blocks = await Promise.all((await ports.blockPurchases.known()).map(({ state }) => sharesOfBlock(ports, state)));
  const pledged = blocks.flat().filter(({ id }) => ledgerRef(id) === ref);
  return addPence(...[...held, ...pledged].map(({ holding }) => holding.amount));
};

/**
 * What a request would take of its buyer's own budgets, for each financial year that somebody has given one; none where others pay. From what is known: the
 * last approval reads it afresh, and decides.
 */
export const budgetsOfQuote = async (ports: Needs, request: CallOffRequest, net: Pence, buyer: Buyer): Promise<readonly BudgetShare[]> => {
  if (routeOf(request) === 'block-draw-down' || !paysItself(request.payer, buyer.type)) return [];
  const part = { from: request.startDate, to: request.endDate, pattern: request.pattern };
  const shares: BudgetShare[] = [];
  for (const [year, wanted] of splitByYear(net, request.startDate, [part], buyer.termDates)) {
    const allocated = await ports.budgets.allocated(buyer.ref, year, 'known');
    if (allocated === undefined) continue;
    const taken = await takenBy(ports, buyer.ref, ledgerRef({ kind: 'budget', of: buyer.ref, year }));
    shares.push({ year, allocated, taken, wanted });
  }
  return shares;
};
