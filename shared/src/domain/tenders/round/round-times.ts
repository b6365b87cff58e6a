import { isInstant } from '../../days/local-date.ts';
import { type Refusal, refused } from '../../refusal.ts';
import type { RoundTimes } from './round.ts';

/** Why the times of a round cannot stand beside each other; `undefined` when they can, whatever time it is. */
export const timesOrderFault = (times: RoundTimes): Refusal | undefined => {
  for (const name of ['opensAt', 'clarificationsCloseAt', 'closesAt'] as const)
    if (!isInstant(times[name])) return refused('dates-not-allowed', 'Enter a day and a time.', `/${name}`);
  const closes = Date.parse(times.closesAt);
  if (closes <= Date.parse(times.opensAt)) return refused('dates-not-allowed', 'Enter a closing time after the opening.', '/closesAt');
  return Date.parse(times.clarificationsCloseAt) <= closes
    ? undefined
    : refused('dates-not-allowed', 'Questions about the round close before the round does.', '/clarificationsCloseAt');
};

/** Why a round with these times cannot be published at `now` (ISO instant). */
export const timesFault = (times: RoundTimes, now: string): Refusal | undefined =>
  isInstant(times.closesAt) && Date.parse(times.closesAt) <= Date.parse(now)
    ? refused('dates-not-allowed', 'Enter a closing time that lies ahead.', '/closesAt')
    : timesOrderFault(times);
