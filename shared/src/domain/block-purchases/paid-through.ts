/** How a placement is paid whose units are drawn, as whoever approves, orders or teaches it is told. */
export const paidThroughSentence = (blockRef: string): string =>
  `Block purchase ${blockRef}: its units are owed there, and nothing is owed a second time`;
