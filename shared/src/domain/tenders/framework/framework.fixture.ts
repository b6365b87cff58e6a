import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import type { FrameworkStatus } from '../../register/framework.ts';
import { acceptedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import { commissioner, given, tenderNow } from '../tender.fixture.ts';
import { decideFramework } from './decide-framework.ts';
import type { FrameworkCommand, FrameworkFacts, PlanFramework } from './framework-command.ts';
import type { FrameworkTender } from './framework-tender.ts';
import { type FrameworkTerms, usualTermSetting } from './framework-terms.ts';

/** A light touch framework of four years that begins in April 2027. */
export const someTerms = (told: Partial<FrameworkTerms> = {}): FrameworkTerms => ({
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
  permittedBases: ['lowest-price'],
  standstillWorkingDays: 8,
  liveFrom: localDate('2027-04-01'),
  expiresOn: localDate('2031-03-31'),
  pricePeriodMonths: 48,
  ...told,
});

/** A competition that was held on a portal and closed last summer. */
export const elsewhere = {
  portal: 'ProContract',
  noticeId: 'DN608441',
  evidenceUrl: 'https://council.sharepoint.example/tenders/DN608441',
  closedAt: '2026-07-31T11:00:00Z',
};

export const frameworkFacts = (told: Partial<FrameworkFacts> = {}): FrameworkFacts => ({
  roles: tenderRoles,
  setting: usualTermSetting,
  rounds: [{ status: 'open' }],
  undecided: 0,
  awards: [{ status: 'in-force' }],
  ...told,
});

export const planFramework = (terms: Partial<FrameworkTerms> = {}): PlanFramework => ({
  ...given(commissioner),
  kind: 'plan-framework',
  ref: 'AP-2027',
  terms: someTerms(terms),
});

export const tryFramework = (
  present: FrameworkTender | undefined,
  command: PlanFramework | FrameworkCommand,
  told: Partial<FrameworkFacts> = {},
  now = tenderNow,
) => decideFramework(present, command, frameworkFacts(told), now);

/** A framework in a state, by the commands that lead there. Its standstill ends on Friday 8 January 2027. */
export const aFrameworkThatIs = (
  status: Exclude<FrameworkStatus, 'expired' | 'cancelled'>,
  terms: Partial<FrameworkTerms> = {},
): FrameworkTender => {
  let state = acceptedTender(tryFramework(undefined, planFramework(terms))).state;
  const go = (command: FrameworkCommand, told: Partial<FrameworkFacts> = {}, now = tenderNow): void => {
    if (state.status !== status) state = acceptedTender(tryFramework(state, command, told, now)).state;
  };
  go({ ...given(commissioner), kind: 'open-framework' });
  go({ ...given(commissioner), kind: 'close-framework' }, { rounds: [{ status: 'closed' }] });
  go(
    { ...given(commissioner), kind: 'begin-framework-standstill', noticePublishedOn: localDate('2026-12-24') },
    {},
    '2026-12-24T12:00:00Z',
  );
  go({ ...given(commissioner), kind: 'go-live' }, {}, '2027-04-01T08:00:00Z');
  return state;
};
