/** What the audit chain says of enquiries. */
export const enquiryActions = [
  'enquiry-sent',
  'enquiry-answered',
  'enquiry-council-answered',
  'enquiry-criterion-refined',
  'enquiry-reminded',
  'enquiry-closed',
  'enquiry-answer-chosen',
  'enquiry-ended',
] as const;
export type EnquiryAction = (typeof enquiryActions)[number];
