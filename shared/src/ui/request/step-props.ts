import type { QuoteReply } from '../../contract/call-offs.ts';
import type { MembershipReply } from '../../contract/me.ts';
import type { ServiceReply } from '../../contract/service.ts';
import type { RequestAnswers } from './answers.ts';

/** What the questions of one page are given. */
export interface StepProps {
  readonly answers: RequestAnswers;
  readonly change: (changes: Partial<RequestAnswers>) => void;
  /** The buyers for which this person may raise requests. */
  readonly memberships: readonly MembershipReply[];
  readonly service: ServiceReply;
  /** What the buyer has on hand of this service, as far as the price was told. */
  readonly blocks: NonNullable<QuoteReply['blocks']>;
}
