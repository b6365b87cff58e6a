import { splitRoute } from '../call-off/award-route.ts';
import { schoolMembers } from '../call-off/call-off.fixture.ts';
import type { CallOff, FrozenPrice } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { approvalStands } from './offer-next.ts';
import { anotherProvider, declinedOrder } from './order.fixture.ts';

const present = declinedOrder();
const { price } = present;
const facts = anotherProvider(2);
const today = localDate('2026-11-25');
const at = (told: Partial<FrozenPrice>): FrozenPrice => ({ ...price, ...told });
const sums = (net: number, gross: number) => at({ net: pence(price.net + net), gross: pence(price.gross + gross) });

describe('row 41: the approval of a request still speaks for the next provider', () => {
  test.each<[string, FrozenPrice, boolean]>([
    ['at the sum that was approved', price, true],
    ['a penny cheaper', sums(-1, -1), true],
    ['a penny dearer', sums(0, 1), false],
    ['a penny dearer without VAT, which a school that reclaims it pays', sums(1, 0), false],
    ['a penny dearer without VAT, and cheaper with it', sums(1, -1), false],
    ['for more hours a week', at({ hoursPerWeek: price.hoursPerWeek + 0.5 }), false],
    ['for fewer hours a week', at({ hoursPerWeek: price.hoursPerWeek - 0.5 }), false],
  ])('%s', (_, next, expected) => {
    expect(approvalStands(present, 'lowest-price', next, facts, today)).toBe(expected);
  });

  test('only as the lowest price after the lowest price: any other basis was said of one provider', () => {
    for (const basis of ['only-match', 'continuity', 'pupil-choice'] as const) {
      expect(approvalStands(present, basis, price, facts, today)).toBe(false);
      const chosen = { ...present, request: { ...present.request, basis } as CallOff['request'] };
      expect(approvalStands(chosen, 'lowest-price', price, facts, today)).toBe(false);
    }
    const competed = { ...present, request: { ...splitRoute(present.request).placement, enquiryRef: 'E-00001' } };
    expect(approvalStands(competed, 'lowest-price', price, facts, today)).toBe(false);
  });

  test('only while the policy asks for the steps that were taken', () => {
    const policy = {
      school: [{ kind: 'buyer' }, { kind: 'buyer' }],
      'council-budget': [],
      'ehc-top-up': [],
      'virtual-school': [],
      split: [],
    } as const;
    const stricter = anotherProvider(2, 8_000, { policy, buyerMembers: schoolMembers });
    expect(approvalStands(present, 'lowest-price', price, stricter, today)).toBe(false);
  });

  test('against the price of the first who was asked in the round that was approved', () => {
    const dearer = sums(100, 100);
    const offered = (round: number, approved: FrozenPrice) => ({ round, price: approved });
    const after = (...offers: readonly ReturnType<typeof offered>[]) => ({ ...present, offers }) as unknown as CallOff;
    const stands = (callOff: CallOff) => approvalStands(callOff, 'lowest-price', sums(50, 50), facts, today);
    expect(stands(present)).toBe(false);
    expect(stands(after(offered(present.round, dearer), offered(present.round, price)))).toBe(true);
    expect(stands(after(offered(present.round, price), offered(present.round, dearer)))).toBe(false);
    // An earlier round was approved for itself.
    expect(stands(after(offered(present.round - 1, dearer)))).toBe(false);
  });
});
