import { formatDate, type LocalDate } from '../../../domain/days/local-date.ts';
import type { AwardStatus } from '../../../domain/tenders/award/award-status.ts';
import type { ExclusionOutcome } from '../../../domain/tenders/award/exclusion-check.ts';

export const awardStatusWords: Readonly<Record<AwardStatus, string>> = {
  proposed: 'Proposed',
  approved: 'Approved',
  rejected: 'Rejected',
  standstill: 'Standstill',
  'agreement-sent': 'Agreement sent',
  signed: 'Signed by the provider',
  countersigned: 'Countersigned',
  'in-force': 'In force',
  'set-aside': 'Set aside',
};

export const exclusionWords: Readonly<Record<ExclusionOutcome, string>> = {
  clear: 'No ground for exclusion',
  'self-cleaned': 'A ground, put right by the provider',
  excluded: 'Excluded',
};

/** What is known of an award when its next step is told: the board knows less than the page of one award. */
interface Standing {
  readonly status: AwardStatus;
  readonly lastDay?: LocalDate | undefined;
  readonly exclusionChecked?: boolean;
  readonly mayDecide?: readonly string[];
}

const deciders = (mayDecide: readonly string[] | undefined): string =>
  mayDecide === undefined || mayDecide.length === 0 ? 'An award approver who neither scored nor proposed it' : mayDecide.join(' or ');

const whileProposed = ({ exclusionChecked, mayDecide }: Standing): string => {
  if (exclusionChecked === undefined) return 'A commissioner records the exclusion check; then an award approver decides';
  return exclusionChecked ? `${deciders(mayDecide)} decides` : 'A commissioner records the exclusion check';
};

/** What is next, and for whom. */
export const nextOf = (standing: Standing): string => {
  switch (standing.status) {
    case 'proposed':
      return whileProposed(standing);
    case 'approved':
      return 'A commissioner begins the standstill with its notice';
    case 'standstill':
      return standing.lastDay === undefined
        ? 'The standstill ends'
        : `The standstill ends with ${formatDate(standing.lastDay, 'short')}; then a commissioner sends the agreement`;
    case 'agreement-sent':
      return 'The provider signs by its link';
    case 'signed':
      return 'A commissioner countersigns';
    case 'countersigned':
      return 'The product enables the lots and approves the prices';
    default:
      return 'Nothing';
  }
};

/** 6,740 hundredths of a point are '67.40'. */
export const pointsWords = (hundredths: number): string => (hundredths / 100).toFixed(2);
