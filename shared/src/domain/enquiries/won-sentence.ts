/** Why this provider and no other, where a competition was held. */
export const wonSentence = (enquiryRef: string): string => `It was chosen in competition ${enquiryRef}`;
