import type { Pence } from '../../money/money.ts';

/** How far a price moves, in per cent of the old one to one decimal: '+5.0%', '-12.5%', 'No change'. Less than a tenth still shows its sign: '+0.0%'. */
export const priceChange = (old: Pence, next: Pence): string => {
  if (old === next) return 'No change';
  const tenths = Math.round((Math.abs(next - old) * 1_000) / old);
  return `${next > old ? '+' : '-'}${Math.floor(tenths / 10).toLocaleString('en-GB')}.${tenths % 10}%`;
};
