import { deciderOf } from '../call-off/decider.ts';
import type { Refusal } from '../refusal.ts';
import { answerEnquiry, answerForCouncil } from './answer-enquiry.ts';
import type { Enquiry, EnquiryWork } from './enquiry.ts';
import type { EnquiryAction } from './enquiry-action.ts';
import { type EnquiryCommand, type EnquiryFacts, type EnquiryRole, enquiryRoleNames, type SendEnquiry } from './enquiry-command.ts';
import { enquiryMachine } from './enquiry-machine.ts';
import { sendEnquiry } from './send-enquiry.ts';
import { chooseAnswer, closeEnquiry, endEnquiry, refineCriterion, remindUnanswered } from './settle-enquiry.ts';

/** Decides one command about an enquiry or a competition (rows 39, 62, 64; R31, R40, R43). */
export const decideEnquiry = deciderOf<
  Enquiry,
  SendEnquiry,
  EnquiryCommand,
  EnquiryRole,
  EnquiryAction,
  EnquiryFacts,
  EnquiryWork,
  Refusal
>(
  enquiryMachine,
  enquiryRoleNames,
  { 'send-enquiry': sendEnquiry },
  {
    'answer-enquiry': answerEnquiry,
    'answer-for-council': answerForCouncil,
    'refine-criterion': refineCriterion,
    'remind-unanswered': (present, _command, _facts, now) => remindUnanswered(present, now),
    'close-enquiry': (present, _command, _facts, now) => closeEnquiry(present, now),
    'choose-answer': chooseAnswer,
    'end-enquiry': endEnquiry,
  },
);
