import type { OwnCheckReply } from '../../contract/own-checks.ts';
import { formatDate } from '../../domain/days/local-date.ts';

/** What a school recorded of its own check, in a sentence; without a check, that it recorded none. */
export const ownCheckSentence = ({ department, check }: OwnCheckReply): string => {
  const who = `Your ${department ? 'department' : 'school'}`;
  return check
    ? `${who}'s own check: ${formatDate(check.checkedOn, 'plain')} by ${check.checkedBy}; ${check.overdue ? 'its review was due' : 'review due'} by ${formatDate(check.reviewOn, 'plain')}.`
    : `${who} has not recorded its own check of this provider.`;
};
