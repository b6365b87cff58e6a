import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { MembershipReply } from '../../contract/me.ts';
import { buyerTypeNames } from '../../domain/buyer-type.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { SectionHeading } from '../forms/SectionHeading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { memberRoleWords, membershipStatusWords } from '../words.tsx';

/** The schools and departments that I act for, what I may do there, and why one may not buy. */
export const MyBuyers = ({ memberships }: { memberships: readonly MembershipReply[] }): React.ReactElement => {
  const { list, row, title } = useListStyles();
  return (
    <section aria-label="Where you have access">
      <SectionHeading>Where you have access</SectionHeading>
      {memberships.length === 0 ? (
        <EmptyState title="You act for no school yet">You can search the directory. To raise requests, ask for access below.</EmptyState>
      ) : (
        <ul className={list} aria-label="Where you have access">
          {memberships.map(({ buyer, roles, status, whyNotBuy }) => (
            <li key={buyer.ref} className={row}>
              <div>
                <h3 className={title}>{buyer.name}</h3>
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
