import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { MembershipReply } from '../../contract/me.ts';
import { buyerTypeNames } from '../../domain/register/buyer-type.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { Heading } from '../Heading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { memberRoleWords, membershipStatusWords } from '../words.tsx';

/** The schools and departments that I act for, what I may do there, and why one may not buy. */
export const MyBuyers = ({ memberships }: { memberships: readonly MembershipReply[] }): React.ReactElement => {
  const { list, row, title } = useListStyles();
  return (
    <section aria-label="Where you have access">
      <Heading level={2}>Where you have access</Heading>
      {memberships.length === 0 ? (
        <EmptyState level={3} title="You act for no school yet">
          You can search the directory. To raise requests, ask for access below.
        </EmptyState>
      ) : (
        <ul className={list} aria-label="Where you have access">
          {memberships.map(({ buyer, roles, status, whyNotBuy }) => (
            <li key={buyer.ref} className={row}>
              <div>
                <Heading level={3} className={title}>
                  {buyer.name}
                </Heading>
                <Text block>{buyerTypeNames[buyer.type]}</Text>
              </div>
              <div>
                <Text block>
                  {status === 'active' ? roles.map((role) => memberRoleWords[role]).join(', ') : membershipStatusWords[status]}
                </Text>
                {whyNotBuy === undefined ? null : <Text block>{whyNotBuy}</Text>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
