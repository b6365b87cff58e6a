import { Button } from '@fluentui/react-button';
import * as React from 'react';
import type { listNoticeSends } from '../../../contract/managed-notices.ts';
import type { NoticeSendReply } from '../../../contract/send-record.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { PageSteps } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import type { Read, ReadInput } from '../use-operations.tsx';
import { sendWords } from './notice-words.ts';

const pageSize = 100;

const columns: readonly Column<NoticeSendReply>[] = [
  { name: 'Recipient', of: ({ name }) => name },
  { name: 'Of', of: ({ of = 'Provider' }) => of },
  { name: 'How it stands', of: sendWords },
  { name: 'Since', of: ({ at }) => formatInstant(at), as: 'short' },
];

interface Props {
  readonly recordRef: string;
  /** Reads a page of the record: of a notice, or of whatever else was sent in the same way. */
  readonly useSends: (recordRef: string, query: NonNullable<ReadInput<typeof listNoticeSends>['query']>) => Read<typeof listNoticeSends>;
}

/** The send record, a hundred recipients at a time: of those alone whom it did not reach, where that is asked for. */
export const SendRecord: React.FC<Props> = ({ recordRef, useSends }) => {
  const [asked, setAsked] = React.useState({ failed: false, page: 1 });
  const { failed, page } = asked;
  const read = useSends(recordRef, { page: String(page), ...(failed ? { state: 'failed' } : {}) });
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
              <PageSteps what="the send record" page={page} pages={pages} onPage={(to) => setAsked({ failed, page: to })} />
            </>
          );
        }}
      </Loaded>
    </>
  );
};
