import { Button } from '@fluentui/react-button';
import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { findBuyers } from '../../contract/access.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { MembershipReply } from '../../contract/me.ts';
import { oneOf } from '../../domain/texts/one-of.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { nameOfElsewhere, useSurroundings } from '../HostAdapter.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { useElsewhereLink } from '../use-place-link.tsx';
import { useRefresh } from '../use-refresh.tsx';
import { membershipStatusWords } from '../words.tsx';

type FoundBuyer = ReplyOf<typeof findBuyers>['buyers'][number];

interface Props {
  readonly buyers: readonly FoundBuyer[];
  readonly memberships: readonly MembershipReply[];
  readonly onShowPeople?: (buyer: { readonly ref: string; readonly name: string }) => void;
}

/** The schools that were found, each with what can be done about it. */
export const FoundBuyers = ({ buyers, memberships, onShowPeople }: Props): React.ReactElement => {
  const { list, row, title } = useListStyles();
  return (
    <ul className={list} aria-label="Schools and departments found">
      {buyers.map((buyer) => (
        <li key={buyer.ref} className={row}>
          <Heading level={3} className={title}>
            {buyer.name}
          </Heading>
          <Ask buyer={buyer} membership={memberships.find((membership) => membership.buyer.ref === buyer.ref)} />
          {onShowPeople ? (
            <div>
              <Button size="small" onClick={() => onShowPeople({ ref: buyer.ref, name: buyer.name })}>
                Show people<span style={hiddenFromSight}> of {buyer.name}</span>
              </Button>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

const Ask = ({ buyer, membership }: { buyer: FoundBuyer; membership: MembershipReply | undefined }): React.ReactElement => {
  const { api, host, place } = useSurroundings();
  const elsewhere = useElsewhereLink();
  const refresh = useRefresh();
  const { once } = useOnce();
  const [told, setTold] = React.useState('');
  const ask = (): void =>
    once(async () => {
      try {
        const { contactNames } = await api.askForAccess({ params: { buyerRef: buyer.ref } });
        setTold(
          contactNames.length === 0
            ? 'You have asked. The commissioning team must first appoint a contact.'
            : `You have asked. ${oneOf(contactNames)} decides.`,
        );
        await refresh('getMe');
      } catch (error) {
        setTold(`You have not asked yet. ${sentenceOf(error)}`);
      }
    });
  const standing = membership && membership.status !== 'removed' ? membershipStatusWords[membership.status] : undefined;
  return (
    <div>
      {standing === undefined ? null : <Text block>{standing}</Text>}
      {standing === undefined && !host.mayDecide ? (
        <Link {...elsewhere(place)}>Ask in {nameOfElsewhere(host)} (opens in a new tab)</Link>
      ) : null}
      {standing === undefined && host.mayDecide ? (
        <Button size="small" onClick={ask}>
          Ask for access<span style={hiddenFromSight}> to {buyer.name}</span>
        </Button>
      ) : null}
      {buyer.hasContact ? null : (
        <Text block>It has no contact yet: the commissioning team must appoint one before anybody can answer.</Text>
      )}
      <Text block role="status">
        {told}
      </Text>
    </div>
  );
};
