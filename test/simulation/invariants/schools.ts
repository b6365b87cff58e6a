import { personKey } from '@ap/shared/domain/people/person';
import { otherThan } from '../two-schools.ts';
import type { Invariant } from './invariant.ts';

/** Promises to schools about each other: neither sees nor touches what is the other's. */
export const schoolInvariants: Readonly<Record<string, Invariant>> = {
  I21: async ({ stored, journal }) => {
    const touched = stored.writes.flatMap(({ ref, label }) => (label.startsWith('foreign-') ? [`${ref} was changed by ${label}`] : []));
    const allowed = journal.entries.flatMap(({ kind, key, outcome }) =>
      kind.startsWith('foreign-') && kind !== 'foreign-lists' && outcome.how === 'ok' ? [`${kind} ${key} was let do it`] : [],
    );
    const told = [...new Map(stored.writes.map(({ ref, state }) => [ref, state])).values()].flatMap(({ ref, request, order }) => {
      const { asks, approvers } = otherThan(request.buyerRef);
      const people = [asks, ...approvers].flatMap((person) => [personKey(person), person.email]);
      const names = [ref, ...(order ? [order.number] : [])];
      return journal.sent.flatMap(({ to, title, html }) =>
        people.includes(to) && names.some((name) => `${title} ${html}`.includes(name)) ? [`'${title}' about ${ref} went to ${to}`] : [],
      );
    });
    return [...touched, ...allowed, ...told];
  },
};
