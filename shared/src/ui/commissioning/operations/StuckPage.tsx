import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import { operationsApi } from '../../../contract/operations.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { type SetAsideReason, type StuckReason, setAsideReasons } from '../../../domain/operations/stuck.ts';
import { Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { type Act, Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';

type Client = ReturnType<typeof useOperations<typeof operationsApi>>;
type Entry = ReplyOf<typeof operationsApi.listStuck>['stuck'][number];

const useStyles = makeStyles({
  entries: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const whyWords: Readonly<Record<StuckReason, string>> = {
  delayed: 'It fails, and is tried again every few minutes. Most often a service is down: then it goes on by itself.',
  'too-old': 'It waited for 14 days. It is not sent by itself any more.',
  'not-done': 'It was tried, and cannot be done as things stand: often somebody is missing in the register.',
  poisoned: 'It was tried until the system gave it up. The sweep tries it again; if it comes back here, have it looked into.',
  'row-unreadable': 'Its row in the list says something that cannot be read. Mend the row: then it goes on by itself.',
  'message-unreadable': 'A message that nothing here sends. Nothing waits for it; who wrote it should be found out.',
  'command-given-up': 'It waited for an hour and was not done. Whoever sent it was told, and has to do it again.',
};

const reasonWords: Readonly<Record<SetAsideReason, string>> = {
  'told-otherwise': 'It was told or done in another way',
  'no-longer-needed': 'Nobody needs it any more',
  'cannot-be-done': 'It can never be done',
};

/** 'send-approval-card' reads as 'Send approval card'. */
const kindWords = (kind: string): string => {
  const words = kind
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

const titleOf = ({ kind, ref }: Entry): string => [kind ? kindWords(kind) : 'Message', ref && `for ${ref}`].filter(Boolean).join(' ');

const actsOf = ({ id, mayReplay, maySetAside }: Entry, client: Client): readonly Act[] => [
  ...(mayReplay
    ? [
        {
          title: 'Try again',
          about:
            'It is sent within a minute if it still can be: what it needs is looked at again, and what was sent meanwhile is not sent twice.',
          questions: [],
          sure: 'People may be told of something that is not new.',
          onSend: async (_given, key) =>
            (await client.replayStuck({ body: { id }, key })).state === 'sent'
              ? 'It is being tried again. It leaves this page when it is done.'
              : 'It went on meanwhile: nothing was sent.',
        } satisfies Act,
      ]
    : []),
  ...(maySetAside
    ? [
        {
          title: 'Set aside',
          about: 'It is not sent, and leaves this page for good.',
          questions: [
            {
              as: 'choice',
              name: 'why',
              label: 'Why?',
              hint: 'It is kept in the record with your name',
              options: setAsideReasons.map((value) => ({ value, label: reasonWords[value] })),
              missing: 'Choose why',
            },
          ],
          sure: 'This cannot be taken back.',
          onSend: async (given, key) =>
            (await client.setStuckAside({ body: { id, why: given.text('why') as SetAsideReason }, key })).state === 'set-aside'
              ? 'It is set aside.'
              : 'It went on meanwhile: there is nothing to set aside.',
        } satisfies Act,
      ]
    : []),
];

/** Everything that does not go on by itself, with what an operator can do about it. */
export const StuckPage: React.FC = () => {
  const found = useOperation(operationsApi, 'listStuck', {});
  const client = useOperations(operationsApi);
  const command = useCommand('listStuck');
  return (
    <Page title="What is stuck" told={command.told}>
      <Text block>Messages that were not sent, and what cannot be read. What is done meanwhile leaves this page by itself.</Text>
      <Loaded reads={[found] as const} what="what is stuck" failed="What is stuck could not be loaded">
        {({ stuck }) =>
          stuck.length === 0 ? (
            <EmptyState title="Nothing is stuck">Everything was sent, or is on its way.</EmptyState>
          ) : (
            <Paged rows={stuck} what="what is stuck">
              {(rows) => <Entries rows={rows} client={client} command={command} />}
            </Paged>
          )
        }
      </Loaded>
    </Page>
  );
};

const Entries: React.FC<{ readonly rows: readonly Entry[]; readonly client: Client; readonly command: Command }> = ({
  rows,
  client,
  command,
}) => {
  const { entries, entry } = useStyles();
  return (
    <ul className={entries} aria-label="What is stuck">
      {rows.map((row) => (
        <li key={row.id} className={entry}>
          <Heading level={2} look="item">
            {titleOf(row)}
          </Heading>
          <Text block>{whyWords[row.why]}</Text>
          <Facts
            facts={[
              { label: 'Since', value: formatInstant(row.since) },
              ...(row.list === undefined ? [] : [{ label: row.why === 'message-unreadable' ? 'Queue' : 'List', value: row.list }]),
              ...(row.tries === undefined ? [] : [{ label: 'Times given up', value: String(row.tries) }]),
              { label: 'Number', value: row.id },
            ]}
          />
          <Acts acts={actsOf(row, client)} command={command} of={row.id} />
        </li>
      ))}
    </ul>
  );
};
