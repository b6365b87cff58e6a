import { isDecided } from '@ap/shared/domain/tenders/evaluation/lot-application';
import type { FrameworkFacts } from '@ap/shared/domain/tenders/framework/framework-command';
import type { Ports } from '../ports/ports.ts';

/** What a decision about a framework rests on, read when it is decided: its rounds are read one by one from their list. */
export const frameworkFacts = async (
  { tenders, policies }: Pick<Ports, 'tenders' | 'policies'>,
  ref: string,
): Promise<Omit<FrameworkFacts, 'roles'>> => {
  const known = (await tenders.rounds.known()).filter(({ state }) => state.frameworkRef === ref);
  const rounds = (await Promise.all(known.map(({ state }) => tenders.rounds.find(state.ref)))).flatMap((stored) => stored?.state ?? []);
  // Nobody decides about what was sent to a round that was cancelled.
  const held = new Set(rounds.filter(({ status }) => status !== 'cancelled').map((round) => round.ref));
  const applications = (await tenders.applications.known()).filter(({ state }) => held.has(state.roundRef));
  const lots = (await tenders.lotApplications.known()).filter(({ state }) => held.has(state.roundRef));
  const waiting = applications.filter(({ state }) => state.status === 'draft' || state.status === 'submitted').length;
  // An application that entered has a record for each lot: where one is missing it is still on its way.
  const entered = applications.filter(({ state }) => state.status === 'in-evaluation').flatMap(({ state }) => state.lotKeys).length;
  const decided = lots.filter(({ state }) => isDecided(state.status)).length;
  const awards = (await tenders.awards.known()).filter(({ state }) => state.frameworkRef === ref).map(({ state }) => state);
  return { setting: await policies.termSetting(), rounds, undecided: waiting + entered - decided, awards };
};
