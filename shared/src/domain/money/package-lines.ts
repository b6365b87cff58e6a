import { bothTotals } from './both-totals.ts';
import { formatMoney } from './money.ts';
import { type PlannedTimetable, packageCost } from './package-cost.ts';
import type { PricedService } from './price-lines.ts';
import type { VatBasis } from './vat-basis.ts';

/**
 * Rows 34 and R39: what a plan comes to at one price, on the basis on which prices are compared, and beside it what it is made of and the other one:
 * '£1,920.00 ex VAT' and '24 days at £80.00. £2,304.00 with VAT'. Where the service is not offered for so long, why there is none.
 */
export const packageLines = (
  plan: PlannedTimetable,
  service: PricedService & { readonly hoursPerWeekMax?: number | undefined },
  basis: VatBasis,
): readonly string[] => {
  const cost = packageCost(plan, service);
  if (!cost) return [`Offered for at most ${service.hoursPerWeekMax} hours a week`];
  const { units, net, gross } = cost;
  const counted = `${units.toLocaleString('en-GB')} ${service.unit}${units === 1 ? '' : 's'} at ${formatMoney(basis === 'inc' ? service.priceIncVat : service.price)}`;
  return net === gross
    ? [bothTotals(cost), counted]
    : [
        `${formatMoney(basis === 'inc' ? gross : net)} ${basis} VAT`,
        `${counted}. ${formatMoney(basis === 'inc' ? net : gross)} ${basis === 'inc' ? 'ex' : 'inc'} VAT`,
      ];
};
