import { Avatar, Field, SearchBox, Select } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import { personKey } from '../person-key.ts';

export interface PeopleListProps {
  readonly people: readonly LocalPerson[];
  readonly chosen: LocalPerson | undefined;
  readonly onChoose: (person: LocalPerson) => void;
}

export const keyOf = (person: LocalPerson): string => personKey({ tenantId: person.tenantId, userId: person.id });

const placeOf = ({ workplace, tenantName, guest }: LocalPerson): string =>
  [workplace, `${tenantName}${guest ? ' (guest)' : ''}`].filter(Boolean).join(' · ');

const matches = (person: LocalPerson, words: string): boolean => {
  const text = [person.displayName, person.jobTitle, placeOf(person), person.mail].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Choose a person: a list with a filter beside the window, a select above it where the window is narrow. */
export const PeopleList = ({ people, chosen, onChoose }: PeopleListProps): React.ReactElement => {
  const [words, setWords] = React.useState('');
  const current = React.useRef<HTMLButtonElement>(null);
  // Once, at the start: whoever was remembered may be far down.
  React.useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), []);
  const shown = people.filter((person) => matches(person, words));
  return (
    <nav className="people" aria-label="Choose a person">
      <div className="people-narrow">
        <Field label="Person">
          <Select
            value={chosen ? keyOf(chosen) : ''}
            onChange={(_, { value }) => {
              const person = people.find((each) => keyOf(each) === value);
              if (person) onChoose(person);
            }}
          >
            {people.map((person) => (
              <option key={keyOf(person)} value={keyOf(person)}>
                {[person.displayName, person.jobTitle, placeOf(person)].filter(Boolean).join(', ')}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="people-wide">
        <SearchBox aria-label="Find a person" placeholder="Find a person" value={words} onChange={(_, { value }) => setWords(value)} />
        <span role="status" className="for-readers">
          {words === '' ? '' : `${shown.length} of ${people.length} people`}
        </span>
        {shown.length === 0 && <p className="quiet">Nobody here has these words in name, job or school.</p>}
        <ul>
          {shown.map((person) => (
            <li key={keyOf(person)}>
              <button
                type="button"
                className="row person"
                ref={person === chosen ? current : null}
                aria-current={person === chosen}
                title={person.about ?? undefined}
                onClick={() => onChoose(person)}
              >
                <Avatar name={person.displayName} size={32} color="colorful" aria-hidden />
                <span className="person-text">
                  <b>{person.displayName}</b>
                  {person.jobTitle && <span>{person.jobTitle}</span>}
                  <span className="quiet">{placeOf(person)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
};
