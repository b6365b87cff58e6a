import * as React from 'react';
import { type ManagedNoticeReply, managedNoticesApi } from '../../../contract/managed-notices.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { bookedGroupNames } from '../../../domain/notices/notice.ts';
import { sendStates } from '../../../domain/notices/notice-send.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { PlainText } from '../../notices/OneNotice.tsx';
import { Picture } from '../../notices/Picture.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';
import { noticeActs } from './notice-acts.tsx';
import { audienceWords, daysWords, stateWords, statusWords } from './notice-words.ts';
import { PictureForm } from './PictureForm.tsx';
import { SendRecord } from './SendRecord.tsx';

const useNoticeSends: React.ComponentProps<typeof SendRecord>['useSends'] = (ref, query) =>
  useOperation(managedNoticesApi, 'listNoticeSends', { params: { ref }, query });

const above = [{ to: { at: 'notices' }, name: 'Notices' }] as const;

const factsOf = (notice: ManagedNoticeReply): readonly Fact[] => {
  const { ref, status, audience, authorRole, author, publishedAt, withdrawnBecause, reaches, event } = notice;
  return [
    { label: 'Reference', value: ref },
    { label: 'State', value: statusWords[status] },
    { label: 'For', value: audienceWords(audience) },
    ...(event === undefined ? [] : [{ label: 'Of them', value: `${bookedGroupNames[event.group]}: ${event.title}` }]),
    { label: 'Shown', value: daysWords(notice) },
    { label: 'Written by', value: `${author}, as ${authorRole}` },
    ...(publishedAt === undefined
      ? [{ label: 'Recipients today', value: String(reaches) }]
      : [{ label: 'Went out', value: formatInstant(publishedAt) }]),
    ...(withdrawnBecause === undefined ? [] : [{ label: 'Withdrawn because', value: withdrawnBecause }]),
  ];
};

/** One notice as commissioners see it: its text, what can be done with it, and whom it reached. */
export const NoticePage: React.FC<{ readonly noticeRef: string }> = ({ noticeRef }) => {
  const read = useOperation(managedNoticesApi, 'getManagedNotice', { params: { ref: noticeRef } });
  const client = useOperations(managedNoticesApi);
  const command = useCommand('getManagedNotice', 'listManagedNotices', 'listNoticeSends', 'getNoticePicture');
  return (
    <Loaded reads={[read] as const} what="the notice" failed="The notice could not be loaded" page="Notice">
      {(notice) => (
        <Page title={notice.title} above={above} told={command.told}>
          <Facts facts={factsOf(notice)} />
          <Acts acts={noticeActs(notice, client)} command={command} />
          <section aria-label="Text">
            <Heading level={2}>Text</Heading>
            <PlainText text={notice.body} />
          </section>
          {notice.picture === undefined && !notice.takesPicture ? null : (
            <section aria-label="Picture">
              <Heading level={2}>Picture</Heading>
              {notice.picture === undefined ? null : <Picture noticeRef={noticeRef} alt={notice.picture.alt} />}
              {notice.takesPicture ? <PictureForm key={notice.version} notice={notice} command={command} /> : null}
            </section>
          )}
          {notice.publishedAt === undefined ? null : (
            <section aria-label="Whom it reached">
              <Heading level={2}>Whom it reached</Heading>
              <Facts facts={sendStates.map((state) => ({ label: stateWords[state], value: String(notice.sends[state] ?? 0) }))} />
              <SendRecord recordRef={noticeRef} useSends={useNoticeSends} />
            </section>
          )}
          <section aria-label="History">
            <Heading level={2}>History</Heading>
            <Table
              caption="What was done, newest first"
              columns={[
                { name: 'When', as: 'short', of: ({ at }: ManagedNoticeReply['history'][number]) => formatInstant(at) },
                { name: 'What', of: ({ what, comment }) => (comment === undefined ? what : `${what}: ${comment}`) },
                { name: 'By', of: ({ by }) => by },
              ]}
              rows={[...notice.history].reverse()}
              keyOf={({ at, what }) => `${at} ${what}`}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
};
