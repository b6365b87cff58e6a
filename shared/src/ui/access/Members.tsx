import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { MemberReply } from '../../contract/access.ts';
import { type PersonId, personKey, samePerson } from '../../domain/people/person.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useApi } from '../use-api.tsx';
import { MemberRow } from './MemberRow.tsx';

interface Props {
  readonly buyerRef: string;
  readonly buyerName: string;
  readonly me: PersonId;
}

/** The people of one school, those who ask first. Ending access asks once more. */
export const Members = ({ buyerRef, buyerName, me }: Props): React.ReactElement => {
  const title = `People of ${buyerName}`;
  const found = useApi('listMembers', { params: { buyerRef } });
  const { change, told } = useChange(buyerRef, () => found.mutate());
  const [leaving, setLeaving] = React.useState<MemberReply>();
  const opener = React.useRef<HTMLElement | null>(null);
  const ask = (member: MemberReply, pressed: HTMLElement): void => {
    opener.current = pressed;
    setLeaving(member);
  };
  return (
    <section aria-label={title}>
      <Heading level={2}>{title}</Heading>
      <Text block role="status">
        {told}
      </Text>
      <Loaded reads={[found] as const} what="people" failed="The people could not be loaded">
        {({ members }) => (
          <MemberList title={title} members={members} me={me} onGrant={(member) => change(member, 'grant')} onRemove={ask} />
        )}
      </Loaded>
      <ConfirmDialog
        open={leaving !== undefined}
        title={`End the access of ${leaving?.person.name ?? ''}?`}
        confirmLabel="End access"
        cancelLabel="Keep access"
        onConfirm={() => {
          if (leaving) change(leaving, 'remove');
          setLeaving(undefined);
        }}
        onCancel={() => setLeaving(undefined)}
        opener={opener}
      >
        {`They can raise and approve nothing for ${buyerName} any more. They can ask for access again.`}
      </ConfirmDialog>
    </section>
  );
};

interface ListProps {
  readonly title: string;
  readonly members: readonly MemberReply[];
  readonly me: PersonId;
  readonly onGrant: (member: MemberReply) => void;
  readonly onRemove: (member: MemberReply, pressed: HTMLElement) => void;
}

const MemberList = ({ title, members, me, onGrant, onRemove }: ListProps): React.ReactElement => {
  const { list } = useListStyles();
  if (members.length === 0)
    return (
      <EmptyState level={3} title="Nobody has access yet">
        People of the school can ask for it on this page.
      </EmptyState>
    );
  return (
    <ul className={list} aria-label={title}>
      {[...members].sort(askedFirst).map((member) => (
        <MemberRow
          key={personKey(member.person)}
          member={member}
          own={samePerson(member.person, me)}
          onGrant={() => onGrant(member)}
          onRemove={(pressed) => onRemove(member, pressed)}
        />
      ))}
    </ul>
  );
};

const askedFirst = (a: MemberReply, b: MemberReply): number =>
  Number(b.status === 'asked') - Number(a.status === 'asked') || a.person.name.localeCompare(b.person.name, 'en-GB');

const useChange = (buyerRef: string, reload: () => Promise<unknown>) => {
  const { api } = useSurroundings();
  const { once } = useOnce();
  const [told, setTold] = React.useState('');
  const change = ({ person }: MemberReply, wanted: 'grant' | 'remove'): void =>
    once(async () => {
      const { tenantId, objectId, name } = person;
      try {
        await api.changeMember({ params: { buyerRef }, body: { tenantId, objectId, change: wanted } });
        setTold(wanted === 'grant' ? `${name} can now raise requests.` : `The access of ${name} has ended.`);
        await reload();
      } catch (error) {
        setTold(`Nothing was changed for ${name}. ${sentenceOf(error)}`);
      }
    });
  return { change, told };
};
