import { formatMoney, type Pence } from './money.ts';

/** R38: a total as it is shown everywhere: '£1,728.00 with VAT, £1,440.00 without', or '£1,440.00, no VAT' where both are the same. */
export const bothTotals = ({ net, gross }: { readonly net: Pence; readonly gross: Pence }): string =>
  net === gross ? `${formatMoney(gross)}, no VAT` : `${formatMoney(gross)} with VAT, ${formatMoney(net)} without`;
