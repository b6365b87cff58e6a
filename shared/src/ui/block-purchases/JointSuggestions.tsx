import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { type JointSuggestionReply, jointSuggestionsApi } from '../../contract/joint-suggestions.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { useOperation } from '../commissioning/use-operations.tsx';
import { Heading } from '../Heading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { countWords } from '../words.tsx';
import { newBlockPlace } from './first-plan.ts';
import { jointSentence, whoAsks } from './joint-words.ts';

interface Props {
  /** Whether this person can begin a block purchase. */
  readonly begins: boolean;
}

/** Similar open requests that could be bought together, each with the step that begins the purchase. Nothing where there is none. */
export const JointSuggestions: React.FC<Props> = ({ begins }) => {
  const read = useOperation(jointSuggestionsApi, 'listJointSuggestions', {});
  return (
    <Loaded reads={[read] as const} what="what could be bought together" failed="What could be bought together could not be loaded">
      {({ suggestions }) =>
        suggestions.length === 0 ? null : (
          <section aria-label="Could be bought together">
            <Heading level={2}>Could be bought together</Heading>
            <Text block>
              Open requests that are alike: of one lot, near each other, in overlapping days. No school is told of another's requests.
            </Text>
            <Suggestions suggestions={suggestions} begins={begins} />
          </section>
        )
      }
    </Loaded>
  );
};

const Suggestions: React.FC<Props & { readonly suggestions: readonly JointSuggestionReply[] }> = ({ suggestions, begins }) => {
  const { list, row, title } = useListStyles();
  return (
    <ul className={list} aria-label="Could be bought together">
      {suggestions.map((suggestion) => {
        const { key, own, services } = suggestion;
        return (
          <li key={`${key} ${own?.buyerRef ?? ''}`} className={row}>
            <div>
              <Heading level={3} className={title}>
                {jointSentence(suggestion)}
              </Heading>
              <Text block>{whoAsks(suggestion)}</Text>
            </div>
            <div>
              {services.length === 0 ? (
                <Text block>No service of this lot has volume prices.</Text>
              ) : begins ? (
                services.map(({ serviceRef, name, providerName, unit, units }) => (
                  <div key={serviceRef}>
                    <PlaceLink to={newBlockPlace(serviceRef, { from: suggestion.from, to: suggestion.to, units })}>
                      {`Begin a joint purchase of ${name}, ${providerName}`}
                    </PlaceLink>
                    {units === 0 ? null : (
                      <Text block size={200}>
                        {`${countWords(units, unit)} are asked for`}
                      </Text>
                    )}
                  </div>
                ))
              ) : (
                <Text block>A requester of a school or department can begin a joint purchase.</Text>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
};
