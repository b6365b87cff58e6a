import type { TenderRecord } from '../record.ts';
import type { LotCriteria } from './criteria.ts';
import type { QuestionSet } from './question.ts';
import type { RoundStatus } from './round-status.ts';

/** When a round takes what. ISO instants; each moment itself is already after. */
export interface RoundTimes {
  readonly opensAt: string;
  readonly clarificationsCloseAt: string;
  readonly closesAt: string;
}

/** One invitation to apply for a framework, with everything that applicants are told. */
export interface Round extends TenderRecord, RoundTimes {
  readonly status: RoundStatus;
  readonly frameworkRef: string;
  readonly lots: readonly LotCriteria[];
  readonly questionSet: QuestionSet;
}

const at = (instant: string): number => Date.parse(instant);
const isPublished = ({ status }: Pick<Round, 'status'>): boolean => status === 'published' || status === 'open';

/** Row 9: whether an application can be made or changed now. The clock decides, not whether a timer has run: late is late. */
export const takesApplications = (round: Pick<Round, 'status' | keyof RoundTimes>, now: string): boolean =>
  isPublished(round) && at(round.opensAt) <= at(now) && at(now) < at(round.closesAt);

/** Row 12: questions about the round may be asked from its publication until their own closing time. */
export const takesQuestions = (round: Pick<Round, 'status' | keyof RoundTimes>, now: string): boolean =>
  isPublished(round) && at(now) < at(round.clarificationsCloseAt);

/** Whether the closing time has passed. */
export const isPastClose = ({ closesAt }: Pick<Round, 'closesAt'>, now: string): boolean => at(now) >= at(closesAt);

/** The criteria of a lot; `undefined` when the round takes no applications for it. */
export const criteriaOf = ({ lots }: Pick<Round, 'lots'>, lotKey: string): LotCriteria | undefined =>
  lots.find((lot) => lot.lotKey === lotKey);
