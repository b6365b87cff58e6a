import type { EnquiryReply } from '../../contract/enquiries.ts';
import { formatInstant } from '../../domain/days/local-date.ts';

type Summary = Pick<EnquiryReply, 'kind' | 'status' | 'counts' | 'closesAt' | 'council'>;

export const kindWords: Readonly<Record<EnquiryReply['kind'], string>> = { question: 'Enquiry', competition: 'Competition' };

export const answerWords = { interested: 'Interested', declined: 'Declined', undecided: 'Undecided' } as const;

/** '3 of 5 providers have answered: 2 interested, 1 declined.' */
export const countsSentence = ({
  counts: { asked, interested, declined, undecided },
  council,
}: Pick<Summary, 'counts' | 'council'>): string => {
  const parts = [
    interested > 0 ? `${interested} interested` : '',
    declined > 0 ? `${declined} declined` : '',
    undecided > 0 ? `${undecided} undecided` : '',
  ].filter(Boolean);
  const providers =
    asked === 0
      ? ''
      : `${interested + declined + undecided} of ${asked} ${asked === 1 ? 'provider has' : 'providers have'} answered${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
  const team =
    council === undefined ? '' : council === 'answered' ? 'The commissioning team has answered.' : 'The commissioning team is asked.';
  return [providers, team].filter(Boolean).join(' ');
};

/** How it stands, in a sentence. */
export const standingSentence = ({ status, closesAt }: Summary): string => {
  switch (status) {
    case 'converted':
      return 'An answer was chosen.';
    case 'ended':
      return 'It was ended without a choice.';
    case 'closed':
      return `It closed on ${formatInstant(closesAt)}.`;
    default:
      return `It is open until ${formatInstant(closesAt)}.`;
  }
};
