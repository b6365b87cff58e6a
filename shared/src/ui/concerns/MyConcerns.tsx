import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { listMyConcerns } from '../../contract/concerns.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useMyConcerns } from './use-concerns.tsx';

type Mine = ReplyOf<typeof listMyConcerns>['concerns'][number];

const statusWords: Readonly<Record<Mine['status'], string>> = {
  received: 'Received',
  'being-looked-into': 'Being looked into',
  closed: 'Closed',
};

/** The concerns that this person reported: that each arrived, and where it stands. */
export const MyConcerns: React.FC = () => {
  const mine = useMyConcerns();
  const { list, row, title } = useListStyles();
  return (
    <>
      <div>
        <PlaceLink to={{ at: 'my-requests' }}>Back to my requests</PlaceLink>
      </div>
      <PageHeading>Concerns that you reported</PageHeading>
      <Loaded reads={[mine] as const} what="your concerns" failed="Your concerns could not be loaded">
        {({ concerns }) =>
          concerns.length === 0 ? (
            <EmptyState level={2} title="You have reported no concern">
              <Text block>A concern is reported from the page of a service, or from a request of your school.</Text>
              <PlaceLink to={{ at: 'directory', search: '' }}>Search the directory</PlaceLink>
            </EmptyState>
          ) : (
            <ul className={list} aria-label="Your concerns">
              {concerns.map(({ ref, providerName, reportedAt, status }) => (
                <li key={ref} className={row}>
                  <Heading level={2} className={title}>
                    {providerName}
                  </Heading>
                  <Text block>{`${statusWords[status]}. Reported on ${formatInstant(reportedAt)}, reference ${ref}`}</Text>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
};
