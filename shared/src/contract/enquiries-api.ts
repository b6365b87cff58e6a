import { actOnEnquiry, getEnquiry, listEnquiries, listEnquiryCandidates, sendEnquiry } from './enquiries.ts';

/** Operations of enquiries. Apart from `api`, so that their shapes are loaded by the pages of enquiries and by no other. */
export const enquiriesApi = { listEnquiries, getEnquiry, listEnquiryCandidates, sendEnquiry, actOnEnquiry } as const;
