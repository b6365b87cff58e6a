import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { managedNoticesApi, type NoticeSendReply } from '../../../contract/managed-notices.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { useAnnounce } from '../../Announcer.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { type Column, Table } from '../Table.tsx';
import { useOperation } from '../use-operations.tsx';
import { sendWords } from './notice-words.ts';

const useStyles = makeStyles({ pages: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM } });

const pageSize = 100;

const columns: readonly Column<NoticeSendReply>[] = [
  { name: 'Recipient', of: ({ name }) => name },
  { name: 'Of', of: ({ of = 'Provider' }) => of },
  { name: 'How it stands', of: sendWords },
  { name: 'Since', of: ({ at }) => formatInstant(at), as: 'short' },
];

/** The send record, a hundred recipients at a time: of those alone whom it did not reach, where that is asked for. */
export const SendRecord: React.FC<{ readonly noticeRef: string }> = ({ noticeRef }) => {
  const styles = useStyles();
  const announce = useAnnounce();
  const [asked, setAsked] = React.useState({ failed: false, page: 1 });
  const { failed, page } = asked;
  const read = useOperation(managedNoticesApi, 'listNoticeSends', {
    params: { ref: noticeRef },
    query: { page: String(page), ...(failed ? { state: 'failed' } : {}) },
  });
  return (
    <>
      <div>
        <Button size="small" onClick={() => setAsked({ failed: !failed, page: 1 })}>
          {failed ? 'Show everybody' : 'Show only those it did not reach'}
        </Button>
      </div>
      <Loaded reads={[read] as const} what="the send record" failed="The send record could not be loaded">
        {({ total, sends }) => {
          const pages = Math.max(1, Math.ceil(total / pageSize));
          const go = (to: number): void => {
            setAsked({ failed, page: to });
            announce(`Page ${to} of ${pages}`);
          };
          return total === 0 ? (
            <EmptyState level={3} title={failed ? 'It reached everybody who was tried' : 'Nobody has been entered yet'} />
          ) : (
            <>
              <Table
                caption="Each recipient with what became of the message"
                columns={columns}
                rows={sends}
                keyOf={({ name, of }) => `${name} ${of}`}
              />
              {pages === 1 ? null : (
                <nav aria-label="Pages of the send record" className={styles.pages}>
                  <Button disabledFocusable={page === 1} onClick={() => page > 1 && go(page - 1)}>
                    Previous
                  </Button>
                  <span>{`Page ${page} of ${pages}`}</span>
                  <Button disabledFocusable={page === pages} onClick={() => page < pages && go(page + 1)}>
                    Next
                  </Button>
                </nav>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
};
