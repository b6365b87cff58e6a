import { ServiceBusy } from '../http/service-busy.ts';

const mostBackoffSeconds = 300;
/** The same where the quota of the lists is spent. */
const mostForQuota = 30;

/**
 * Seconds until the message of a failed effect is sent again: doubled with each try up to five minutes (half a minute where a quota is spent), or as long as the service asked for. `undefined`
 * for a message of the sweep: its next run sends another. So however long an effect fails, it has one message of its own and one of the sweep.
 */
export const retryAfterSeconds = (
  message: { readonly tries: number; readonly once?: true | undefined },
  error: unknown,
): number | undefined => {
  if (message.once) return undefined;
  const asked = error instanceof ServiceBusy ? error.retryAfterSeconds : 0;
  const most = error instanceof ServiceBusy && error.isQuotaSpent ? mostForQuota : mostBackoffSeconds;
  return Math.max(asked, Math.min(most, 2 ** message.tries));
};
