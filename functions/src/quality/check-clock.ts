import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { theProduct } from '@ap/shared/domain/people/person';
import type { CheckRecord } from '@ap/shared/domain/quality/check-record';
import { countsForClock, nextByClock } from '@ap/shared/domain/quality/next-by-clock';
import { qualityDay } from '@ap/shared/domain/quality/quality-day';
import type { QualityPolicy } from '@ap/shared/domain/quality/quality-policy';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { type QualityNeeds, runCheck } from './run-quality.ts';

/** More steps than a check can owe on one day: due, lapsed, waiver ended, reminded. */
const mostSteps = 5;

/** Does what time alone brings about for every check: due, reminded, lapsed, action missed, waiver ended. However often it runs, each happens once. */
export const runCheckClock = async (ports: QualityNeeds & Pick<Ports, 'providers'>): Promise<number> => {
  const [policy, checks, providers] = await Promise.all([
    ports.policies.qualityPolicy(),
    ports.quality.checks.known(),
    ports.providers.all(),
  ]);
  const byProvider = new Map<string, CheckRecord[]>(providers.filter(({ status }) => status !== 'removed').map(({ ref }) => [ref, []]));
  for (const { state } of checks) byProvider.get(state.providerRef)?.push(state);
  let done = 0;
  for (const own of byProvider.values()) for (const check of countsForClock(own)) done += await catchUp(ports, check, policy);
  tellOfLapses(ports, [...byProvider.values()].flat());
  return done;
};

const daysAhead = 30;

/** For whoever watches the product: how many checks lapse today and within thirty days, and how many have with nothing in their place. Once an hour. */
const tellOfLapses = ({ clock, log }: Pick<Ports, 'clock' | 'log'>, checks: readonly CheckRecord[]): void => {
  const now = clock.now();
  if (new Date(now).getUTCMinutes() >= 5) return;
  const { lapsesToday, lapsesSoon, lapsed } = qualityDay(checks, [], toLondonDate(now), daysAhead);
  log.event('info', 'lapses', { today: lapsesToday.length, in30Days: lapsesSoon.length, lapsed: lapsed.length });
};

/** Everything that one check owes today, step by step. What a decision refuses is told to the operator and holds up no other check. */
const catchUp = async (ports: QualityNeeds, check: CheckRecord, policy: QualityPolicy): Promise<number> => {
  let present = check;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const kind = nextByClock(present, toLondonDate(ports.clock.now()), policy);
    if (kind === undefined) return steps;
    try {
      const giver = { by: theProduct, key: `clock-${kind}-${present.ref}-v${present.version}`, channel: 'clock' as const };
      present = (await runCheck(ports, giver, present.ref, { kind })).state;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      ports.log.event('warning', 'clock-refused', { ref: present.ref, kind, code: error.code });
      return steps;
    }
  }
  return mostSteps;
};
