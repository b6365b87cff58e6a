import { addDays, instantAtLondon, type LocalDate } from '@ap/shared/domain/days/local-date';
import type { CouncilEvent, EventText, PastEvent } from '@ap/shared/domain/events/council-event';
import { decideEvent } from '@ap/shared/domain/events/decide-event';
import type { Person } from '@ap/shared/domain/people/person';

interface Held {
  readonly ref: string;
  readonly text: Pick<EventText, 'title' | 'about' | 'audience'>;
  readonly past: PastEvent;
}

/** The three events of the report of 14 May 2018, by the facts that it states: whom the last one was for, and on which day of June the first was, it does not. */
const held: readonly Held[] = [
  {
    ref: 'EV-2016-06',
    text: {
      title: 'Provider event',
      about: 'This is sample data: the event for providers with which the work on the framework began.',
      audience: ['provider'],
    },
    past: { held: '2016-06' },
  },
  {
    ref: 'EV-2018-03-28',
    text: {
      title: 'Discussion of the framework',
      about: 'This is sample data: all schools, academies and further education colleges were invited. Feedback was positive.',
      audience: ['maintained-school', 'academy', 'special-school', 'further-education'],
    },
    past: { held: '2018-03-28' },
  },
  {
    ref: 'EV-2018-05-04',
    text: {
      title: 'Information event about the framework',
      about: 'This is sample data: approximately 50 organisations came.',
      audience: [],
    },
    past: { held: '2018-05-04', aboutOrganisations: 50 },
  },
];

/** The events of the sample, recorded by command, so that they are as lawful as what people record. */
export const sampleEvents = (today: LocalDate, by: Person): readonly CouncilEvent[] =>
  held.map(({ ref, text, past }) => {
    const decided = decideEvent(
      undefined,
      {
        kind: 'record-event',
        id: `sample-${ref}`,
        by,
        receipted: new Set(),
        ref,
        text: { ...text, organiserRole: 'SEND Commissioner' },
        past,
      },
      { roles: ['commissioner'], memberships: [], buyers: [] },
      instantAtLondon(addDays(today, -1), 9),
    );
    if (!decided.ok) throw new RangeError(`The sample is refused: ${decided.detail}`);
    return decided.state;
  });
