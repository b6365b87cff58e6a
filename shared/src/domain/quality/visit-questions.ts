/**
 * R21: the four statements that Plymouth asks of each provider, in our own words: what every visit looks at unless the commissioner asks otherwise.
 * They are content: a row in Settings may replace them.
 */
export const defaultVisitQuestions = [
  { key: 'not-an-illegal-school', question: 'How do you make sure that you do not run a school that should be registered?' },
  { key: 'communication', question: 'How do you keep the school informed about attendance, progress and incidents?' },
  { key: 'impact', question: 'How do you know that the pupils who come to you are better off for it?' },
  { key: 'safety', question: 'How do you keep pupils safe while they are with you and on the way?' },
] as const;
