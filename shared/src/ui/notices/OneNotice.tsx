import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { noticePlace } from '../../contract/notice-place.ts';
import { noticesApi } from '../../contract/notices.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { paragraphsOf } from '../../domain/notices/notice.ts';
import { useOperation } from '../commissioning/use-operations.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { bylineOf } from './NoticeList.tsx';
import { Picture } from './Picture.tsx';

const useStyles = makeStyles({ paragraph: { margin: 0, whiteSpace: 'pre-line' } });

/** A plain text in its paragraphs: nothing in it is markup. */
export const PlainText: React.FC<{ readonly text: string }> = ({ text }) => {
  const { paragraph } = useStyles();
  return (
    <>
      {paragraphsOf(text).map((words, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is nothing but its place in a text that does not change.
        <p key={at} className={paragraph}>
          {words}
        </p>
      ))}
    </>
  );
};

/** One notice, and whom to contact about it (S12). */
export const OneNotice: React.FC<{ readonly noticeRef: string }> = ({ noticeRef }) => {
  const read = useOperation(noticesApi, 'getNotice', { params: { ref: noticeRef } });
  return (
    <>
      <div>
        <PlaceLink to={noticePlace({ at: 'list' })}>All notices</PlaceLink>
      </div>
      <Loaded reads={[read] as const} what="the notice" failed="The notice could not be loaded" page="Notice">
        {({ title, body, picture, publisher, showUntil, ...notice }) => (
          <>
            <PageHeading>{title}</PageHeading>
            <Text block>{bylineOf(notice)}</Text>
            {picture === undefined ? null : <Picture noticeRef={noticeRef} alt={picture.alt} />}
            <PlainText text={body} />
            <Text block>
              Questions about this notice:{' '}
              <Link inline href={`mailto:${publisher.email}?subject=${encodeURIComponent(title)}`}>
                {`${publisher.name}, ${publisher.email} (opens your mail)`}
              </Link>
            </Text>
            <Text block>{`Shown until ${formatDate(showUntil, 'plain')}.`}</Text>
          </>
        )}
      </Loaded>
    </>
  );
};
