import { type Person, type PersonId, samePerson } from '../../people/person.ts';
import { type Refusal, refused } from '../../refusal.ts';

/**
 * Who scored an award on the portal, as far as they are the council's own: none of them approves it here. That nobody of the council's list scored it is a
 * statement of its own, so that silence is never taken for it. People outside the council approve nothing and are not kept.
 */
export type PortalScorers = { readonly kind: 'members'; readonly people: readonly PersonId[] } | { readonly kind: 'none-of-ours' };

/** The scorers among the council's members. */
export const councilScorers = (scorers: PortalScorers): readonly PersonId[] => (scorers.kind === 'members' ? scorers.people : []);

/** Why this cannot be who scored: nobody is named, or somebody who is no member of the council. A slip in an id would let the scorer approve. */
export const scorersFault = (scorers: PortalScorers, members: readonly Person[]): Refusal | undefined => {
  if (scorers.kind === 'none-of-ours') return undefined;
  if (scorers.people.length === 0)
    return refused('scorers-not-told', "Say who scored this award, or that none of the council's members did.", '/scorers');
  const at = scorers.people.findIndex((scorer) => !members.some((member) => samePerson(member, scorer)));
  return at < 0
    ? undefined
    : refused('scorers-not-told', 'Somebody who is said to have scored this award is no member of the council.', `/scorers/people/${at}`);
};

/** 'Scored there by Eva Purbeck, Evan Stour', for the history of the award. */
export const scorersSentence = (scorers: PortalScorers, members: readonly Person[]): string =>
  scorers.kind === 'none-of-ours'
    ? "None of the council's members scored it there"
    : `Scored there by ${members
        .filter((member) => scorers.people.some((scorer) => samePerson(scorer, member)))
        .map(({ name }) => name)
        .join(', ')}`;
