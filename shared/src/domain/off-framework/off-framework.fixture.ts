import { aCommand, now, senco } from '../call-off/call-off.fixture.ts';
import { pence } from '../money/money.ts';
import { decideOffFramework } from './decide-off-framework.ts';
import type { CommandOnPurchase, DeclarePurchase, OffFrameworkFacts } from './off-framework-command.ts';
import type { OffFrameworkPurchase, OffFrameworkText } from './off-framework-purchase.ts';

export const aText = (told: Partial<OffFrameworkText> = {}): OffFrameworkText => ({
  lotKey: 'AP-2026-1',
  bought: 'Two days a week at a farm',
  providerName: 'Hill Farm Learning',
  net: pence(480_000),
  from: '2026-09',
  to: '2026-12',
  reason: 'no-place',
  ...told,
});

type Asked<C> = C extends { readonly kind: infer K } ? Omit<C, 'id' | 'by' | 'receipted'> & { readonly kind: K } : never;

const facts: OffFrameworkFacts = { roles: ['declarer'], lotKeys: ['AP-2026-1', 'AP-2026-2'] };

export const decided = (
  present: OffFrameworkPurchase | undefined,
  asked: Asked<CommandOnPurchase> | Asked<DeclarePurchase>,
  told: Partial<OffFrameworkFacts> = {},
  at = now,
) => decideOffFramework(present, { ...aCommand(senco), ...asked, id: `${asked.kind}-${present?.version ?? 0}` }, { ...facts, ...told }, at);

/** The accepted state; throws with the refusal. */
export const stateOf = (decision: ReturnType<typeof decided>): OffFrameworkPurchase => {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.detail}`);
  return decision.state;
};

export const aPurchase = (told: Partial<OffFrameworkText> = {}, ref = 'OF-7K3M9QXT', buyerRef = '113800'): OffFrameworkPurchase =>
  stateOf(decided(undefined, { kind: 'declare-purchase', ref, buyerRef, purchase: aText(told) }));
