import type { DrawingCallOff } from '../block-purchases/block-command.ts';
import { drawFault, type OnHand } from '../block-purchases/on-hand.ts';
import { paysItself } from '../money/payer.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Buyer } from '../register/buyer.ts';
import { routeOf } from './award-route.ts';
import type { CallOffRequest } from './call-off.ts';

/**
 * What a request draws units from (row 54): nothing where it names no block purchase, the buyer's part of it where it names one in use, or why it cannot.
 * Whoever bought the units has paid for them, so nobody else pays for what is drawn.
 */
export const drawnFrom = (
  request: Pick<CallOffRequest, 'blockRef' | 'enquiryRef' | 'payer'>,
  { block, buyer }: { readonly block?: OnHand | undefined; readonly buyer: Pick<Buyer, 'name' | 'type'> },
): OnHand | Refusal | undefined => {
  if (routeOf(request) !== 'block-draw-down') return undefined;
  if (!block || block.ref !== request.blockRef)
    return refused(
      'block-not-usable',
      `${buyer.name} has no units of block purchase ${request.blockRef}, or it is not in use now.`,
      '/blockRef',
    );
  return paysItself(request.payer, buyer.type)
    ? block
    : refused('payer-not-allowed', `${buyer.name} pays for the units of its block purchase itself. Choose that it pays.`, '/payer');
};

/** Why so many units on these days cannot be drawn from what is on hand. */
export const whyNotDrawn = (hand: OnHand, wanted: Omit<DrawingCallOff, 'ref' | 'buyerRef'>): Refusal | undefined => {
  const fault = drawFault(hand, wanted);
  return fault && refused(fault.code === 'not-enough-units' ? fault.code : 'call-off-does-not-fit', fault.detail, '/blockRef');
};
