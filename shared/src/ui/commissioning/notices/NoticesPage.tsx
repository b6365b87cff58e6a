import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { type ManagedNotice, managedNoticesApi } from '../../../contract/managed-notices.ts';
import { useSurroundings } from '../../HostAdapter.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';
import { NoticePage } from './NoticePage.tsx';
import { writeAct } from './notice-acts.tsx';
import { audienceWords, daysWords, statusWords } from './notice-words.ts';

const columns: readonly Column<ManagedNotice>[] = [
  { name: 'Notice', of: ({ ref, title }) => <PlaceLink to={commissioningPlace({ at: 'notice', ref })}>{title}</PlaceLink> },
  { name: 'State', of: ({ status }) => statusWords[status], as: 'short' },
  { name: 'For', of: ({ audience }) => audienceWords(audience) },
  { name: 'Shown', of: daysWords },
];

/** Row 65: every notice, or one of them. */
export const NoticesPage: React.FC<{ readonly noticeRef: string | undefined }> = ({ noticeRef }) =>
  noticeRef === undefined ? <Notices /> : <NoticePage key={noticeRef} noticeRef={noticeRef} />;

const Notices: React.FC = () => {
  const read = useOperation(managedNoticesApi, 'listManagedNotices', {});
  const client = useOperations(managedNoticesApi);
  const command = useCommand('listManagedNotices');
  const { go } = useSurroundings();
  return (
    <Page title="Notices" told={command.told}>
      <Text block>
        What the commissioning team tells schools, departments, colleges and providers. Whom each one reached stands on its page.
      </Text>
      <Acts acts={[writeAct(client, (ref) => go(commissioningPlace({ at: 'notice', ref })))]} command={command} />
      <Loaded reads={[read] as const} what="the notices" failed="The notices could not be loaded">
        {({ notices }) =>
          notices.length === 0 ? (
            <EmptyState title="There is no notice yet" />
          ) : (
            <Paged rows={notices} what="notices">
              {(page) => <Table caption="Changed last first" columns={columns} rows={page} keyOf={({ ref }) => ref} />}
            </Paged>
          )
        }
      </Loaded>
    </Page>
  );
};
