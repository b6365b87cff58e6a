import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { noticePlace } from '../../contract/notice-place.ts';
import { noticesApi } from '../../contract/notices.ts';
import { formatDate, toLondonDate } from '../../domain/days/local-date.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { useOperation } from '../commissioning/use-operations.tsx';
import { IfOn } from '../features/IfOn.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';

/** Who tells it, and since when. */
export const bylineOf = ({ authorRole, publishedAt }: { readonly authorRole: string; readonly publishedAt: string }): string =>
  `${authorRole}, ${formatDate(toLondonDate(publishedAt), 'plain')}`;

/** What the commissioning team tells one's school or department today, the newest first. */
export const NoticeList: React.FC<{ readonly surveys?: React.ReactNode }> = ({ surveys }) => {
  const read = useOperation(noticesApi, 'listNotices', {});
  const { list, row, title } = useListStyles();
  return (
    <>
      <div>
        <PlaceLink to={{ at: 'my-requests' }}>Back to my requests</PlaceLink>
      </div>
      <PageHeading>Notices</PageHeading>
      <IfOn feature="events">
        <div>
          <PlaceLink to={noticePlace({ at: 'events' })}>Events</PlaceLink>
        </div>
      </IfOn>
      <IfOn feature="surveys">{surveys}</IfOn>
      <Loaded reads={[read] as const} what="the notices" failed="The notices could not be loaded">
        {({ notices }) =>
          notices.length === 0 ? (
            <EmptyState level={2} title="There is no notice at present">
              <Text block>What the commissioning team tells your school or department is shown here.</Text>
            </EmptyState>
          ) : (
            <ul className={list} aria-label="Notices">
              {notices.map((notice) => (
                <li key={notice.ref} className={row}>
                  <Heading level={2} className={title}>
                    <PlaceLink to={noticePlace({ at: 'notice', ref: notice.ref })}>{notice.title}</PlaceLink>
                  </Heading>
                  <Text block>{bylineOf(notice)}</Text>
                  <Text block>{notice.begins}</Text>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
};
