import { theProduct } from '@ap/shared/domain/people/person';
import { type Concern, leadOf } from '@ap/shared/domain/quality/concern';
import type { Performed } from '../effects/performed.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { type ConcernNeeds, runConcern } from './run-concern.ts';

export const byClock = (key: string) => ({ by: theProduct, key, channel: 'clock' as const });

/** Gives a command that follows from another. Refused with one of these codes, what it was to bring about has come already or has lost its ground. */
export const unless = async (over: readonly string[], act: () => Promise<unknown>): Promise<Performed> => {
  try {
    await act();
    return { state: 'done' };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { state: over.includes(error.code) ? 'superseded' : 'stuck', reason: error.code };
  }
};

/** The concern that leads takes another in. Where it was closed in the same moment, the other is looked into by itself. */
export const takeIn = async (ports: ConcernNeeds, joinedRef: string, leadRef: string, key: string): Promise<Performed> => {
  const taken = await unless(['already-recorded', 'nothing-to-join', 'not-in-this-state'], () =>
    runConcern(ports, byClock(key), leadRef, { kind: 'take-in', joinedRef }),
  );
  if (taken.state !== 'superseded' || taken.reason === 'already-recorded') return taken;
  return unless(['not-in-this-state'], () => runConcern(ports, byClock(`${key}-parts`), joinedRef, { kind: 'part' }));
};

/** What has become of the concern that leads another: what the other does then. */
const followLead = async (ports: ConcernNeeds, { ref, leadRef, version }: Concern): Promise<void> => {
  const lead = leadRef === undefined ? undefined : (await ports.quality.concerns.find(leadRef))?.state;
  if (!lead) return;
  const key = `${ref}-v${version}-follows`;
  if (lead.status !== 'closed') {
    if (!lead.joined.includes(ref)) await takeIn(ports, ref, lead.ref, key);
  } else if (lead.joined.includes(ref))
    await unless(['not-in-this-state', 'lado-referral-required'], () => runConcern(ports, byClock(key), ref, { kind: 'close-joined' }));
  else await unless(['not-in-this-state'], () => runConcern(ports, byClock(key), ref, { kind: 'part' }));
};

/**
 * Brings concerns in line with each other, as the clock comes round: two about one provider that two processes took in the same moment are joined, and
 * whatever a joined one waited for and missed is made up for.
 */
export const followConcerns = async (ports: ConcernNeeds): Promise<void> => {
  const open = (await ports.quality.concerns.known()).map(({ state }) => state).filter(({ status }) => status !== 'closed');
  for (const concern of open) {
    const { ref, status, joined, providerRef, version } = concern;
    if (status === 'joined') await followLead(ports, concern);
    else if (status === 'open' && joined.length === 0 && leadOf(open, providerRef)?.ref !== ref)
      await unless(['nothing-to-join', 'not-in-this-state'], () =>
        runConcern(ports, byClock(`${ref}-v${version}-joins`), ref, { kind: 'join' }),
      );
  }
};
