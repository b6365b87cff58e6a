import { Text } from '@fluentui/react-text';
import * as React from 'react';
import useSWR from 'swr';
import { clientOf } from '../../contract/client.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { getPlacementFacts } from '../../contract/reviews.ts';
import { reviewsApi } from '../../contract/reviews-api.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { Loaded } from '../states/Loaded.tsx';

type Reply = ReplyOf<typeof getPlacementFacts>;
type Counted = NonNullable<Reply['facts']>['ranToTheirEnd'];

const ofAll = ({ count, of }: Counted): string => `${count} of ${of}`;

const factsOf = ({ ranToTheirEnd, endedByProvider, objectivesMet, backInSchool }: NonNullable<Reply['facts']>) => [
  { label: 'Ran to their planned end', value: ofAll(ranToTheirEnd) },
  { label: 'Ended early by the provider', value: ofAll(endedByProvider) },
  ...(objectivesMet === undefined
    ? []
    : [{ label: 'Met their objectives', value: `${ofAll(objectivesMet)} whose objectives were recorded` }]),
  ...(backInSchool === undefined ? [] : [{ label: 'Pupil back in school', value: `${ofAll(backInSchool)} whose destination is known` }]),
];

/** Row 61: how placements in a service went, as facts with what they count, never as a score. */
export const PlacementFacts: React.FC<{ readonly serviceRef: string }> = ({ serviceRef }) => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no facts of placements.');
  const client = React.useMemo(() => clientOf(reviewsApi, service), [service]);
  const read = useSWR<Reply, unknown>(['getPlacementFacts', serviceRef], () => client.getPlacementFacts({ params: { serviceRef } }));
  return (
    <section aria-label="How placements went">
      <Heading level={2}>How placements went</Heading>
      <Loaded reads={[read] as const} what="the facts" failed="The facts could not be loaded">
        {({ facts, fewest }) =>
          facts === undefined ? (
            <Text block>{`Nothing is shown before ${fewest} placements of two schools or more are over.`}</Text>
          ) : (
            <>
              <Text block>
                {`Counted over the ${facts.finished} placements ordered here that began and are over, of all schools. They are facts as schools recorded them, no score: what fits one pupil may not fit another.`}
              </Text>
              <Facts facts={factsOf(facts)} />
            </>
          )
        }
      </Loaded>
    </section>
  );
};
