import { head, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { defaultThreshold } from '../quality/registration-load.ts';
import { reserveShare } from './hold-share.ts';
import { type HeldPlacement, type Holding, type Ledger, newLedger, nothingHeld } from './ledger.ts';
import type { Override } from './override.ts';
import type { Limit, LimitFacts } from './share-rules.ts';

export const today = localDate('2026-11-24');

export const money = (amount: number): Holding => ({ ...nothingHeld, amount: pence(amount) });
/** Twenty hours a week in the spring term, without a plan. */
export const placementOf = (pupil: string, told: Partial<HeldPlacement> = {}): Holding => ({
  ...nothingHeld,
  placements: [{ pupil, hoursPerWeek: 20, withPlan: false, startDate: localDate('2027-01-12'), endDate: localDate('2027-03-18'), ...told }],
});

export const value = (max: number | undefined): Limit => ({
  kind: 'framework-value',
  max: max === undefined ? undefined : pence(max),
});
export const load: Limit = { kind: 'registration-load', registeredSchool: false, policy: defaultThreshold };

export const framework = (told: Partial<Ledger> = {}): Ledger => ({
  ...newLedger({ kind: 'framework-value', of: 'AP-2026' }),
  ...told,
});
export const provider = (told: Partial<Ledger> = {}): Ledger => ({
  ...newLedger({ kind: 'registration-load', of: 'P-0001' }),
  ...told,
});

export const anOverride = (told: Partial<Override> = {}): Override => ({
  ref: 'FV-AP-2026-O1',
  allowed: { kind: 'value', upTo: pence(150_000) },
  reason: 'The variation of the contract was signed.',
  by: head,
  at: '2026-11-20T09:00:00Z',
  until: localDate('2026-12-31'),
  ...told,
});

export const reserve = (ledger: Ledger, subject: string, wanted: Holding, limit: Limit, over = 'e1', told: Partial<LimitFacts> = {}) =>
  reserveShare(ledger, { subject, wanted, over }, { limit, requester: senco, today, ...told });
export const reserved = (...given: Parameters<typeof reserve>): Ledger => {
  const held = reserve(...given);
  if (!held.ok) throw new Error(held.detail);
  return held.ledger;
};
export const codeOf = (...given: Parameters<typeof reserve>): string => {
  const held = reserve(...given);
  return held.ok ? 'held' : held.code;
};
