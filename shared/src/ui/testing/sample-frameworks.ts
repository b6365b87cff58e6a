import type { FrameworkReply } from '../../contract/rounds.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';

export const framework = (changes: Partial<FrameworkReply> = {}): FrameworkReply => ({
  ref: 'AP-2027',
  status: 'coming',
  version: 1,
  terms: {
    name: 'Alternative provision 2027',
    authority: 'Example Council',
    legalRegime: 'pa-2023-light-touch',
    kind: 'closed',
    eligibleBuyerTypes: ['maintained-school', 'academy'],
    scope: 'Alternative provision for children of school age, in two lots.',
    lotKeys: ['AP-2027-1', 'AP-2027-2'],
    priceRule: 'fixed-for-the-term',
    maxValue: pence(400_000_000),
    selectionProcess: 'One competition, scored for quality and price in each lot.',
    permittedBases: ['continuity', 'lowest-price'],
    standstillWorkingDays: 8,
    liveFrom: localDate('2027-04-01'),
    expiresOn: localDate('2031-03-31'),
    pricePeriodMonths: 48,
  },
  history: [{ at: '2026-11-02T09:30:00Z', by: 'Jo Commissioner', what: 'Framework planned' }],
  ...changes,
});
