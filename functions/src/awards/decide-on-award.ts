import type { Person } from '@ap/shared/domain/people/person';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import { ProblemError } from '../http/problem-reply.ts';
import type { Stored } from '../ports/records.ts';
import { asOfficer } from '../tenders/roles.ts';
import { type AwardNeeds, commandAward } from './command-award.ts';

/** An award approver's decision, from the card or the page. `version`: the award as they saw it. */
export interface AwardVerdict {
  readonly ref: string;
  readonly by: Person;
  readonly key: string;
  readonly verdict: 'approve' | 'reject';
  readonly comment?: string | undefined;
  readonly version: number;
}

/** The facts that were decided about are those that were shown: an award that changed meanwhile is shown again first. */
const isAsSeen =
  (version: number) =>
  (present: Award): void => {
    if (present.status === 'proposed' && present.version !== version)
      throw new ProblemError('stale-version', 'This award was changed since you opened it. Look at it as it is now, then decide.');
  };

/** Decides about an award. Whoever comes second is told how it was decided: the first decision stands. */
export const decideOnAward = async (ports: AwardNeeds, { ref, by, key, verdict, comment, version }: AwardVerdict): Promise<Stored<Award>> =>
  commandAward(
    ports,
    await asOfficer(ports, by, key),
    ref,
    verdict === 'approve' ? { kind: 'approve-award', comment } : { kind: 'reject-award', reason: comment ?? '' },
    isAsSeen(version),
  );
