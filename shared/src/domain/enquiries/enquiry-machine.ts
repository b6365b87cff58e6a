import type { Machine } from '../machine/machine.ts';
import type { EnquiryStatus } from './enquiry.ts';
import type { EnquiryAction } from './enquiry-action.ts';
import type { EnquiryCommandKind, EnquiryRole } from './enquiry-command.ts';

/** Which command leads an enquiry where. What is not sent yet is on the page of whoever writes it and nowhere else. */
export const enquiryMachine: Machine<EnquiryStatus, EnquiryCommandKind, EnquiryRole, EnquiryAction> = {
  subject: 'the enquiry',
  states: {
    sent: 'sent, and nobody has answered',
    'partly-replied': 'answered in part',
    replied: 'answered by everybody',
    closed: 'closed',
    converted: 'over: an answer was chosen',
    ended: 'over',
  },
  ends: ['converted', 'ended'],
  moves: [
    {
      command: 'send-enquiry',
      does: 'send an enquiry',
      from: ['none'],
      to: ['sent'],
      by: ['buyer'],
      guard:
        'row 62: services that may be ordered, each provider once, or the commissioners; R40: words that name no pupil. A competition (row 39): one lot, the same need, two providers at least, criteria stated in order (R31)',
      audit: 'enquiry-sent',
    },
    {
      command: 'answer-enquiry',
      does: 'answer the enquiry',
      from: ['sent', 'partly-replied', 'replied'],
      to: ['partly-replied', 'replied'],
      by: ['provider'],
      guard:
        'by its link and within the time; once, but whoever was undecided may decide; declined only with a reason; in a competition at most its framework price',
      audit: 'enquiry-answered',
    },
    {
      command: 'answer-for-council',
      does: 'answer for the council',
      from: ['sent', 'partly-replied'],
      to: ['partly-replied', 'replied'],
      by: ['commissioner'],
      guard: 'once, where the commissioners were asked',
      audit: 'enquiry-council-answered',
    },
    {
      command: 'answer-for-council',
      does: 'answer for the council',
      from: ['closed'],
      to: ['closed'],
      by: ['commissioner'],
      guard: 'once, where the commissioners were asked: the closing is for providers',
      audit: 'enquiry-council-answered',
    },
    {
      command: 'refine-criterion',
      does: 'make a criterion clearer',
      from: ['sent', 'partly-replied'],
      to: ['same'],
      by: ['buyer'],
      guard: 'R31: only a criterion that was stated, once, and before the last day; everybody who was asked is told',
      audit: 'enquiry-criterion-refined',
    },
    {
      command: 'remind-unanswered',
      does: 'remind those who have not answered',
      from: ['sent', 'partly-replied'],
      to: ['same'],
      by: ['product'],
      guard: 'R43: on the morning of the last day, once',
      audit: 'enquiry-reminded',
    },
    {
      command: 'close-enquiry',
      does: 'close the enquiry',
      from: ['sent', 'partly-replied', 'replied'],
      to: ['closed'],
      by: ['product'],
      guard: 'R43: the working days to answer are over',
      audit: 'enquiry-closed',
    },
    {
      command: 'choose-answer',
      does: 'choose an answer',
      from: ['partly-replied', 'replied', 'closed'],
      to: ['converted'],
      by: ['buyer'],
      guard: 'an answer that is interested, with a reason that the others are told (row 64); of a competition only when quotes are open',
      audit: 'enquiry-answer-chosen',
    },
    {
      command: 'end-enquiry',
      does: 'end the enquiry',
      from: ['sent', 'partly-replied', 'replied', 'closed'],
      to: ['ended'],
      by: ['buyer'],
      guard: 'with a reason, which goes to those who were asked (row 64)',
      audit: 'enquiry-ended',
    },
  ],
};
