import { type PersonId, samePerson } from '../people/person.ts';

const without = <P extends PersonId>(people: readonly P[], person: PersonId): readonly P[] =>
  people.filter((other) => !samePerson(other, person));

/** Whether every step can be decided by somebody, and by somebody else each time. `steps` holds those who may decide each. */
export const canEachBeDecided = (steps: readonly (readonly PersonId[])[]): boolean => {
  // The step with the fewest choices goes first, so that a dead end shows soon.
  const [scarcest, ...others] = [...steps].sort((a, b) => a.length - b.length);
  return scarcest === undefined || scarcest.some((person) => canEachBeDecided(others.map((people) => without(people, person))));
};

/** Leaves out of each step whoever is needed for another: whoever is left may decide, and every other step can still be decided by someone else. */
export const keepingEachDecidable = <P extends PersonId>(steps: readonly (readonly P[])[]): readonly (readonly P[])[] =>
  steps.map((people, at) =>
    people.filter((person) => canEachBeDecided(steps.filter((_, other) => other !== at).map((others) => without(others, person)))),
  );
