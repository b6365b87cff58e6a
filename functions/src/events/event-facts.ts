import type { CouncilEvent } from '@ap/shared/domain/events/council-event';
import { type EventFacts, eventRolesOf } from '@ap/shared/domain/events/event-command';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';

/** What a caller's command about an event is decided by. */
export const factsOf = async (
  { buyers }: Pick<Ports, 'buyers'>,
  { person, memberships }: Caller,
  event: Pick<CouncilEvent, 'audience'>,
): Promise<EventFacts> => {
  const every = { memberships, buyers: await buyers.all() };
  return { ...every, roles: eventRolesOf(person, event, await buyers.councilMembers('fresh'), every) };
};

/** One that is not theirs to see, or is over, is as if it were not there. */
export const noSuchEvent = (): ProblemError =>
  new ProblemError('not-found', 'There is no such event, or it is over or cancelled, or it is not for your school or department.');
