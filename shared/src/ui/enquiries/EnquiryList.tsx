import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { enquiryPlace } from '../../contract/enquiry-place.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { countsSentence, kindWords, standingSentence } from './enquiry-words.ts';
import { useEnquiries } from './use-enquiries.tsx';

const firstWords = (message: string): string => (message.length > 160 ? `${message.slice(0, 160)}…` : message);

/** The enquiries of one's schools; of every buyer for a commissioner. */
export const EnquiryList: React.FC = () => {
  const read = useEnquiries();
  const { list, row, title } = useListStyles();
  return (
    <>
      <div>
        <PlaceLink to={{ at: 'my-requests' }}>Back to my requests</PlaceLink>
      </div>
      <PageHeading>Enquiries</PageHeading>
      <Loaded reads={[read] as const} what="the enquiries" failed="The enquiries could not be loaded">
        {({ enquiries }) =>
          enquiries.length === 0 ? (
            <EmptyState level={2} title="There is no enquiry yet">
              <Text block>Ask one or several providers from the page of a service, without naming a pupil.</Text>
              <PlaceLink to={{ at: 'directory', search: '' }}>Search the directory</PlaceLink>
            </EmptyState>
          ) : (
            <ul className={list} aria-label="Enquiries">
              {enquiries.map((enquiry) => (
                <li key={enquiry.ref} className={row}>
                  <Heading level={2} className={title}>
                    <PlaceLink to={enquiryPlace({ at: 'enquiry', ref: enquiry.ref })}>
                      {`${kindWords[enquiry.kind]} of ${enquiry.buyerName}, ${enquiry.ref}`}
                    </PlaceLink>
                  </Heading>
                  <Text block>{firstWords(enquiry.message)}</Text>
                  <Text block>{`${standingSentence(enquiry)} ${countsSentence(enquiry)}`}</Text>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
};
