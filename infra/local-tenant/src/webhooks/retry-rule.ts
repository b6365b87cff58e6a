/** How long after a failed try the next one comes, in milliseconds; undefined gives the notification up. */
export type RetryRule = (tries: number, sinceFirstTry: number) => number | undefined;

const MINUTE = 60_000;
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 30 * MINUTE;
const GIVE_UP = 240 * MINUTE;

/** Graph's: twice as long after each try, ten seconds at first, and never later than four hours after the first try. */
export const graphRetries: RetryRule = (tries, sinceFirstTry) => {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1));
  return sinceFirstTry + pause > GIVE_UP ? undefined : pause;
};

/** That of SharePoint's own webhooks: five more tries, five minutes apart. Which of the two a list subscription made through Graph follows no page says. */
export const sharePointRetries: RetryRule = (tries) => (tries > 5 ? undefined : 5 * MINUTE);

export const RETRY_RULES = { graph: graphRetries, sharepoint: sharePointRetries } as const;
export type RetryRuleName = keyof typeof RETRY_RULES;
